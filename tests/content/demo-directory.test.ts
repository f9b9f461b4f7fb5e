import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { parse } from "yaml";
import { root } from "#cli/content-files.ts";
import { readImport } from "#domain/directory/import/read-import.ts";
import type { ImportBatch } from "#domain/directory/import-batch.ts";
import type { Service } from "#domain/directory/service.ts";

let batch: ImportBatch;
let terms: ReadonlySet<string>;
beforeAll(async () => {
	const text = await readFile(join(root, "content/areas/demo/services.json"), "utf8");
	const read = readImport(new Map([["services.json", text]]), { scope: "demo", today: "2026-11-22" });
	if (read.kind === "unreadable") throw new Error(read.reason);
	batch = read.batch;
	const needs: { needs: readonly { family_hubs_terms: readonly string[] }[] } = parse(
		await readFile(join(root, "content/needs.yaml"), "utf8"),
	);
	terms = new Set(needs.needs.flatMap((need) => need.family_hubs_terms));
});

function textsIn(value: unknown): readonly string[] {
	if (typeof value === "string") return [value];
	return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
const places = (service: Service) => (service.service_at_locations ?? []).map((place) => place.location);

test("the demonstration's directory needs no repair and loses no record", () => {
	expect(batch.repairs).toEqual([]);
	expect(batch.rejects).toEqual([]);
	expect(batch.services.length).toBeGreaterThanOrEqual(60);
});

test("every term of the national taxonomy has a service, and every parent is a term", () => {
	const names = new Set(batch.taxonomyTerms.map((term) => term.name));
	expect([...terms].filter((name) => !names.has(name))).toEqual([]);
	const ids = new Set(batch.taxonomyTerms.map((term) => term.id));
	expect(batch.taxonomyTerms.filter((term) => term.parent_id !== undefined && !ids.has(term.parent_id))).toEqual([]);
});

test("nothing in it is real: drama numbers, example.org, ZZ postcodes, invented organisations", () => {
	for (const service of batch.services) {
		for (const phone of service.phones ?? [])
			expect(phone.number).toMatch(/^(?:01632 960\d{3}|020 7946 0\d{3}|07700 900\d{3})$/);
		for (const address of places(service).flatMap((place) => place.addresses ?? []))
			expect(address.postal_code).toMatch(/^ZZ[1-4] [12][A-Z]{2}$/);
		expect(service.organization.description).toContain("invented organisation");
		for (const text of textsIn(service))
			for (const host of text.match(/(?<=:\/\/|@)[^/\s]+/g) ?? []) expect(host).toMatch(/(?:^|\.)example\.org$/);
	}
});

test("it shows what the directory can do", () => {
	const { services } = batch;
	expect(services.filter((service) => places(service).some((place) => place.masked))).toHaveLength(1);
	expect(services.some((service) => service.status === "temporarily closed")).toBe(true);
	expect(services.some((service) => service.schedules?.some((line) => line.freq === "MONTHLY"))).toBe(true);
	for (const place of ["Online", "Phone", "Home visits"])
		expect(services.some((service) => places(service).some((each) => each.name === place))).toBe(true);
	for (const field of [
		"languages",
		"wait_time",
		"interpretation_services",
		"eligibility_description",
		"application_process",
		"alert",
	] as const)
		expect(services.some((service) => service[field] !== undefined)).toBe(true);
	const years = new Set(services.map((service) => service.assured_date?.slice(0, 4)));
	expect([...years].sort()).toEqual(["2024", "2025", "2026"]);
});

test("a building stands in one place, whoever uses it", () => {
	const buildings = new Map(batch.services.flatMap(places).map((place) => [place.name, place]));
	for (const place of batch.services.flatMap(places))
		if (place.location_type === "physical") expect(place).toEqual(buildings.get(place.name));
});
