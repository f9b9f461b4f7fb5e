import { expect, test } from "vitest";
import { words } from "#content/compiled/words.ts";
import { dateWithWeekday, opensText, plainDate, plainTime } from "#pages/ui/plain-date.ts";

test.each([
	["2026-11-24", "24 November 2026"],
	["2026-12-01T14:30:00+00:00", "1 December 2026, 2:30pm"],
	["2027-07-01T00:00:00+01:00", "1 July 2027, midnight"],
	["March 2026", "March 2026"],
	["2026-13-40", "2026-13-40"],
])("%s is written %s", (text, plain) => {
	expect(plainDate(words, text)).toBe(plain);
});

test.each([
	["08:30", "8:30am"],
	["09:00", "9am"],
	["12:00", "midday"],
	["12:15", "12:15pm"],
	["00:00", "midnight"],
	["24:00", "midnight"],
	["00:30", "12:30am"],
	["17:00", "5pm"],
])("%s is written %s", (time, plain) => {
	expect(plainTime(words, time)).toBe(plain);
});

test("a date that people plan by bears its weekday", () => {
	expect(dateWithWeekday(words, "2026-11-24")).toBe("Tuesday 24 November 2026");
});

test.each([
	[0, "2026-11-24", "Opens today at 9am"],
	[1, "2026-11-25", "Opens tomorrow at 9am"],
	[3, "2026-11-27", "Opens Friday at 9am"],
	[9, "2026-12-03", "Opens 3 December 2026 at 9am"],
])("the next opening %i days away is said as %s", (days_away, date, said) => {
	expect(opensText(words, { weekday: "Mon", date, time: "09:00", days_away })).toBe(said);
});
