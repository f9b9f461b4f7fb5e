import { expect, test } from "vitest";
import { places } from "#content/compiled/places.ts";
import { inForce } from "#domain/places/authority.ts";
import { createAuthorityBook } from "#domain/places/authority-book.ts";

const book = createAuthorityBook(places);
const namesOn = (district: string, day: string) =>
	book.onDay(book.wayOf(district) ?? "", day).map((authority) => authority.name);

test("all 153 authorities of 2026 are known by code and by name", () => {
	const now = book.all.filter((authority) => inForce(authority, "2026-11-22"));
	expect(now).toHaveLength(153);
	for (const authority of now) {
		expect(authority.gss_code).toMatch(/^E(06|08|09|10)\d{6}$/);
		expect(book.byCode(authority.gss_code ?? "")).toBe(authority);
	}
});

test.each([
	["E07000004", "Buckinghamshire"],
	["E07000163", "North Yorkshire"],
	["E07000165", "North Yorkshire"],
	["E07000246", "Somerset"],
	["E08000016", "Barnsley"],
	["E08000019", "Sheffield"],
	["E06000048", "Northumberland"],
	["E07000097", "Hertfordshire"],
	["E06000029", "Bournemouth, Christchurch and Poole"],
	["E09000018", "Hounslow"],
])("the district code %s, old or new, belongs to %s", (district, name) => {
	expect(namesOn(district, "2026-11-22")).toEqual([name]);
});

test("every district belongs to one authority on any day before and after Surrey is parted", () => {
	for (const day of ["2026-11-22", "2027-03-31", "2027-04-01", "2030-01-01"])
		for (const { code } of places.districts) expect(namesOn(code, day)).toHaveLength(1);
});

test("Surrey answers for its districts to the last day of March 2027, its two successors from the first of April", () => {
	expect(namesOn("E07000207", "2027-03-31")).toEqual(["Surrey"]);
	expect(namesOn("E07000207", "2027-04-01")).toEqual(["East Surrey"]);
	expect(namesOn("E07000217", "2027-03-31")).toEqual(["Surrey"]);
	expect(namesOn("E07000217", "2027-04-01")).toEqual(["West Surrey"]);
});

test("a table that does not yet know of a succession gives all successors, and one that knows too early the one before", () => {
	const names = (way: string, day: string) => book.onDay(way, day).map(({ name }) => name);
	expect(names("surrey", "2027-04-01").toSorted()).toEqual(["East Surrey", "West Surrey"]);
	expect(names("east-surrey", "2027-03-31")).toEqual(["Surrey"]);
	expect(names("@wales", "2027-03-31")).toEqual([]);
});

test("a district code that nobody knows has no way", () => {
	expect(book.wayOf("E07999999")).toBeNull();
	expect(book.wayOf("")).toBeNull();
});
