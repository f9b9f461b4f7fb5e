import * as fc from "fast-check";
import Papa from "papaparse";
import { expect, test } from "vitest";
import { csvOf } from "#domain/directory/csv.ts";

test("what went in comes out, the apostrophe before a formula apart", () => {
	const cell = fc.oneof(
		fc.string({ unit: "binary" }),
		fc.constantFrom('a"b', "a,b", "a\r\nb", "=1+1", "@SUM(A1)", "-2", "+44 20", " =x"),
	);
	fc.assert(
		fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
			const read = Papa.parse<readonly string[]>(csvOf(rows), { delimiter: ",", newline: "\r\n" }).data.slice(0, -1);
			expect(read).toHaveLength(rows.length);
			for (const [index, row] of rows.entries())
				for (const [at, text] of row.entries()) {
					const got = read[index]?.[at];
					expect(got === text || got === `'${text}`).toBe(true);
				}
		}),
	);
});

test.each(["=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\u200b=1", "＝1", "|calc", '=HYPERLINK("x")'])(
	"%j does not start a formula",
	(text) => {
		expect(
			csvOf([[text]])
				.replace(/^"/, "")
				.startsWith("'"),
		).toBe(true);
	},
);

test("numbers stay numbers", () => {
	expect(csvOf([[-2, "-2.5", 0]])).toBe("-2,-2.5,0\r\n");
});
