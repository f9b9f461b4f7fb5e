import * as fc from "fast-check";
import { Hours } from "#domain/hours/hours.ts";

/** Any hours that the schema takes: nights, weekends, lunches, overlaps, gaps, holidays, exceptions. */

const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;

/** Round times most of the time, and often the hours in which clocks change. */
const minutes = fc.oneof(
	{ weight: 4, arbitrary: fc.integer({ min: 0, max: 47 }).map((half) => half * 30) },
	{ weight: 2, arbitrary: fc.integer({ min: 0, max: 12 }).map((quarter) => quarter * 15) },
	{ weight: 1, arbitrary: fc.integer({ min: 0, max: 1439 }) },
);
const start = minutes.map(clock);
const end = fc.oneof({ weight: 5, arbitrary: start }, { weight: 1, arbitrary: fc.constant("24:00") });

const weeklySpan = fc
	.tuple(fc.constantFrom(...DAYS), start, fc.option(fc.constantFrom(...DAYS)), end)
	.map(([day, from, toDay, to]) => ({ from: `${day} ${from}`, to: toDay === null ? to : `${toDay} ${to}` }))
	.filter(({ from, to }) => from.slice(0, 3) !== to.slice(0, 3) || to.slice(4) >= from.slice(4));

const dated = fc.array(fc.tuple(start, end), { maxLength: 2 });

const officeWeek = fc
	.tuple(fc.constantFrom("08:30", "09:00"), fc.constantFrom("12:00", "13:00"), fc.constantFrom("16:30", "17:00"))
	.map(([opens, lunch, closes]) =>
		DAYS.slice(0, 5).flatMap((day) => [
			{ from: `${day} ${opens}`, to: `${day} ${lunch}` },
			{ from: `${day} 13:00`, to: closes },
		]),
	);

export function anyHours(dates: readonly string[]): fc.Arbitrary<Hours> {
	return fc
		.record({
			zone: fc.constantFrom(
				"Europe/London",
				"Europe/London",
				"America/New_York",
				"Asia/Kolkata",
				"Australia/Lord_Howe",
			),
			weekly: fc.oneof(
				{ weight: 3, arbitrary: fc.array(weeklySpan, { maxLength: 6 }) },
				{ weight: 1, arbitrary: officeWeek },
			),
			bank_holidays: fc.oneof(
				fc.constantFrom("closed" as const, "all_day" as const, "as_usual" as const),
				dated.map((open) => ({ open })),
			),
			exceptions: fc.uniqueArray(fc.record({ date: fc.constantFrom(...dates), open: dated }), {
				maxLength: 3,
				selector: ({ date }) => date,
			}),
		})
		.map((made) => Hours.parse(made));
}

function clock(minute: number): string {
	return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}
