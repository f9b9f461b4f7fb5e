import fc from "fast-check";
import { expect, test } from "vitest";
import { calendarFile } from "#pages/dates/calendar-file.ts";

const NOW = new Date("2026-11-24T10:00:00Z");
const entry = { what: "A meeting", by: "2026-12-09", strength: "should", rule: "It should be held." } as const;
const file = (entries: Parameters<typeof calendarFile>[0]) =>
	calendarFile(
		entries,
		NOW,
		({ what }) => what,
		({ rule }) => rule,
	);

/** Undoes the folding and the escapes, as a calendar does. */
const written = (text: string, name: string) =>
	new RegExp(`^${name}:(.*)$`, "m")
		.exec(text.replaceAll("\r\n ", "").replaceAll("\r", ""))?.[1]
		?.replace(/\\([\\;,n])/g, (_whole, letter: string) => (letter === "n" ? "\n" : letter));

test("a date is a whole day that ends with the next", () => {
	expect(file([{ ...entry, by: "2026-12-31" }])).toContain(
		"DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n",
	);
});

test("an instant keeps its moment, whatever the offset", () => {
	expect(file([{ ...entry, by: "2027-03-28T14:30:00+01:00" }])).toContain("DTSTART:20270328T133000Z");
});

test("every line ends as the standard asks and is at most 75 bytes, and no word is changed by that", () => {
	fc.assert(
		fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (rule) => {
			const plain = rule.replaceAll("\r", "").replace(/[\u0085\u2028\u2029\n]/g, " ");
			const text = file([{ ...entry, rule: plain }]);
			const lines = text.split("\r\n");
			expect(lines.at(-1)).toBe("");
			for (const line of lines) expect(new TextEncoder().encode(line).byteLength).toBeLessThanOrEqual(75);
			expect(written(text, "DESCRIPTION") ?? "").toBe(plain);
		}),
	);
});

test("each date is an entry of its own", () => {
	const text = file([entry, { ...entry, by: "2027-02-24" }]);
	expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(2);
	expect(new Set(text.match(/^UID:.*$/gm)).size).toBe(2);
	expect(text).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\nPRODID:/);
});
