import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import * as z from "zod";
import { knownYears } from "#domain/hours/holidays.ts";
import { dayOf, weekdayIndex } from "#domain/hours/local-date.ts";
import { EVENTS, RULES, RULES_OF } from "#domain/timeline/rules.ts";
import { bankHolidays, holidays, words } from "#tests/domain/timeline/date-content.ts";

const Facts = z.object({ facts: z.array(z.object({ id: z.string(), strength: z.string() })) });

describe("the rules", () => {
	const facts = new Map(
		Facts.parse(parse(readFileSync("content/facts.yaml", "utf8"))).facts.map((fact) => [fact.id, fact.strength]),
	);

	test.each(Object.entries(words.rules))("%s rests on a fact, and is a should exactly when the fact is", (id, rule) => {
		const strength = Object.entries(RULES).find(([name]) => name === id)?.[1].strength;
		expect(facts.get(rule.fact)).toBeDefined();
		expect(strength === "should").toBe(facts.get(rule.fact) === "should");
	});

	test("all follow from some event", () => {
		const used = new Set(EVENTS.flatMap((event) => RULES_OF[event]));
		expect([...used].sort()).toEqual(Object.keys(RULES).sort());
	});

	test("an event without dates says why", () => {
		const empty = EVENTS.filter((event) => RULES_OF[event].length === 0);
		expect(Object.keys(words.no_dates)).toEqual(empty);
	});
});

describe("the bank holidays", () => {
	test("are eight for each year from 2024 to 2028, in order, none at a weekend", () => {
		const dates = bankHolidays.map(({ date }) => date);
		expect(dates).toEqual([...dates].sort());
		expect(dates.filter((date) => weekdayIndex(dayOf(date) ?? 5) > 4)).toEqual([]);
		const years = dates.map((date) => date.slice(0, 4));
		const counts = ["2024", "2025", "2026", "2027", "2028"].map((year) => years.filter((one) => one === year).length);
		expect(counts).toEqual([8, 8, 8, 8, 8]);
		expect(dates).toHaveLength(40);
		expect(knownYears(holidays)).toEqual({ from: "2024-01-01", until: "2028-12-31" });
	});
});
