import { expect, test } from "vitest";
import { contentFiles } from "#cli/content-files.ts";
import { compilePlaces } from "#content/compile-places.ts";
import { packOutcodes, unpackOutcodes } from "#domain/places/outcode-middles.ts";

const files = await contentFiles();
const problemsAfter = (path: string, change: (text: string) => string) =>
	compilePlaces(new Map([...files, [path, change(files.get(path) ?? "")]])).problems;

test("the places of this project are sound", () => {
	const { places, problems } = compilePlaces(files);
	expect(problems).toEqual([]);
	expect(places.authorities).toHaveLength(155);
	expect(places.districts).toHaveLength(346);
	expect(unpackOutcodes(places.outcodes).size).toBe(2123);
});

test("the middles of outcodes take no more than 10 kB of the bundle", async () => {
	const { places } = compilePlaces(files);
	const packed = new Response(new Blob([places.outcodes]).stream().pipeThrough(new CompressionStream("gzip")));
	expect((await packed.arrayBuffer()).byteLength).toBeLessThan(10_000);
});

test("middles come out as they went in, to a thousandth of a degree", () => {
	const middles = new Map([
		["W1A", { latitude: 51.5184, longitude: -0.1436 }],
		["AL1", { latitude: 51.75, longitude: 0 }],
	]);
	expect([...unpackOutcodes(packOutcodes(middles))]).toEqual([
		["AL1", { latitude: 51.75, longitude: 0 }],
		["W1A", { latitude: 51.518, longitude: -0.144 }],
	]);
	expect(unpackOutcodes("").size).toBe(0);
});

test.each([
	["a misspelt kind", "places/authorities.csv", "unitary", "unitry", "kind"],
	["a code that is none", "places/authorities.csv", "E09000018", "E9", "gss_code"],
	["the same council twice", "places/authorities.csv", "\nbarnet,", "\nbarking-and-dagenham,", "twice"],
	["a district of nobody", "places/districts.csv", ",hounslow,", ",hounslo,", "hounslo"],
	["the same district twice", "places/districts.csv", "E09000018", "E09000017", "twice"],
	["a day that differs", "places/authorities.csv", "2027-04-01", "2027-04-02", "needs 2027-04-01"],
	["a district left out", "places/successions.yaml", "E07000207, ", "", "nobody is named for E07000207"],
	["a district named twice", "places/successions.yaml", "E07000209", "E07000207", "two authorities"],
	["an outcode that is none", "places/outcodes.csv", "\nAL1,", "\nALX,", "outcode"],
	["a key that is misspelt", "places/successions.yaml", "former:", "formr:", "former"],
])("%s is a problem that says where", (_what, path, from, to, said) => {
	const problems = problemsAfter(path, (text) => text.replace(from, to));
	expect(problems.map(({ message }) => message).join("\n")).toContain(said);
	for (const problem of problems) expect(problem.file).toMatch(/^content\/places\//);
});

test("a file that is missing is a problem", () => {
	const without = new Map([...files].filter(([path]) => path !== "places/districts.csv"));
	expect(compilePlaces(without).problems.map(({ message }) => message)).toContain("This file is missing.");
});
