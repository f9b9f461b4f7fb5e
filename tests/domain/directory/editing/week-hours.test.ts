import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
	dayText,
	type HolidayNote,
	NO_HOURS,
	readDay,
	schedulesOf,
	WEEK_DAYS,
	weekHoursOf,
} from "#domain/directory/editing/week-hours.ts";
import type { Schedule } from "#domain/directory/service.ts";

const note: HolidayNote = { write: "open on bank holidays", means: (text) => text.includes("bank holidays") };
const idOf = (says: string) => `id of ${says}`;

describe("a day's hours are read as an editor types them", () => {
	test.each([
		["9am to 5pm", "09:00 to 17:00"],
		["9.30am-12 noon", "09:30 to 12:00"],
		["09:00 – 12:30, 13:30 – 17:00", "09:00 to 12:30, 13:30 to 17:00"],
		["9am to 12.30pm and 1.30pm to 5pm", "09:00 to 12:30, 13:30 to 17:00"],
		["6pm to midnight", "18:00 to 24:00"],
		["10pm until 6am", "22:00 to 06:00"],
		["24 hours", "00:00 to 24:00"],
		["Closed", ""],
		["", ""],
	])("%s", (typed, read) => expect(dayText(readDay(typed) ?? [{ opens: "?", closes: "?" }])).toBe(read));

	test.each([
		"9 to 5",
		"mornings",
		"9am",
		"9am to 5pm to 6pm",
		"1pm to 2pm, 9am to 10am",
		"9am to 1pm, 12pm to 3pm",
		"25:00 to 26:00",
	])("%s is refused rather than guessed", (typed) => expect(readDay(typed)).toBeNull());
});

const time = fc
	.integer({ min: 0, max: 47 })
	.map((half) => `${String(half >> 1).padStart(2, "0")}:${half % 2 ? "30" : "00"}`);
const spans = fc
	.uniqueArray(time, { maxLength: 6 })
	.map((times) => times.toSorted())
	.map((times) =>
		times.flatMap((opens, index) =>
			index % 2 === 0 && times[index + 1] ? [{ opens, closes: times[index + 1] ?? "" }] : [],
		),
	);
const week = fc.record({
	days: fc.record({ MO: spans, TU: spans, WE: spans, TH: spans, FR: spans, SA: spans, SU: spans }),
	closedOn: fc.constantFrom<string[]>([], ["2026-12-24"], ["2026-12-24", "2026-12-31"]),
	onHolidays: fc.boolean(),
});

test("whatever week is written comes back as it was written", () => {
	fc.assert(
		fc.property(week, (written) => {
			const schedules = schedulesOf(written, note, idOf);
			const { week: read, kept } = weekHoursOf(schedules, note);
			expect(kept).toEqual([]);
			if (schedules.length > 0) expect(read).toEqual(written);
			for (const day of WEEK_DAYS) expect(readDay(dayText(read.days[day]))).toEqual(written.days[day]);
		}),
	);
});

test("what the simple form cannot say is left as it is", () => {
	const odd: readonly Schedule[] = [
		{ id: "a", freq: "WEEKLY", interval: 2, byday: "FR", opens_at: "10:00", closes_at: "12:00" },
		{ id: "b", freq: "MONTHLY", byday: "1MO", opens_at: "10:00", closes_at: "12:00" },
		{ id: "c", freq: "WEEKLY", byday: "TU", opens_at: "10:00", closes_at: "12:00", notes: "Term time only" },
		{ id: "d", byday: "WE" },
	];
	expect(weekHoursOf(odd, note)).toEqual({ week: NO_HOURS, kept: odd });
});
