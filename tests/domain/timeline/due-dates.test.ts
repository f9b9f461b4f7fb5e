import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dateOf, dayOf } from "#domain/hours/local-date.ts";
import { dueDates } from "#domain/timeline/due-dates.ts";
import { EVENTS, type TimelineEvent } from "#domain/timeline/rules.ts";
import { holidays } from "#tests/domain/timeline/date-content.ts";

function dates(event: TimelineEvent, date: string, time?: string) {
	const due = dueDates(event, { date, time }, holidays);
	return due.kind === "dates" ? due.dates : [];
}

const by = (event: TimelineEvent, date: string, time?: string) =>
	dates(event, date, time).map((due) => [due.strength, due.by]);

describe("each event has the dates of its rules", () => {
	test.each<[TimelineEvent, string, [string, string][]]>([
		[
			"referral",
			"2026-12-18",
			[
				["should", "2026-12-21"],
				["should", "2027-02-24"],
			],
		],
		["strategy_discussion", "2026-03-27", [["should", "2026-04-21"]]],
		[
			"initial_conference",
			"2026-11-30",
			[
				["should", "2026-12-14"],
				["should", "2027-02-28"],
			],
		],
		["review_conference", "2026-08-31", [["should", "2027-02-28"]]],
		["pre_birth", "2026-03-02", []],
		[
			"pre_birth_conference",
			"2026-03-02",
			[
				["should", "2026-03-16"],
				["should", "2026-06-02"],
			],
		],
		[
			"looked_after_start",
			"2026-12-14",
			[
				["must", "2026-12-21"],
				["must", "2027-01-14"],
			],
		],
		[
			"section20_start",
			"2026-12-14",
			[
				["must", "2026-12-21"],
				["must", "2027-01-14"],
			],
		],
		["first_looked_after_review", "2026-01-31", [["must", "2026-04-30"]]],
		["later_looked_after_review", "2026-01-31", [["must", "2026-07-31"]]],
		["care_application", "2026-03-02", [["should", "2026-08-31"]]],
		[
			"epo",
			"2026-12-18",
			[
				["must", "2026-12-26"],
				["must", "2027-01-02"],
			],
		],
		[
			"complaint_stage1",
			"2026-12-18",
			[
				["must", "2027-01-06"],
				["must", "2027-01-20"],
			],
		],
		[
			"complaint_stage2",
			"2026-03-02",
			[
				["must", "2026-04-08"],
				["must", "2026-06-05"],
			],
		],
		["complaint_stage2_outcome", "2026-03-02", [["must", "2026-03-30"]]],
		[
			"subject_access_request",
			"2026-01-31",
			[
				["must", "2026-02-28"],
				["must", "2026-04-30"],
			],
		],
		[
			"urgent_kinship_placement",
			"2026-03-02",
			[
				["must", "2026-06-22"],
				["must", "2026-08-17"],
			],
		],
		["family_time_stopped", "2026-12-21", [["must", "2026-12-28"]]],
	])("%s on %s", (event, date, expected) => {
		expect(by(event, date)).toEqual(expected);
	});
});

describe("72 hours of police protection", () => {
	test.each([
		["are three days to the minute", "2026-03-02", "14:30", "2026-03-05T14:30:00+00:00"],
		["end an hour later on the clock when clocks go forward", "2026-03-27", "22:15", "2026-03-30T23:15:00+01:00"],
		["end an hour earlier on the clock when clocks go back", "2026-10-24", "12:00", "2026-10-27T11:00:00+00:00"],
		["from the hour that comes twice count from its first coming", "2026-10-25", "01:30", "2026-10-28T00:30:00+00:00"],
	])("%s", (_, date, time, expected) => {
		expect(by("police_protection", date, time)).toEqual([["must", expected]]);
	});

	test("without a time are three days, and say that the time is missing", () => {
		expect(dates("police_protection", "2026-03-02")).toEqual([
			{ rule: "police_protection_end", by: "2026-03-05", strength: "must", time_missing: true },
		]);
	});
});

describe("what is not known is said", () => {
	test("a count past the published bank holidays names the last day that is known", () => {
		expect(dates("complaint_stage1", "2028-12-11")).toMatchObject([
			{ by: "2028-12-27" },
			{ by: "2029-01-10", uncertain_after: "2028-12-31" },
		]);
		expect(dates("complaint_stage1", "2028-12-11")[0]).not.toHaveProperty("uncertain_after");
	});

	test("a count from before the list names the first day that is known", () => {
		expect(dates("complaint_stage2_outcome", "2023-12-20")[0]).toHaveProperty("uncertain_before", "2024-01-01");
	});

	test("without any list every count of working days is uncertain", () => {
		const due = dueDates("referral", { date: "2026-03-02" }, new Set());
		expect(due).toMatchObject({ dates: [{ uncertain_after: "2026-03-02" }, { uncertain_after: "2026-03-02" }] });
	});

	test("a date that needs no bank holiday is certain", () => {
		expect(dates("review_conference", "2030-03-02")).toEqual([
			{ rule: "next_review_conference", by: "2030-09-02", strength: "should" },
		]);
	});

	test.each([
		["2026-02-29", undefined, "date"],
		["02/03/2026", undefined, "date"],
		["2026-03-02", "25:00", "time"],
		["2026-03-02", "noon", "time"],
	])("%s at %s is invalid", (date, time, field) => {
		expect(dueDates("police_protection", { date, time }, holidays)).toEqual({ kind: "invalid", field });
	});
});

test("every date lies after its event, whatever the event and the day", () => {
	const days = fc.integer({ min: dayOf("2024-01-01") ?? 0, max: dayOf("2032-01-01") ?? 0 });
	fc.assert(
		fc.property(
			fc.constantFrom(...EVENTS),
			days,
			fc.option(fc.constantFrom("00:00", "01:30", "23:59")),
			(event, day, time) => {
				const due = dueDates(event, { date: dateOf(day), time }, holidays);
				expect(due.kind).toBe("dates");
				if (due.kind === "dates") for (const each of due.dates) expect(each.by > dateOf(day)).toBe(true);
			},
		),
	);
});
