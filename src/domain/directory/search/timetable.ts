import { dateText, type Moment, monthDayOf, monthLength } from "#domain/directory/search/moment.ts";
import { NO_LIMIT, NO_TIME, REPEATS, type TimetableRule } from "#domain/directory/search/timetable-rule.ts";
import { weekdayIndex } from "#domain/hours/local-date.ts";
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
	const [year = 0, inYear = 0] = dateText(day).split("-").map(Number);
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
	const spans: Span[] = [];
	for (const rule of rules) if (rule.opens !== NO_TIME && runsOn(rule, day, holidays)) spans.push(rule);
	const [first] = spans;
	if (!first) return NO_SPANS;
	if (spans.length === 1) return [{ opens: first.opens, closes: first.closes }];
	spans.sort((a, b) => a.opens - b.opens || a.closes - b.closes);
	const joined: { opens: number; closes: number }[] = [];
	for (const { opens, closes } of spans) {
		const last = joined.at(-1);
		if (last && opens <= last.closes) last.closes = Math.max(last.closes, closes);
		else joined.push({ opens, closes });
	}
	return joined;
}
const NO_SPANS: readonly Span[] = [];
const NO_HOURS: OpeningHours = { today: [], next: null };

/** Today's hours and the next opening, for a listing. `open` says whether it is open at that moment. */
export function openingHours(rules: readonly TimetableRule[], at: Moment, open: boolean): OpeningHours {
	if (rules.length === 0) return NO_HOURS;
	const today = spansOn(rules, at.day, at.holidays);
	return {
		today: today.map((span) => [clockText(span.opens), clockText(span.closes)] as const),
		next: open ? null : nextOpening(rules, today, at),
	};
}

function nextOpening(rules: readonly TimetableRule[], today: readonly Span[], at: Moment): OpeningHours["next"] {
	const later = today.find(({ opens }) => opens > at.minute);
	if (later) return opening(at.day, later);
	if (rules.every((rule) => rule.opens === NO_TIME)) return null;
	for (let day = at.day + 1; day <= at.day + HORIZON_DAYS; day += 1) {
		const [span] = spansOn(rules, day, at.holidays);
		if (span) return opening(day, span);
	}
	return null;
}

function opening(day: number, span: Span): NonNullable<OpeningHours["next"]> {
	return { date: dateText(day), opens: clockText(span.opens), closes: clockText(span.closes) };
}
