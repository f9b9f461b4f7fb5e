import { expect, test } from "vitest";
import { EMPTY, readDates } from "#pages/dates/read-dates.ts";

const filled = { ...EMPTY, event: "initial_conference", day: "24", month: "11", year: "2026" };

test.each([
	["24", "11", "2026", "2026-11-24"],
	["4", "3", "26", "2026-03-04"],
	["04", "March", "2026", "2026-03-04"],
	["29", "feb", "2028", "2028-02-29"],
	["1", "Sept", "2026", "2026-09-01"],
])("%s %s %s is read as %s", (day, month, year, date) => {
	expect(readDates({ ...filled, day, month, year })).toEqual({ ok: true, event: "initial_conference", date });
});

test.each([
	["31", "2", "2026"],
	["29", "2", "2026"],
	["0", "1", "2026"],
	["24", "13", "2026"],
	["24", "", "2026"],
	["24", "Foo", "2026"],
	["24", "11", "226"],
	["24/11", "11", "2026"],
	["", "", ""],
])("%s %s %s is no day, and is said to be none", (day, month, year) => {
	expect(readDates({ ...filled, day, month, year })).toEqual({ ok: false, wrong: ["date"] });
});

test.each([
	["14:30", "14:30"],
	["2.30pm", "14:30"],
	["2 pm", "14:00"],
	["12am", "00:00"],
	["12:05 PM", "12:05"],
	["9:05", "09:05"],
])("the time %s is read as %s", (time, read) => {
	expect(readDates({ ...filled, time })).toMatchObject({ ok: true, time: read });
});

test.each(["25:00", "9", "14:60", "13pm", "0am", "teatime"])("the time %s is said to be none", (time) => {
	expect(readDates({ ...filled, time })).toEqual({ ok: false, wrong: ["time"] });
});

test("all that is wrong is named at once", () => {
	expect(readDates({ ...EMPTY, time: "later" })).toEqual({ ok: false, wrong: ["event", "date", "time"] });
});
