import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { SearchQuery } from "#domain/directory/search/query.ts";
import type { Service } from "#domain/directory/service.ts";
import { aLocation, aService, placed } from "#tests/support/directory.ts";
import { bruteForce } from "./brute-force.ts";
import { ask, MONDAY_AT_TEN, vocabulary } from "./small-vocabulary.ts";

const WORDS =
	"football swims counselling therapy debt food bank foodbank dads autism gardening help not the ramp listening weepy grow-well".split(
		" ",
	);
const words = (most: number) =>
	fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: most }).map((list) => list.join(" "));
const GRID = [0, 3, 9, 27] as const;
const schedule = fc.record({
	id: fc.constant("s"),
	byday: fc.constantFrom("MO", "TU", "SU", "MO,WE", "1MO"),
	opens_at: fc.constantFrom("09:00", "20:00"),
	closes_at: fc.constantFrom("11:00", "12:30"),
});
const parts = fc.record(
	{
		description: words(8),
		minimum_age: fc.nat(17),
		maximum_age: fc.nat(17),
		assured_date: fc.constantFrom("2026-11-01", "2026-07-01", "2026-03-01", "2025-01-01"),
		fees_description: fc.constantFrom("Free", "£4 a time", "no charge"),
		schedules: fc.array(schedule, { minLength: 1, maxLength: 2 }),
		languages: fc.constantFrom<NonNullable<Service["languages"]>>(
			[{ id: "l", code: "pl" }],
			[{ id: "l", name: "Tigrinya" }],
		),
		places: fc.array(fc.constantFrom(...GRID), { minLength: 1, maxLength: 2 }),
	},
	{ requiredKeys: [] },
);
const directory = fc.array(fc.tuple(words(3), parts), { maxLength: 20 }).map((list) =>
	list.map(([name, { places, ...more }], number): Service => {
		const service = aService(number, { name, ...more });
		const at = places?.map((km, index) => aLocation(number * 10 + index, { latitude: 51.5 + km / 111.2 }));
		return at ? placed(service, ...at) : service;
	}),
);

/** A word as it is, cut short, with a slip, or glued to the next. */
const typed = fc.tuple(fc.constantFrom(...WORDS), fc.nat(3), fc.nat(20)).map(([word, how, at]) => {
	const cut = 1 + (at % Math.max(1, word.length - 1));
	if (how === 0) return word.slice(0, cut);
	return how === 1 ? word.slice(0, cut) + word.slice(cut + 1) : word;
});
const q = fc.oneof(
	fc.array(typed, { maxLength: 4 }).map((list) => list.join(" ")),
	fc.array(typed, { minLength: 1, maxLength: 2 }).map((list) => `${list.join(" ")} `),
	words(2).map((text) => `"${text}"`),
	fc.constantFrom("need to talk", "nothing to eat", "bailiffs at the door", "foodparcels ", "xqzv"),
);
const some = <Value>(...values: readonly Value[]) =>
	fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 2 });
const query: fc.Arbitrary<Partial<SearchQuery>> = fc.record(
	{
		q,
		age: fc.oneof(fc.nat(18), fc.constant("unborn" as const)),
		need: some(...vocabulary.needs.map((need) => need.id), "dragons"),
		audience: some("dads", "carers"),
		access: some("wheelchair", "loop"),
		mode: some("in_person", "online", "phone"),
		language: some("pl", "tigrinya"),
		day: some("mo", "we", "su"),
		free: fc.boolean(),
		open_now: fc.boolean(),
		near: fc.constant({ latitude: 51.5, longitude: -0.3, precision: "sector" as const, text: "ZZ1 1" }),
		radius_km: fc.constantFrom(1, 5, 20),
	},
	{ requiredKeys: ["q"] },
);

test("total, results and every count are those of going through everything one by one", () => {
	fc.assert(
		fc.property(directory, fc.array(query, { minLength: 1, maxLength: 12 }), (services, queries) => {
			const slow = bruteForce(services, new Date("2026-11-22T10:00:00Z"));
			for (const each of queries) {
				const quick = ask(slow.snapshot, each);
				const expected = slow.answer({ page: 1, per_page: 100, ...each }, MONDAY_AT_TEN);
				expect(quick.total).toBe(expected.total);
				expect(quick.items.map((item) => item.id).sort()).toEqual([...expected.ids].sort());
				const counts = Object.fromEntries(
					Object.entries(quick.facets)
						.map(
							([group, choices]) =>
								[
									group,
									Object.fromEntries(choices.filter(({ count }) => count > 0).map(({ id, count }) => [id, count])),
								] as const,
						)
						.filter(([, found]) => Object.keys(found).length > 0),
				);
				expect(counts).toEqual(expected.facets);
			}
		}),
		{ numRuns: 150 },
	);
});

test("the same question gives the same answer, and its pages put together are the whole of it", () => {
	fc.assert(
		fc.property(directory, query, fc.integer({ min: 1, max: 5 }), (services, asked, perPage) => {
			const { snapshot } = bruteForce(services, new Date("2026-11-22T10:00:00Z"));
			const whole = ask(snapshot, asked);
			expect(ask(snapshot, asked)).toEqual(whole);
			const pages = Array.from(
				{ length: Math.ceil(whole.total / perPage) + 1 },
				(_, page) => ask(snapshot, { ...asked, page: page + 1, per_page: perPage }).items,
			);
			expect(pages.flat().map((item) => item.id)).toEqual(whole.items.map((item) => item.id));
		}),
		{ numRuns: 60 },
	);
});

test("with nothing found there is always a way on that finds something, unless the directory is empty", () => {
	fc.assert(
		fc.property(directory, query, (services, asked) => {
			const { snapshot } = bruteForce(services, new Date("2026-11-22T10:00:00Z"));
			const answer = ask(snapshot, asked);
			if (answer.total > 0 || services.length === 0) return;
			expect(answer.relaxations?.length).toBeGreaterThan(0);
			for (const { change, total } of answer.relaxations ?? []) {
				const changed = Object.fromEntries(
					Object.entries({ ...asked, ...change }).filter(([, value]) => value !== null),
				);
				expect(ask(snapshot, changed).total).toBe(total);
				expect(total).toBeGreaterThan(0);
			}
		}),
		{ numRuns: 100 },
	);
});

test("a phrase in quotes finds exactly the records where its words stand side by side", () => {
	const few = fc
		.array(fc.constantFrom("chess", "music", "drama", "the"), { minLength: 1, maxLength: 6 })
		.map((list) => list.join(" "));
	fc.assert(
		fc.property(fc.array(few, { minLength: 1, maxLength: 12 }), few, (descriptions, phrase) => {
			const services = descriptions.map((description, number) => aService(number, { name: "Club", description }));
			const { snapshot } = bruteForce(services, new Date("2026-11-22T10:00:00Z"));
			const bare = (text: string) => ` ${text.replaceAll("the", " ").split(" ").filter(Boolean).join(" ")} `;
			const wanted = bare(phrase);
			fc.pre(wanted.trim() !== "");
			expect(ask(snapshot, { q: `"${phrase}"` }).total).toBe(
				descriptions.filter((text) => bare(text).includes(wanted)).length,
			);
		}),
		{ numRuns: 300 },
	);
});
