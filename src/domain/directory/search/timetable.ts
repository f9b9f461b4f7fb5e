import { type Moment, monthDayOf, monthLength } from "#domain/directory/search/moment.ts";
import { NO_LIMIT, NO_TIME, REPEATS, type TimetableRule } from "#domain/directory/search/timetable-rule.ts";
import { dateOf, weekdayIndex } from "#domain/hours/local-date.ts";
import { clockText } from "#domain/hours/zone-clock.ts";

const DAY = 1440;
/** How far ahead the next opening is looked for: a monthly group that misses one month is still found. */
const HORIZON_DAYS = 70;

/** Minutes of one day; `closes` is above 1440 when it ends on the next day. */
export type Span = { readonly opens: number; readonly closes: number };
export type OpeningHours = {
	/** What runs on the day asked about, "HH:MM"; after midnight written on as "26:00". */
	readonly today: readonly (readonly [string, string])[];
	/** The next time it opens; null when it is open now, or when nothing is known. */
	readonly next: { readonly date: string; readonly opens: string; readonly closes: string } | null;
};

/** Whether the rule runs on a day, exceptions and bank holidays included. Source of the bank holiday rule: `docs/snapshot-format.md`. */
export function runsOn(rule: TimetableRule, day: number, holidays: ReadonlySet<number>): boolean {
	if (!fallsOn(rule, day)) return false;
	if (rule.from !== NO_LIMIT && day < rule.from) return false;
	if (rule.to !== NO_LIMIT && day > rule.to) return false;
	if (!rule.onHolidays && holidays.has(day)) return false;
	return !rule.exceptions.includes(day);
}

function fallsOn(rule: TimetableRule, day: number): boolean {
	switch (rule.repeats) {
		case REPEATS.once:
			return day === rule.from;
		case REPEATS.weekly:
			return weekdayIndex(day) === rule.day && inStep(rule, week(day), week(rule.from));
		case REPEATS.monthlyWeekday:
			return weekdayIndex(day) === rule.day && isNth(rule.nth, day) && inStep(rule, month(day), month(rule.from));
		case REPEATS.monthDay: {
			const wanted = rule.day === -1 ? monthLength(day) : rule.day;
			return monthDayOf(day) === wanted && inStep(rule, month(day), month(rule.from));
		}
	}
}

function inStep(rule: TimetableRule, now: number, first: number): boolean {
	return rule.interval <= 1 || rule.from === NO_LIMIT || (now - first) % rule.interval === 0;
}

function isNth(nth: number, day: number): boolean {
	const inMonth = monthDayOf(day);
	return nth > 0 ? Math.ceil(inMonth / 7) === nth : Math.ceil((monthLength(day) - inMonth + 1) / 7) === -nth;
}

function week(day: number): number {
	return Math.floor((day - weekdayIndex(day)) / 7);
}

function month(day: number): number {
	const [year = 0, inYear = 0] = dateOf(day).split("-").map(Number);
	return year * 12 + inYear;
}

/** True when any rule runs at this minute, one that began the evening before included. The closing minute is shut. */
export function isOpen(rules: readonly TimetableRule[], at: Moment): boolean {
	return rules.some((rule) => {
		if (rule.opens === NO_TIME) return false;
		if (at.minute >= rule.opens && at.minute < rule.closes && runsOn(rule, at.day, at.holidays)) return true;
		return at.minute < rule.closes - DAY && runsOn(rule, at.day - 1, at.holidays);
	});
}

/** The spans of a day, in order, touching and overlapping ones joined. */
export function spansOn(rules: readonly TimetableRule[], day: number, holidays: ReadonlySet<number>): readonly Span[] {
	const spans = rules
		.filter((rule) => rule.opens !== NO_TIME && runsOn(rule, day, holidays))
		.map(({ opens, closes }) => ({ opens, closes }))
		.sort((a, b) => a.opens - b.opens || a.closes - b.closes);
	const joined: { opens: number; closes: number }[] = [];
	for (const span of spans) {
		const last = joined.at(-1);
		if (last && span.opens <= last.closes) last.closes = Math.max(last.closes, span.closes);
		else joined.push({ ...span });
	}
	return joined;
}

/** Today's hours and the next opening, for a listing. */
export function openingHours(rules: readonly TimetableRule[], at: Moment): OpeningHours {
	const today = spansOn(rules, at.day, at.holidays);
	return {
		today: today.map((span) => [clockText(span.opens), clockText(span.closes)] as const),
		next: isOpen(rules, at) ? null : nextOpening(rules, at),
	};
}

function nextOpening(rules: readonly TimetableRule[], at: Moment): OpeningHours["next"] {
	const timed = rules.filter((rule) => rule.opens !== NO_TIME);
	if (timed.length === 0) return null;
	for (let day = at.day; day <= at.day + HORIZON_DAYS; day += 1) {
		if (!timed.some((rule) => runsOn(rule, day, at.holidays))) continue;
		const span = spansOn(timed, day, at.holidays).find(({ opens }) => day > at.day || opens > at.minute);
		if (span) return { date: dateOf(day), opens: clockText(span.opens), closes: clockText(span.closes) };
	}
	return null;
}
