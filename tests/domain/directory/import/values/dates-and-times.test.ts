import * as fc from "fast-check";
import { expect, test } from "vitest";
import { mendDate, mendInstant } from "#domain/directory/import/values/calendar-date.ts";
import { mendTime } from "#domain/directory/import/values/clock-time.ts";
import { mendDays } from "#domain/directory/import/values/week-days.ts";

test.each([
	["17/05/2026", "2026-05-17"],
	["05/17/2026", "2026-05-17"],
	["3/4/26", "2026-04-03"],
	["17 May 2026", "2026-05-17"],
	["Sunday, 17th May 2026", "2026-05-17"],
	["May 17, 2026", "2026-05-17"],
	["20260517", "2026-05-17"],
	["2026-05-17T10:00:00Z", "2026-05-17"],
])("the date %s is %s", (text, date) => {
	expect(mendDate(text).value).toBe(date);
});

test.each(["31/02/2026", "2026-13-01", "soon", "0001-01-01", "01/01/1900"])("%s is no date to rely on", (text) => {
	expect(mendDate(text).value).toBeUndefined();
});

test.each([
	["2026-05-17T12:06:15.654", "2026-05-17T12:06:15.654Z", "time without an offset taken as UTC"],
	["2026-05-17T12:06:15+01:00", "2026-05-17T11:06:15.000Z", undefined],
	["2026-05-17 12:06:15 UTC", "2026-05-17T12:06:15.000Z", undefined],
	["17/05/2026 14:30", "2026-05-17T14:30:00.000Z", "time without an offset taken as UTC"],
	["2026-05-17", "2026-05-17T00:00:00.000Z", "date taken as the start of that day"],
	["1779019575654", "2026-05-17T12:06:15.654Z", "number taken as time since 1970"],
	["Sun, 17 May 2026 12:00:00 GMT", "2026-05-17T12:00:00.000Z", undefined],
])("the instant %s is %s", (text, value, rule) => {
	expect(mendInstant(text)).toEqual({ value, ...(rule ? { rule } : {}) });
});

test("any instant keeps its moment, whatever offset it is written in", () => {
	const between = { min: new Date("1991-01-01T00:00:00Z"), max: new Date("2090-01-01T00:00:00Z"), noInvalidDate: true };
	fc.assert(
		fc.property(fc.date(between), fc.integer({ min: -12 * 60, max: 14 * 60 }), (moment, offset) => {
			const shifted = new Date(moment.getTime() + offset * 60_000).toISOString().slice(0, -1);
			const size = Math.abs(offset);
			const written = `${shifted}${offset < 0 ? "-" : "+"}${String(Math.floor(size / 60)).padStart(2, "0")}:${String(size % 60).padStart(2, "0")}`;
			expect(mendInstant(written).value).toBe(moment.toISOString());
		}),
	);
});

test.each([
	["9am", "09:00"],
	["9.30pm", "21:30"],
	["12am", "00:00"],
	["12 noon", "12:00"],
	["0930", "09:30"],
	["09:00:00Z", "09:00"],
	["17:00:00+01:00", "17:00"],
	["24:00", "00:00"],
	["midnight", "00:00"],
])("the time %s is %s", (text, time) => {
	expect(mendTime(text).value).toBe(time);
});

test.each(["hh:mm:ss", "9", "25:00", "13pm-ish", "late"])("%s is no time", (text) => {
	expect(mendTime(text).value).toBeUndefined();
});

test.each([
	["Monday", "MO"],
	["Mondays and Thursdays", "MO,TH"],
	["Mon-Fri", "MO,TU,WE,TH,FR"],
	["Sat to Mon", "MO,SA,SU"],
	["weekdays", "MO,TU,WE,TH,FR"],
	["every day", "MO,TU,WE,TH,FR,SA,SU"],
	["Tues, Weds & Fri", "TU,WE,FR"],
	["FR,MO", "MO,FR"],
	["1MO,-1FR", "1MO,-1FR"],
	["by appointment", null],
])("the days %s are %s", (text, days) => {
	expect(mendDays(text).value ?? null).toBe(days);
});
