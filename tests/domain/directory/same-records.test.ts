import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type SourcedService, samePairs } from "#domain/directory/same-records.ts";
import type { Service } from "#domain/directory/service.ts";
import { anyService } from "#tests/support/any-service.ts";
import { aLocation, aService, placed } from "#tests/support/directory.ts";

const from = (source: string, service: Service, externalIds: readonly string[] = []): SourcedService => ({
	service,
	source,
	externalIds,
});
const phone = (number: string) => ({ phones: [{ id: "p", number }] });
const pairsOf = (...services: readonly SourcedService[]) =>
	samePairs(services).map(({ one, other, because }) => [one.service.name, other.service.name, because]);

test("a shared id elsewhere makes a pair, whatever the names", () => {
	const pairs = pairsOf(from("a", aService(1), ["Ofsted-7"]), from("b", aService(2, { name: "Else" }), ["ofsted-7"]));
	expect(pairs).toEqual([["Service 1", "Else", ["external id"]]]);
});

test("a like name with the postcode or the number makes a pair", () => {
	const one = aService(1, { name: "The Harrowmere Toy Library", ...phone("020 7946 0001") });
	const other = aService(2, { name: "Harrowmere Toy-Library", ...phone("+44 20 7946 0001") });
	expect(pairsOf(from("a", one), from("b", other))).toHaveLength(1);
	expect(
		pairsOf(from("a", placed(one, aLocation(1))), from("b", placed({ ...other, phones: [] }, aLocation(2)))),
	).toEqual([[one.name, other.name, ["name", "postcode"]]]);
});

test("a shared building or a like name alone makes none, nor do two records of one feed", () => {
	const yoga = placed(aService(1, { name: "Yoga for parents" }), aLocation(1));
	const chess = placed(aService(2, { name: "Chess club" }), aLocation(1));
	expect(pairsOf(from("a", yoga), from("b", chess))).toEqual([]);
	expect(
		pairsOf(from("a", aService(1, { name: "Stay and Play" })), from("b", aService(2, { name: "Stay and Play" }))),
	).toEqual([]);
	expect(pairsOf(from("a", yoga), from("a", { ...yoga, id: "another" }))).toEqual([]);
});

test("the postcode of a secret place ties nothing together", () => {
	const one = placed(aService(1, { name: "Safe house" }), aLocation(1, { masked: true }));
	const other = placed(aService(2, { name: "Safe house" }), aLocation(1, { masked: true }));
	expect(pairsOf(from("a", one), from("b", other))).toEqual([]);
});

test("the order of the records makes no difference, and no pair comes twice", () => {
	const sourced = fc.record({
		service: anyService,
		source: fc.constantFrom("a", "b", null),
		externalIds: fc.array(fc.constantFrom("1", "2", "3"), { maxLength: 2 }),
	});
	fc.assert(
		fc.property(fc.uniqueArray(sourced, { selector: ({ service }) => service.id, maxLength: 12 }), (services) => {
			const pairs = samePairs(services);
			const ids = (list: typeof pairs) => list.map(({ one, other }) => `${one.service.id} ${other.service.id}`);
			expect(ids(samePairs(services.toReversed()))).toEqual(ids(pairs));
			expect(new Set(ids(pairs)).size).toBe(pairs.length);
			for (const { one, other, score } of pairs) {
				expect(one.source).not.toBe(other.source);
				expect(score).toBeGreaterThanOrEqual(0.6);
				expect(score).toBeLessThanOrEqual(1);
			}
		}),
	);
});
