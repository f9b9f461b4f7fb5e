import * as fc from "fast-check";
import Papa from "papaparse";
import { expect, test } from "vitest";
import { readTable } from "#domain/directory/import/formats/csv-table.ts";

const cells = (text: string) => readTable("t.csv", text)?.rows.map((row) => row.cells);

test.each([
	["commas", "id,name\n1,Tea\n"],
	["semicolons", "id;name\r\n1;Tea\r\n"],
	["tabs", "id\tname\r1\tTea\r"],
	["a byte order mark", "\ufeffid,name\n1,Tea"],
	["a line that names the delimiter", "sep=;\nid;name\n1;Tea"],
	["empty rows", "\nid,name\n\n,\n1,Tea\n\n"],
	["empty columns at the end", "id,name,,\n1,Tea,,\n"],
])("a table with %s is read", (_kind, text) => {
	expect(cells(text)).toEqual([{ id: "1", name: "Tea" }]);
});

test("quotation marks keep commas, line ends and marks inside a cell", () => {
	expect(cells('id,name\n1,"Tea, ""hot""\nand cake"\n2,Say "hi"')).toEqual([
		{ id: "1", name: 'Tea, "hot"\nand cake' },
		{ id: "2", name: 'Say "hi"' },
	]);
});

test("a row with too many cells is rejected with its line and a way to mend it, the others stand", () => {
	const table = readTable("t.csv", "id,name\n1,Tea, hot\n2,Cake");
	expect(table?.rows.map((row) => row.cells)).toEqual([{ id: "2", name: "Cake" }]);
	expect(table?.rejects).toEqual([
		{ record: "t.csv, line 2", reason: expect.stringContaining("Put quotation marks"), row: "1,Tea, hot" },
	]);
});

test("a quotation mark that nothing closes costs its own row only", () => {
	const table = readTable("t.csv", 'id,name\n1,"Tea\n2,Cake\n3,Pie');
	expect(table?.rows.map((row) => row.cells.id)).toEqual(["2", "3"]);
	expect(table?.rejects.map((reject) => reject.record)).toEqual(["t.csv, line 2"]);
});

test("a row that ends early is read and named", () => {
	const table = readTable("t.csv", "id,name,town\n1,Tea");
	expect(table?.rows.map((row) => row.cells)).toEqual([{ id: "1", name: "Tea" }]);
	expect(table?.short).toEqual(["t.csv, line 2"]);
});

test("two columns of one name are kept apart", () => {
	expect(cells("id,note,note\n1,a,b")).toEqual([{ id: "1", note: "a", "note (2)": "b" }]);
});

test("what another program writes comes back cell by cell, whatever the delimiter", () => {
	const cell = fc
		.string({ unit: fc.constantFrom("a", "é", " ", '"', ",", ";", "\n", "\r\n", "'"), maxLength: 8 })
		.filter((text) => text.trim() !== "");
	const grid = fc
		.integer({ min: 2, max: 4 })
		.chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }));
	fc.assert(
		fc.property(grid, fc.constantFrom(",", ";", "\t"), (rows, delimiter) => {
			const columns = (rows[0] ?? []).map((_, index) => `column${index}`);
			const text = Papa.unparse({ fields: columns, data: rows }, { delimiter });
			const expected = rows.map((row) => Object.fromEntries(row.map((each, index) => [`column${index}`, each])));
			expect(cells(text)).toEqual(expected);
		}),
	);
});
