import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
	DAYS,
	datedText,
	dayText,
	exceptionsText,
	readClock,
	readDated,
	readDay,
	readExceptions,
} from "#domain/desk/hours-lines.ts";
import { Hours } from "#domain/hours/hours.ts";

test("a time is read as people write it", () => {
	const read = ["9", "09:00", "9am", "5pm", "12am", "12pm", "17.30", "Noon", "0:05"].map((text) => readClock(text));
	expect(read).toEqual(["09:00", "09:00", "09:00", "17:00", "00:00", "12:00", "17:30", "12:00", "00:05"]);
	expect([readClock("24:00", true), readClock("midnight", true), readClock("midnight")]).toEqual([
		"24:00",
		"24:00",
		"00:00",
	]);
	for (const wrong of ["", "25", "24:00", "9:60", "13pm", "0am", "nine", "9:5", "-1"])
		expect([wrong, readClock(wrong)]).toEqual([wrong, null]);
});

test("a day is read with its lunch, past midnight and into a later day", () => {
	expect(readDay("Mon", "9-12:30, 1.30pm to 5pm")).toEqual([
		{ from: "Mon 09:00", to: "12:30" },
		{ from: "Mon 13:30", to: "17:00" },
	]);
	expect(readDay("Mon", "17:00-08:30")).toEqual([{ from: "Mon 17:00", to: "08:30" }]);
	expect(readDay("Fri", "16:30 – Monday 08:30")).toEqual([{ from: "Fri 16:30", to: "Mon 08:30" }]);
	expect(readDay("Sun", "closed")).toEqual([]);
	for (const wrong of ["9", "9-", "morning", "9-5-6", "9 till late"])
		expect([wrong, readDay("Mon", wrong)]).toEqual([wrong, null]);
});

test("a date's times and a list of dates are read, and the line that is not is named", () => {
	expect(readDated("closed")).toEqual([]);
	expect(readExceptions("2026-12-31 closed\n\n2026-12-24 9-12\r\n")).toEqual([
		{ date: "2026-12-24", open: [["09:00", "12:00"]] },
		{ date: "2026-12-31", open: [] },
	]);
	expect(readExceptions("Christmas closed")).toEqual({ wrong: "Christmas closed" });
	expect(readExceptions("2026-12-24")).toEqual({ wrong: "2026-12-24" });
});

const clock = fc
	.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
	.map(([hour, minute]) => `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`);
const span = fc
	.record({ day: fc.constantFrom(...DAYS), from: clock, later: fc.option(fc.constantFrom(...DAYS)), to: clock })
	.map(({ day, from, later, to }) => ({ from: `${day} ${from}`, to: later === null ? to : `${later} ${to}` }));

test("hours that are kept, shown in a form and sent back unchanged say the same", () => {
	const kept = fc.record({
		weekly: fc.array(span, { maxLength: 10 }),
		exceptions: fc.uniqueArray(
			fc.record({
				date: fc.constantFrom("2026-12-24", "2026-12-31", "2027-01-04"),
				open: fc.array(fc.tuple(clock, clock), { maxLength: 2 }),
			}),
			{ selector: ({ date }) => date },
		),
	});
	fc.assert(
		fc.property(kept, (hours) => {
			const read = Hours.safeParse(hours);
			fc.pre(read.success);
			const again = DAYS.flatMap((day) => readDay(day, dayText(hours, day)) ?? [{ from: "unreadable", to: "" }]);
			const plain = (one: { from: string; to: string }) => {
				const [day = "", from = ""] = one.from.split(" ");
				// "Mon 17:00" named on the day itself is the same as "17:00".
				return `${one.from} ${one.to.startsWith(`${day} `) && one.to.slice(4) > from ? one.to.slice(4) : one.to}`;
			};
			expect(again.map(plain).toSorted()).toEqual(hours.weekly.map(plain).toSorted());
			const dates = readExceptions(exceptionsText(hours));
			expect(dates).toEqual(hours.exceptions.toSorted((a, b) => a.date.localeCompare(b.date)));
			for (const { open } of hours.exceptions) expect(readDated(datedText(open))).toEqual(open);
		}),
	);
});
