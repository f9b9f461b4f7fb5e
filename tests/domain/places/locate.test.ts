import { expect, test } from "vitest";
import { places } from "#content/compiled/places.ts";
import { createAuthorityBook } from "#domain/places/authority-book.ts";
import { type Ground, likelyReading, locate, type OwnSector, pointOf } from "#domain/places/locate.ts";
import { directoryReader } from "#domain/places/onspd/read-directory.ts";
import { parsePostcode } from "#domain/places/postcode.ts";
import { decodeTable } from "#domain/places/table/decode-table.ts";
import { encodeTable } from "#domain/places/table/encode-table.ts";

const book = createAuthorityBook(places);

function ground(lines: readonly string[], more: Partial<Ground> = {}): Ground {
	const reader = directoryReader(book.wayOf);
	reader.begin("pcds,doterm,usertype,oslaua,lat,long");
	for (const line of lines) reader.line(line);
	const read = decodeTable(encodeTable({ source: "test", madeOn: "2026-11-22", ...reader.result() }));
	return {
		table: read.kind === "table" && lines.length > 0 ? read.table : null,
		ownSectors: new Map<string, OwnSector>(),
		outcodes: new Map(),
		book,
		day: "2026-11-22",
		...more,
	};
}
const asked = (at: Ground, text: string) => {
	const { authorities, near, ...rest } = locate(at, parsePostcode(text) ?? { outcode: "?" });
	return { ...rest, names: authorities.map(({ name }) => name), near: near.map(({ name }) => name) };
};

/** KT12 5 lies in Elmbridge but for two units of Spelthorne's (both Surrey) and one of Richmond upon Thames. */
const SURREY = [
	"KT12 5AA,,0,E07000207,51.38,-0.41",
	"KT12 5AB,,0,E07000207,51.38,-0.41",
	"KT12 5DA,,0,E07000213,51.38,-0.41",
	"KT12 5DB,,0,E07000213,51.38,-0.41",
	"KT12 5HA,,0,E09000027,51.38,-0.41",
	"KT12 6AA,,0,E07000207,51.37,-0.42",
];

test("a whole postcode near a border is sure, and names the others around", () => {
	expect(asked(ground(SURREY), "KT12 5DA")).toMatchObject({
		names: ["Surrey"],
		sure: true,
		nation: "england",
		near: ["Richmond upon Thames"],
	});
	expect(asked(ground(SURREY), "KT12 5HA")).toMatchObject({ names: ["Richmond upon Thames"], near: ["Surrey"] });
});

test("a sector or an outcode on a border names both councils, the larger first", () => {
	for (const text of ["KT12 5", "KT12"])
		expect(asked(ground(SURREY), text)).toMatchObject({ names: ["Surrey", "Richmond upon Thames"], sure: false });
});

test("the same table tells Surrey's districts apart from the day it is parted", () => {
	const after = ground(SURREY, { day: "2027-04-01" });
	expect(asked(after, "KT12 5AA")).toMatchObject({ names: ["East Surrey"], sure: true });
	expect(asked(after, "KT12 5DA")).toMatchObject({ names: ["West Surrey"], sure: true });
	expect(asked(after, "KT12 5").names).toHaveLength(3);
	expect(asked(ground(SURREY, { day: "2027-03-31" }), "KT12 5AA").names).toEqual(["Surrey"]);
});

test("a postcode that nobody has heard of is answered by its neighbours, never as sure", () => {
	expect(asked(ground(SURREY), "KT12 5FA")).toMatchObject({ names: ["Surrey", "Richmond upon Thames"], sure: false });
	expect(asked(ground(SURREY), "KT12 9ZZ")).toMatchObject({ names: ["Surrey", "Richmond upon Thames"], sure: false });
	expect(asked(ground(SURREY), "KT1 1AA")).toMatchObject({ names: [], sure: false, nation: "england" });
});

test("a border outcode belongs to the nation that the table says", () => {
	const table = ground([
		"CH5 1AA,,0,W06000005,53.2,-3.1",
		"CH4 8AA,,0,E06000050,53.2,-2.9",
		"CH4 8AB,,0,W06000005,53.2,-2.9",
	]);
	expect(asked(table, "CH5 1AA")).toMatchObject({ names: [], nation: "wales" });
	expect(asked(table, "CH4 8AA")).toMatchObject({
		names: ["Cheshire West and Chester"],
		nation: "england",
		sure: true,
	});
	expect(asked(table, "CH4 8AB")).toMatchObject({ names: [], nation: "wales" });
	expect(asked(table, "CH4 8")).toMatchObject({ names: ["Cheshire West and Chester"], nation: "border", sure: false });
	expect(asked(ground([]), "CH4 8AA")).toMatchObject({ names: [], nation: "border" });
});

test("a postcode of a district that nobody knows is answered by no guess", () => {
	expect(asked(ground(["M1 1AA,,0,E08999999,53.4,-2.2"]), "M1 1AA")).toMatchObject({ names: [], sure: false });
});

test("an area's own sectors answer where the table does not, and only there", () => {
	const own = new Map([
		["ZZ1 1", { area: "demo", latitude: 52.7, longitude: -1.2 }],
		["ZZ1 2", { area: "demo", latitude: 52.8, longitude: -1.3 }],
		["ZZ9 1", { area: "demo", latitude: 52.8, longitude: -1.3 }],
		["ZZ9 2", { area: "other", latitude: 52.9, longitude: -1.3 }],
		["KT12 5", { area: "demo", latitude: 1, longitude: 1 }],
	]);
	for (const table of [SURREY, []]) {
		const at = ground(table, { ownSectors: own });
		expect(asked(at, "ZZ1 1AA")).toMatchObject({ areas: ["demo"], sure: true, nation: "england" });
		expect(asked(at, "ZZ1")).toMatchObject({ areas: ["demo"], sure: false });
		expect(asked(at, "ZZ9 3AA")).toMatchObject({ areas: ["demo", "other"], sure: false });
	}
	expect(asked(ground(SURREY, { ownSectors: own }), "KT12 5AA")).toMatchObject({ areas: [], names: ["Surrey"] });
});

test("a point is the sector's, else the outcode's, from the best that knows it", () => {
	const outcodes = new Map([
		["KT12", { latitude: 51, longitude: 0 }],
		["W4", { latitude: 51.491, longitude: -0.263 }],
	]);
	const own = new Map([["ZZ1 1", { area: "demo", latitude: 52.7, longitude: -1.2 }]]);
	const at = ground(SURREY, { outcodes, ownSectors: own });
	const point = (text: string) => pointOf(at, parsePostcode(text) ?? { outcode: "?" });
	expect(point("KT12 5AA")).toEqual({ latitude: 51.38, longitude: -0.41, precision: "sector" });
	expect(point("KT12 9AA")).toEqual({ latitude: 51.375, longitude: -0.415, precision: "outcode" });
	expect(point("W4 1TF")).toEqual({ latitude: 51.491, longitude: -0.263, precision: "outcode" });
	expect(point("ZZ1 1")).toEqual({ latitude: 52.7, longitude: -1.2, precision: "sector" });
	expect(point("ZZ1 4AA")?.precision).toBe("outcode");
	expect(point("QX1")).toBeNull();
});

test("a sector typed without its space is read as one where no such outcode is known", () => {
	const at = ground(SURREY, { outcodes: new Map([["W4", { latitude: 51.491, longitude: -0.263 }]]) });
	const read = (text: string) => likelyReading(at, parsePostcode(text) ?? { outcode: "?" });
	expect(read("KT125")).toEqual({ outcode: "KT12", sector: "KT12 5" });
	expect(read("W41")).toEqual({ outcode: "W4", sector: "W4 1" });
	expect(read("KT12")).toEqual({ outcode: "KT12" });
	expect(read("QX12")).toEqual({ outcode: "QX12" });
	expect(read("W4 1TF").unit).toBe("W4 1TF");
});
