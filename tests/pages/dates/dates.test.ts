import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { words } from "#content/compiled/words.ts";
import { EVENTS } from "#domain/timeline/rules.ts";
import { createTestApp, form, type TestApp } from "#tests/support/test-app.ts";

const CONFERENCE = { event: "initial_conference", day: "24", month: "11", year: "2026" };

let app: TestApp;
beforeAll(async () => {
	app = await createTestApp();
});
afterAll(() => app.close());

async function ask(fields: Readonly<Record<string, string>>, path = "/dates") {
	const response = await app.request(path, form(fields));
	return { response, text: await response.text() };
}

test("every event that has dates can be chosen", () => {
	const offered: readonly string[] = words.site.dates.groups.flatMap((group) => group.events);
	expect([...offered].sort()).toEqual([...EVENTS].sort());
});

describe("the dates after a first conference on 24 November 2026", () => {
	test("are shown with the day of the week, the rule and how strong it is", async () => {
		const { response, text } = await ask(CONFERENCE);
		expect(response.headers.get("cache-control")).toBe("no-store");
		// Ten working days, and three months.
		expect(text).toContain("Tuesday 8 December 2026");
		expect(text).toContain("Wednesday 24 February 2027");
		expect(text).toContain('datetime="2026-12-08"');
		expect(text.match(/class="tag should"/g)).toHaveLength(2);
	});

	test("stand in a picture as well, which says what it shows", async () => {
		const { text } = await ask(CONFERENCE);
		expect(text).toMatch(/<svg class="picture dates-picture"[^>]*role="img" aria-label="[^"]*2 dates[^"]*"/);
	});

	test("come as a calendar file, which is named for nothing", async () => {
		const { response, text } = await ask(CONFERENCE, "/dates/dates.ics");
		expect(response.headers.get("content-type")).toContain("text/calendar");
		expect(response.headers.get("content-disposition")).toBe('attachment; filename="dates.ics"');
		expect(text).toContain("DTSTART;VALUE=DATE:20261208");
		expect(text).toContain("core group");
	});

	test("tell nothing of what they are about in the calendar of whoever asked for that", async () => {
		const { text } = await ask({ ...CONFERENCE, hide: "yes" }, "/dates/dates.ics");
		expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(2);
		expect(text).not.toMatch(/DESCRIPTION|core group|conference|child/i);
	});
});

test("police protection that began at 2:30pm ends 72 hours later, to the minute", async () => {
	const { text } = await ask({ ...CONFERENCE, event: "police_protection", time: "2.30pm" });
	expect(text).toContain("27 November 2026, 2:30pm");
	expect(text).toContain('class="tag must"');
});

test("where there is no time limit that is said, and no date is made up", async () => {
	const { text } = await ask({ ...CONFERENCE, event: "pre_birth" });
	expect(text).toContain("There is no time limit for all of England");
	expect(text).not.toContain("<time");
});

test("dates beyond the bank holidays that are known say so", async () => {
	const { text } = await ask({ ...CONFERENCE, year: "2060" });
	expect(text).toContain("are not published yet");
});

test("what cannot be read is named, kept in its field, and leads there", async () => {
	const { text } = await ask({ event: "", day: "31", month: "2", year: "2026", time: "soon" });
	for (const field of ["event", "day", "time"]) expect(text).toContain(`href="#${field}"`);
	expect(text).toContain('value="31"');
	expect(text).not.toContain("<time");
});

test("neither address nor cookie tells of the question", async () => {
	const { response } = await ask(CONFERENCE);
	expect(response.status).toBe(200);
	expect(response.headers.get("set-cookie")).toBeNull();
	expect((await app.request("/dates/dates.ics")).headers.get("location")).toBe("/dates");
});
