import { type Holidays, knownYears } from "#domain/hours/holidays.ts";
import { addMonths, dateOf, dayOf } from "#domain/hours/local-date.ts";
import { formatInstant, instantAt } from "#domain/hours/zone-clock.ts";
import { type Count, RULES, RULES_OF, type Rule, type RuleId, type TimelineEvent } from "#domain/timeline/rules.ts";
import { addWorkingDays } from "#domain/timeline/working-days.ts";

const LONDON = "Europe/London";
const MS_PER_HOUR = 3_600_000;
const TIME = /^([01]?\d|2[0-3]):([0-5]\d)(?::[0-5]\d)?$/;

/** The day on which the event happened, "2026-12-29", and the time on London's clocks, "14:30". */
export type Happened = { readonly date: string; readonly time?: string | null };

export type DueDate = {
	readonly rule: RuleId;
	/** "2026-12-29", or for hours an instant with London's offset. */
	readonly by: string;
	readonly strength: Rule["strength"];
	/** Hours were counted in whole days, because the time of the event was not given. */
	readonly time_missing?: true;
	/** The count goes past this day, and the bank holidays after it are not known yet. */
	readonly uncertain_after?: string;
	/** The count begins before this day, and the bank holidays before it are not known. */
	readonly uncertain_before?: string;
};

export type DueDates =
	| { readonly kind: "dates"; readonly dates: readonly DueDate[] }
	| { readonly kind: "invalid"; readonly field: "date" | "time" };

/**
 * The dates that follow from an event. The day of the event is not counted, a month is the same day
 * number or the last day of a shorter month, and no date is moved off a weekend. 72 hours are real
 * hours; without a time they are 3 days and `by` is that date.
 */
export function dueDates(event: TimelineEvent, happened: Happened, holidays: Holidays): DueDates {
	const day = dayOf(happened.date);
	if (day === null) return { kind: "invalid", field: "date" };
	const minutes = happened.time ? minutesOf(happened.time) : null;
	if (happened.time && minutes === null) return { kind: "invalid", field: "time" };
	const dates = RULES_OF[event].map((rule): DueDate => {
		const { within, strength } = RULES[rule];
		if (within.unit === "hour") {
			if (minutes === null) {
				return { rule, by: dateOf(day + Math.ceil(within.count / 24)), strength, time_missing: true };
			}
			const ends = instantAt(LONDON, day, minutes) + within.count * MS_PER_HOUR;
			return { rule, by: formatInstant(LONDON, ends), strength };
		}
		const last = lastDay(day, within, holidays);
		const doubt = within.unit === "working_day" ? doubtAbout(day, last, holidays) : {};
		return { rule, by: dateOf(last), strength, ...doubt };
	});
	return { kind: "dates", dates };
}

function lastDay(day: number, { count, unit }: Count, holidays: Holidays): number {
	switch (unit) {
		case "working_day":
			return addWorkingDays(day, count, holidays);
		case "month":
			return addMonths(day, count);
		case "week":
			return day + 7 * count;
		case "day":
			return day + count;
		case "hour":
			return day + Math.ceil(count / 24);
	}
}

/** Whether the count leaves the years whose bank holidays are known. */
function doubtAbout(
	first: number,
	last: number,
	holidays: Holidays,
): Pick<DueDate, "uncertain_after" | "uncertain_before"> {
	const known = knownYears(holidays);
	if (known === null) return { uncertain_after: dateOf(first) };
	return {
		...(dateOf(last) > known.until ? { uncertain_after: known.until } : {}),
		...(dateOf(first + 1) < known.from ? { uncertain_before: known.from } : {}),
	};
}

function minutesOf(time: string): number | null {
	const found = TIME.exec(time);
	return found === null ? null : Number(found[1]) * 60 + Number(found[2]);
}
