import * as fc from "fast-check";
import { expect, test } from "vitest";
import { sectorGatherer } from "#domain/places/onspd/gather-sectors.ts";
import type { DirectoryRow } from "#domain/places/onspd/row.ts";
import { parsePostcode } from "#domain/places/postcode.ts";
import { decodeTable } from "#domain/places/table/decode-table.ts";
import { encodeTable } from "#domain/places/table/encode-table.ts";
import { outcodeMiddle, patchesNear, patchesOf, sectorMiddle } from "#domain/places/table/look-up.ts";
import type { PlaceTable } from "#domain/places/table/place-table.ts";
import { unitCode } from "#domain/places/table/unit-code.ts";

const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
const letter = fc.constantFrom(...LETTERS);
const unit = fc.tuple(letter, letter).map((pair) => pair.join(""));
const anyRow: fc.Arbitrary<DirectoryRow> = fc.record({
	sector: fc
		.tuple(fc.constantFrom("AL1", "AL10", "B1", "W1A", "WC2N"), fc.nat(9))
		.map(([outcode, digit]) => `${outcode} ${digit}`),
	unit,
	district: fc.constantFrom("E1", "E2", "E3", "E4"),
	nation: fc.constant("england" as const),
	point: fc.record({ latitude: fc.integer({ min: 50, max: 55 }), longitude: fc.integer({ min: -4, max: 1 }) }),
	standing: fc.constant("live" as const),
});

function tableOf(rows: readonly DirectoryRow[]): PlaceTable {
	const gatherer = sectorGatherer((district) => `way-${district}`);
	for (const row of rows) gatherer.add(row);
	const read = decodeTable(encodeTable({ source: "test", madeOn: "2026-11-22", ...gatherer.gathered() }));
	if (read.kind !== "table") throw new Error(read.message);
	return read.table;
}
const ask = (table: PlaceTable, text: string) => patchesOf(table, parsePostcode(text) ?? { outcode: "none" });

test("each of the 676 endings has a place of its own", () => {
	const codes = LETTERS.flatMap((first) => LETTERS.map((second) => unitCode(`${first}${second}`)));
	expect(codes.toSorted((a, b) => a - b)).toEqual(codes.map((_, index) => index));
});

test("every postcode that was given comes back with its own patch, and is sure", () => {
	fc.assert(
		fc.property(fc.array(anyRow, { minLength: 1, maxLength: 80 }), (rows) => {
			const table = tableOf(rows);
			const last = new Map(rows.map((row) => [`${row.sector}${row.unit}`, `way-${row.district}`]));
			for (const [postcode, way] of last) expect(ask(table, postcode)).toEqual({ patches: [way], sure: true });
		}),
		{ numRuns: 300 },
	);
});

test("a postcode that was not given is sure only where its neighbours on both sides, or all its sector, say the same", () => {
	fc.assert(
		fc.property(fc.array(anyRow, { minLength: 1, maxLength: 40 }), unit, (rows, ending) => {
			const table = tableOf(rows);
			const sector = rows[0]?.sector ?? "";
			const own = new Map(
				rows.flatMap((row) => (row.sector === sector ? [[unitCode(row.unit), `way-${row.district}`] as const] : [])),
			);
			const wanted = unitCode(ending);
			const sorted = [...own].toSorted(([a], [b]) => a - b);
			const before = sorted.findLast(([code]) => code <= wanted)?.[1];
			const after = sorted.find(([code]) => code >= wanted)?.[1];
			const all = new Set(own.values());
			const answer = ask(table, `${sector}${ending}`);
			expect(answer.sure).toBe(all.size === 1 || (before !== undefined && before === after));
			if (answer.sure) expect(answer.patches).toEqual([before ?? after]);
			else {
				expect(new Set(answer.patches)).toEqual(all);
				const beside = [before, after].filter((way) => way !== undefined);
				expect(answer.patches.slice(0, beside.length).toSorted()).toEqual(beside.toSorted());
			}
		}),
		{ numRuns: 300 },
	);
});

test("a sector and an outcode name every patch they hold, none of them sure", () => {
	fc.assert(
		fc.property(fc.array(anyRow, { minLength: 1, maxLength: 60 }), (rows) => {
			const table = tableOf(rows);
			const last = new Map(rows.map((row) => [`${row.sector}${row.unit}`, row]));
			for (const pick of ["sector", "outcode"] as const) {
				const keyOf = (row: DirectoryRow) => (pick === "sector" ? row.sector : (row.sector.split(" ")[0] ?? ""));
				for (const [key, own] of Map.groupBy(last.values(), keyOf)) {
					const answer = ask(table, key);
					expect(answer.sure).toBe(false);
					expect(new Set(answer.patches)).toEqual(new Set(own.map(({ district }) => `way-${district}`)));
				}
			}
		}),
	);
});

test("the order of the rows changes no byte", () => {
	fc.assert(
		fc.property(fc.uniqueArray(anyRow, { maxLength: 40, selector: (row) => `${row.sector}${row.unit}` }), (rows) => {
			const bytes = (list: readonly DirectoryRow[]) => {
				const gatherer = sectorGatherer((district) => `way-${district}`);
				for (const district of ["E1", "E2", "E3", "E4"])
					gatherer.add({ sector: "ZE1 1", unit: district, district, nation: "england", point: null, standing: "live" });
				for (const row of list) gatherer.add(row);
				return encodeTable({ source: "test", madeOn: "2026-11-22", ...gatherer.gathered() });
			};
			expect(bytes(rows.toReversed())).toEqual(bytes(rows));
		}),
	);
});

test("middles come back to a thousandth of a degree; a sector without one has none", () => {
	const row = (sector: string, point: DirectoryRow["point"]): DirectoryRow => ({
		sector,
		unit: "AA",
		district: "E1",
		nation: "england",
		point,
		standing: "live",
	});
	const table = tableOf([
		row("AL1 1", { latitude: 51.7484, longitude: -0.3226 }),
		row("AL1 2", null),
		row("AL1 3", { latitude: 51.7, longitude: 0.1 }),
		row("B1 1", { latitude: 52.48, longitude: -1.9 }),
	]);
	expect(sectorMiddle(table, "AL1 1")).toEqual({ latitude: 51.748, longitude: -0.323 });
	expect(sectorMiddle(table, "AL1 2")).toBeNull();
	expect(sectorMiddle(table, "AL1 4")).toBeNull();
	expect(sectorMiddle(table, "B1 1")).toEqual({ latitude: 52.48, longitude: -1.9 });
	expect(outcodeMiddle(table, "AL1")?.latitude).toBeCloseTo(51.724, 3);
	expect(outcodeMiddle(table, "AL2")).toBeNull();
});

test("around a postcode come the patches of its sector, then those of its outcode", () => {
	const row = (sector: string, letters: string, district: string): DirectoryRow => ({
		sector,
		unit: letters,
		district,
		nation: "england",
		point: null,
		standing: "live",
	});
	const table = tableOf([
		row("AL1 1", "AA", "E1"),
		row("AL1 1", "AB", "E2"),
		row("AL1 2", "AA", "E3"),
		row("AL1 3", "AA", "E3"),
	]);
	expect(patchesNear(table, { outcode: "AL1", sector: "AL1 1", unit: "AL1 1AA" })).toEqual([
		"way-E1",
		"way-E2",
		"way-E3",
	]);
	expect(patchesNear(table, { outcode: "AL1" })[0]).toBe("way-E3");
});

test("bytes that are no table, of another version or damaged are refused with a reason", () => {
	const good = encodeTable({ source: "test", madeOn: "2026-11-22", patches: ["a"], sectors: [] });
	expect(decodeTable(good).kind).toBe("table");
	expect(decodeTable(new Uint8Array(3))).toMatchObject({ kind: "unreadable" });
	expect(decodeTable(good.slice(0, -1))).toMatchObject({ message: expect.stringContaining("checksum") });
	const newer = good.slice();
	newer[8] = 2;
	expect(decodeTable(newer)).toMatchObject({ message: expect.stringContaining("version 2") });
	fc.assert(
		fc.property(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
			const damaged = good.slice();
			damaged[at] = (damaged[at] ?? 0) ^ flip;
			expect(decodeTable(damaged).kind).toBe("unreadable");
		}),
	);
});
