import { dayNumber } from "#domain/directory/search/moment.ts";
import type { Schedule } from "#domain/directory/service.ts";
import { weekdayIndex } from "#domain/hours/local-date.ts";

/** One line of a timetable, ready to be asked "does it run on this day?". Numbers only, as the snapshot keeps them. */
export type TimetableRule = {
	readonly repeats: (typeof REPEATS)[keyof typeof REPEATS];
	/** 0 Monday to 6 Sunday; for `monthDay` the day of the month, -1 for the last. */
	readonly day: number;
	/** For `monthlyWeekday`: 1 first to 5 fifth, -1 last. */
	readonly nth: number;
	/** Every so many weeks or months. */
	readonly interval: number;
	/** First and last day on which it runs; `NO_LIMIT` for none. */
	readonly from: number;
	readonly to: number;
	/** Minutes from midnight; `closes` is above 1440 when it ends on the next day. `NO_TIME` when no times are given. */
	readonly opens: number;
	readonly closes: number;
	/** Runs on bank holidays too. */
	readonly onHolidays: boolean;
	readonly exceptions: readonly number[];
};

export const REPEATS = { weekly: 0, monthlyWeekday: 1, monthDay: 2, once: 3 } as const;
export const NO_LIMIT = 0xffff;
export const NO_TIME = 0xffff;

const DAY = 1440;
/** A line that seems to close before it opens is taken to run past midnight up to this long; longer is a slip of the pen. */
const LONGEST_NIGHT = 16 * 60;
const WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
const byDayRe = /^([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)$/;

/**
 * The rules of one HSDS schedule. A schedule that gives no day at all yields none: it could be any day.
 * `holidaysToo` reads the notes for words such as "including bank holidays".
 */
export function timetableRules(schedule: Schedule, holidaysToo: (notes: string) => boolean): readonly TimetableRule[] {
	const start = dayOf(schedule.dtstart) ?? dayOf(schedule.valid_from);
	const common = {
		interval: Math.min(schedule.interval ?? 1, 255),
		from: dayOf(schedule.valid_from) ?? dayOf(schedule.dtstart) ?? NO_LIMIT,
		...timesOf(schedule),
		onHolidays: holidaysToo(`${schedule.notes ?? ""} ${schedule.description ?? ""}`),
		exceptions: (schedule.exceptions ?? []).flatMap((date) => dayNumber(date) ?? []),
	};
	const days = daysOf(schedule, start);
	const to = earlier(dayOf(schedule.valid_to), dayOf(schedule.until), lastByCount(schedule, start, days.length));
	return days.map((day) => ({ ...common, ...day, to }));
}

type DayRule = Pick<TimetableRule, "repeats" | "day" | "nth">;

function daysOf(schedule: Schedule, start: number | null): readonly DayRule[] {
	const monthly = schedule.freq === "MONTHLY";
	const named = list(schedule.byday).flatMap((code): DayRule[] => {
		const found = byDayRe.exec(code.toUpperCase());
		if (!found) return [];
		const day = WEEKDAYS.indexOf(found[2] ?? "");
		const nth = Number(found[1] ?? 0);
		return [nth === 0 ? { repeats: REPEATS.weekly, day, nth: 0 } : { repeats: REPEATS.monthlyWeekday, day, nth }];
	});
	if (named.length > 0) return named;
	const dates = list(schedule.bymonthday).map(Number);
	if (dates.length > 0)
		return dates
			.filter((day) => Number.isInteger(day) && day >= -1 && day <= 31 && day !== 0)
			.map((day) => ({ repeats: REPEATS.monthDay, day, nth: 0 }));
	if (start === null) return [];
	if (monthly) return [{ repeats: REPEATS.monthDay, day: dayInMonth(schedule), nth: 0 }];
	return [{ repeats: schedule.freq === "WEEKLY" ? REPEATS.weekly : REPEATS.once, day: weekdayIndex(start), nth: 0 }];
}

function dayInMonth(schedule: Schedule): number {
	return Number((schedule.dtstart ?? schedule.valid_from ?? "").slice(8, 10));
}

function timesOf(schedule: Schedule): Pick<TimetableRule, "opens" | "closes"> {
	const opens = minutesOf(schedule.opens_at);
	const closes = minutesOf(schedule.closes_at);
	const unknown = { opens: NO_TIME, closes: NO_TIME };
	if (opens === null || closes === null) return unknown;
	// "00:00 to 00:00" and "00:00 to 23:59" are how feeds write "all day".
	if (opens === 0 && (closes === 0 || closes >= DAY - 1)) return { opens, closes: DAY };
	if (closes > opens) return { opens, closes };
	const night = closes + DAY - opens;
	return closes < opens && night <= LONGEST_NIGHT ? { opens, closes: closes + DAY } : unknown;
}

function minutesOf(time: string | undefined): number | null {
	const found = /^(\d{2}):(\d{2})$/.exec(time ?? "");
	if (!found) return null;
	const minutes = Number(found[1]) * 60 + Number(found[2]);
	return minutes <= DAY ? minutes : null;
}

function lastByCount(schedule: Schedule, start: number | null, days: number): number | null {
	if (schedule.count === undefined || start === null || days === 0) return null;
	const rounds = Math.ceil(schedule.count / days) * (schedule.interval ?? 1);
	return start + rounds * (schedule.freq === "MONTHLY" ? 31 : 7) - 1;
}

function earlier(...days: readonly (number | null)[]): number {
	return days.reduce<number>((first, day) => (day !== null && day < first ? day : first), NO_LIMIT);
}

function dayOf(date: string | undefined): number | null {
	return date === undefined ? null : dayNumber(date);
}

function list(codes: string | undefined): readonly string[] {
	return (codes ?? "")
		.split(",")
		.map((code) => code.trim())
		.filter((code) => code !== "");
}
