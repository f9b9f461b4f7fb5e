import { type AgeSpan, suits } from "#domain/directory/search/ages.ts";
import type { FacetValue } from "#domain/directory/search/facet-values.ts";
import type { SearchRecord } from "#domain/directory/search/record.ts";
import { NO_LIMIT, REPEATS, type TimetableRule } from "#domain/directory/search/timetable-rule.ts";

/** What is known of a record before its choices are ticked. */
export type RecordFacts = {
	/** Choices that its words show. */
	readonly worded: ReadonlySet<number>;
	readonly languages: readonly number[];
	readonly ages: AgeSpan | null;
	readonly forUnborn: boolean;
	/** What its cost text says: free, to be paid, or neither. */
	readonly saysFree: boolean | null;
	readonly timetable: readonly TimetableRule[];
	/** The day of building: a group that ended before it ticks no weekday. */
	readonly today: number;
};

/** The numbers of all choices of a record, ascending. `bands` are the age bands of the vocabulary, in order. */
export function recordTicks(
	record: SearchRecord,
	facts: RecordFacts,
	values: readonly FacetValue[],
	bands: readonly AgeSpan[],
): readonly number[] {
	const ticks = new Set([...facts.worded, ...facts.languages]);
	const modes = modesOf(record);
	const days = weekdaysOf(facts);
	let band = 0;
	let day = 0;
	values.forEach((value, number) => {
		switch (value.group) {
			case "free":
				if (isFree(record, facts.saysFree)) ticks.add(number);
				break;
			case "mode":
				if (modes.has(value.id)) ticks.add(number);
				break;
			case "day":
				if (days.has(day)) ticks.add(number);
				day += 1;
				break;
			case "age": {
				const span = bands[band];
				if (span && suits(facts.ages, facts.forUnborn, span)) ticks.add(number);
				band += 1;
				break;
			}
			default:
		}
	});
	return [...ticks].sort((a, b) => a - b);
}

/** Free is what says so, by its prices or in words, and names no sum to be paid. Nothing said is not free. */
function isFree({ service, costText }: SearchRecord, saysFree: boolean | null): boolean {
	const amounts = (service.cost_options ?? []).flatMap((cost) => cost.amount ?? []);
	if (saysFree === false || amounts.some((amount) => amount > 0) || namesASum(costText)) return false;
	return saysFree === true || amounts.length > 0;
}

function namesASum(text: string): boolean {
	return [...text.matchAll(/[£€]\s?(\d+(?:[.,]\d+)?)|\b(\d+)\s?(?:p|pence|pounds)\b/gi)].some(
		(found) => Number((found[1] ?? found[2] ?? "").replace(",", ".")) > 0,
	);
}

/** How one takes part, from the record's structure: its places, and ORUK's `attending_type`. */
function modesOf({ open, service }: SearchRecord): ReadonlySet<string> {
	const modes = new Set<string>();
	for (const { location } of open) {
		if (location.location_type === "physical") modes.add("in_person");
		if (location.location_type === "virtual") modes.add("online");
	}
	for (const schedule of [...(service.schedules ?? []), ...open.flatMap((at) => at.schedules ?? [])]) {
		const type = schedule.attending_type ?? "";
		if (/online|virtual/i.test(type)) modes.add("online");
		if (/phone/i.test(type)) modes.add("phone");
		if (/home/i.test(type)) modes.add("home_visit");
		if (/venue|person/i.test(type)) modes.add("in_person");
	}
	return modes;
}

function weekdaysOf({ timetable, today }: RecordFacts): ReadonlySet<number> {
	return new Set(
		timetable
			.filter((rule) => rule.repeats !== REPEATS.monthDay && (rule.to === NO_LIMIT || rule.to >= today))
			.filter((rule) => rule.repeats !== REPEATS.once || rule.from >= today)
			.map((rule) => rule.day),
	);
}
