import { mendTime } from "#domain/directory/import/values/clock-time.ts";
import type { Schedule } from "#domain/directory/service.ts";

/** Opening hours as people write them: a line a day, and the dates on which none of it holds. */
export const WEEK_DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;
export type WeekDay = (typeof WEEK_DAYS)[number];

/** Times as "09:00". One that closes before it opens runs past midnight. */
export type Span = { readonly opens: string; readonly closes: string };

export type WeekHours = {
	readonly days: Readonly<Record<WeekDay, readonly Span[]>>;
	/** Dates on which it is shut though the week says otherwise, "2026-12-24". */
	readonly closedOn: readonly string[];
	readonly onHolidays: boolean;
};

/** How a note says that bank holidays count, to be written and to be known again. */
export type HolidayNote = { readonly write: string; readonly means: (note: string) => boolean };

export const NO_HOURS: WeekHours = {
	days: { MO: [], TU: [], WE: [], TH: [], FR: [], SA: [], SU: [] },
	closedOn: [],
	onHolidays: false,
};

/** The hours of one day out of "9am to 12:30pm, 1:30pm to 5pm"; none for "closed" or nothing. Null for what is no such line. */
export function readDay(text: string): readonly Span[] | null {
	const plain = text.trim().toLowerCase();
	if (plain === "" || /^(?:closed|shut|-|–|none)$/.test(plain)) return [];
	if (/^(?:all day|24 hours|open all day)$/.test(plain)) return [{ opens: "00:00", closes: "24:00" }];
	const spans = plain.split(/\s*(?:[,;&\n]|\band\b|\bthen\b)\s*/).map(readSpan);
	const read = spans.flatMap((span) => span ?? []);
	return read.length === spans.length && apart(read) ? read : null;
}

/** A day's hours as `readDay` reads them. */
export function dayText(spans: readonly Span[]): string {
	return spans.map(({ opens, closes }) => `${opens} to ${closes}`).join(", ");
}

/**
 * The week that plain weekly lines make, and the lines that are no such thing (every second Friday, term time only):
 * those stay as they are.
 */
export function weekHoursOf(
	schedules: readonly Schedule[],
	note: HolidayNote,
): { readonly week: WeekHours; readonly kept: readonly Schedule[] } {
	const [first] = schedules.filter((line) => isWeekly(line, note));
	const alike = (line: Schedule) =>
		isWeekly(line, note) &&
		note.means(line.notes ?? "") === note.means(first?.notes ?? "") &&
		(line.exceptions ?? []).join() === (first?.exceptions ?? []).join();
	const plain = schedules.filter(alike);
	const spansOn = (day: WeekDay) =>
		plain
			.filter(({ byday }) => byday?.split(",").includes(day))
			.map(({ opens_at, closes_at }) => ({ opens: opens_at ?? "", closes: closes_at ?? "" }))
			.toSorted((a, b) => a.opens.localeCompare(b.opens));
	return {
		week: {
			days: {
				MO: spansOn("MO"),
				TU: spansOn("TU"),
				WE: spansOn("WE"),
				TH: spansOn("TH"),
				FR: spansOn("FR"),
				SA: spansOn("SA"),
				SU: spansOn("SU"),
			},
			closedOn: first?.exceptions ?? [],
			onHolidays: note.means(first?.notes ?? ""),
		},
		kept: schedules.filter((line) => !alike(line)),
	};
}

/** The week as lines of RFC 5545 rules, days of the same hours in one line. `idOf` gives a line its id from what it says. */
export function schedulesOf(
	{ days, closedOn, onHolidays }: WeekHours,
	note: HolidayNote,
	idOf: (says: string) => string,
): readonly Schedule[] {
	const bySpan = new Map<string, WeekDay[]>();
	for (const day of WEEK_DAYS)
		for (const { opens, closes } of days[day])
			bySpan.set(`${opens}-${closes}`, [...(bySpan.get(`${opens}-${closes}`) ?? []), day]);
	return [...bySpan].map(([span, on]) => {
		const [opens_at = "", closes_at = ""] = span.split("-");
		const byday = on.join(",");
		return {
			id: idOf(`${byday} ${span}`),
			freq: "WEEKLY",
			byday,
			opens_at,
			closes_at,
			...(onHolidays ? { notes: note.write } : {}),
			...(closedOn.length > 0 ? { exceptions: [...closedOn] } : {}),
		};
	});
}

/** Fields that make a line more than "these hours on these days of each week". */
const MORE_THAN_WEEKLY = [
	...["bymonthday", "byweekno", "byyearday", "dtstart", "until", "count", "wkst", "valid_from", "valid_to"],
	...["schedule_link", "attending_type", "description"],
] as const;

function isWeekly(line: Schedule, note: HolidayNote): boolean {
	const held: Readonly<Record<string, unknown>> = line;
	return (
		(line.freq ?? "WEEKLY") === "WEEKLY" &&
		(line.interval ?? 1) === 1 &&
		/^(?:(?:MO|TU|WE|TH|FR|SA|SU)(?:,|$))+$/.test(line.byday ?? "") &&
		line.opens_at !== undefined &&
		line.closes_at !== undefined &&
		(line.notes === undefined || note.means(line.notes)) &&
		MORE_THAN_WEEKLY.every((field) => held[field] === undefined)
	);
}

function readSpan(text: string): Span | null {
	const [from = "", to = "", ...more] = text.split(/\s*(?:\bto\b|\buntil\b|\btill\b|[-–—])\s*/);
	const opens = mendTime(from).value;
	const closes = mendTime(to).value;
	if (opens === undefined || closes === undefined || more.length > 0) return null;
	const end = closes === "00:00" ? "24:00" : closes;
	return opens === end ? null : { opens, closes: end };
}

/** In order and not into one another; only the last of a day may run past midnight. */
function apart(spans: readonly Span[]): boolean {
	return spans.every(({ opens, closes }, index) => {
		const next = spans[index + 1];
		return next === undefined || (opens < closes && closes <= next.opens);
	});
}
