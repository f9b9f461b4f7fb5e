import * as fc from "fast-check";
import { expect, test } from "vitest";
import { findColumns } from "#domain/places/onspd/columns.ts";
import { csvFields } from "#domain/places/onspd/csv-fields.ts";
import { directoryReader } from "#domain/places/onspd/read-directory.ts";
import { readRow } from "#domain/places/onspd/row.ts";

test("any texts written as CSV, quoted or not, are read back, whichever are wanted", () => {
	const field = fc.string({ maxLength: 8, unit: fc.constantFrom("a", ",", '"', " ", "é") });
	fc.assert(
		fc.property(fc.array(field, { minLength: 1, maxLength: 6 }), fc.array(fc.nat(8)), (fields, picks) => {
			const line = fields.map((text) => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(",");
			const wanted = [...new Set(picks)].toSorted((a, b) => a - b);
			expect(csvFields(line, wanted)).toEqual(wanted.map((index) => fields[index] ?? ""));
		}),
	);
});

test("a quote that is still open is said", () => {
	expect(csvFields('a,"b', [1])).toBeNull();
});

const columnsOf = (header: string) => {
	const found = findColumns(header);
	if (found.kind === "unknown") throw new Error(found.missing.join());
	return Object.fromEntries(found.names.map((name, index) => [name, found.fields[index]]));
};

test.each([
	["of 2024", "pcd,pcd2,pcds,dointr,doterm,oslaua,usertype,ctry,lat,long", { postcode: 2, district: 5, terminated: 4 }],
	["of 2025", "pcd7,pcd8,pcds,dointr,doterm,usrtypind,cty25cd,lad25cd,ctry25cd,lat,long", { district: 7, user: 5 }],
	["of the NSPL", "pcd,pcd2,pcds,dointr,doterm,usertype,laua,ctry,lat,long", { district: 6 }],
	["in capitals with a byte-order mark", "\ufeffPCD,OSLAUA,LAT,LONG", { postcode: 0, district: 1 }],
	["quoted", '"pcds","lad23cd","lad25cd","lat","long"', { district: 2 }],
])("the columns %s are found", (_edition, header, expected) => {
	expect(columnsOf(header)).toMatchObject(expected);
});

test("a file without a column that is needed is refused by name, with what it has", () => {
	const reader = directoryReader(() => null);
	expect(reader.begin("name,address,postcode")).toMatch(/district, latitude, longitude.*name, address, postcode/);
	reader.line("x,y,W4 1TF");
	expect(reader.result().counts.rows).toBe(0);
});

const header = "pcds,doterm,usertype,oslaua,lat,long";
const columns = findColumns(header);
const row = (line: string) => (columns.kind === "columns" ? readRow(line, columns) : null);

test.each([
	[
		'"M1 1AD","","0","E08000003",53.483784,-2.244866',
		{ sector: "M1 1", unit: "AD", standing: "live", nation: "england" },
	],
	['"SE1 9ZZ","199812","0","E09000028",51.506903,-0.100841', { standing: "terminated" }],
	['"SE1P5ZZ","","1","E09000028",51.492762,-0.080152', { sector: "SE1P 5", standing: "large_user" }],
	['"JE2 4WD","","0","L99999999",99.999999,0.000000', { nation: "jersey", point: null }],
	['"AB169ZZ","","1","S12000033",57.153045,-2.159404', { sector: "AB16 9", nation: "scotland" }],
	["M1  1AD,,0,E08000003,,", { sector: "M1 1", point: null }],
	["M1 1AD,,0,E08000003,0,0", { point: null }],
])("the row %s is read", (line, expected) => {
	expect(row(line)).toMatchObject(expected);
});

test("a row without a whole postcode is none", () => {
	for (const line of ["", "M1,,0,E08000003,53,-2", "nonsense,,,,,"]) expect(row(line)).toBeNull();
});

const ways = new Map([
	["E1", "one"],
	["E2", "two"],
]);
function gathered(lines: readonly string[]) {
	const reader = directoryReader((district) => ways.get(district) ?? null);
	expect(reader.begin(header)).toBeNull();
	for (const line of lines) reader.line(line);
	return reader.result();
}

test("a postcode in use beats one that is not, whichever comes first; else the later counts", () => {
	const live = "AA1 1AA,,0,E1,52,-1";
	const gone = "AA1 1AA,200001,0,E2,53,-1";
	for (const lines of [
		[live, gone],
		[gone, live],
	]) {
		const { patches, sectors } = gathered(lines);
		expect(sectors[0]?.runs.map(({ patch }) => patches[patch])).toEqual(["one"]);
	}
	const { patches, sectors } = gathered([live, "AA1 1AA,,0,E2,52,-1"]);
	expect(sectors[0]?.runs.map(({ patch }) => patches[patch])).toEqual(["two"]);
});

test("a sector's middle is that of postcodes where people live; of others only where there are none", () => {
	const { sectors } = gathered([
		"AA1 1AA,,0,E1,52,-1",
		"AA1 1AB,,0,E1,53,-2",
		"AA1 1AD,,1,E1,60,2",
		"AA1 1AE,199901,0,E1,60,2",
		"AA1 2AA,199901,0,E1,51,0",
		"AA1 3AA,,0,E1,99.999999,0",
	]);
	expect(sectors.map(({ middle }) => middle)).toEqual([
		{ latitude: 52.5, longitude: -1.5 },
		{ latitude: 51, longitude: 0 },
		null,
	]);
});

test("sectors of other nations stay only around England's borders", () => {
	const { patches, sectors } = gathered([
		"CH1 1AA,,0,E1,53.2,-2.9",
		"CH5 1AA,,0,W06000005,53.2,-3.1",
		"G1 1AA,,0,S12000049,55.9,-4.2",
		"JE2 4WD,,0,L99999999,99.999999,0",
	]);
	expect(sectors.map(({ sector, runs }) => [sector, patches[runs[0]?.patch ?? -1]])).toEqual([
		["CH1 1", "one"],
		["CH5 1", "@wales"],
	]);
});

test("what cannot be read and what is not known is counted, never dropped without a word", () => {
	const { counts, patches, sectors } = gathered([
		"AA1 1AA,,0,E1,52,-1",
		"nonsense,,0,E1,52,-1",
		"AA1 2AA,,0,E9,52,-1",
		"AA1 2AB,,0,E9,52,-1",
		"",
		'"AA1 3AA","","0","E1,52,-1',
	]);
	expect(counts).toMatchObject({ rows: 5, england: 3, unreadable: 2, unknownDistricts: [["E9", 2]] });
	expect(counts.examples).toHaveLength(1);
	expect(sectors.map(({ runs }) => patches[runs[0]?.patch ?? -1])).toEqual(["one", "@unknown"]);
});
