import * as fc from "fast-check";
import { expect, test } from "vitest";
import { places } from "#content/compiled/places.ts";
import { createAuthorityBook } from "#domain/places/authority-book.ts";
import { authorityBySlug, councilsNamed } from "#domain/places/authority-names.ts";

const book = createAuthorityBook(places);
const DAY = "2026-11-22";
const found = (text: string) =>
	councilsNamed(book, places.districts, text, DAY).map(({ authority, district }) => [authority.name, district]);

test.each([
	["hounslow", "Hounslow"],
	["london-borough-of-hounslow", "Hounslow"],
	["hounslow-council", "Hounslow"],
	["bristol", "Bristol"],
	["city-of-bristol", "Bristol"],
	["hull", "Hull"],
	["kingston-upon-hull-city-council", "Hull"],
	["durham", "County Durham"],
	["st-helens", "St Helens"],
	["barking-dagenham", "Barking and Dagenham"],
	["city-of-london", "City of London"],
	["city-of-york-council", "York"],
	["north-east-lincolnshire", "North East Lincolnshire"],
	["east-surrey", "East Surrey"],
])("an area called %s is %s", (slug, name) => {
	expect(authorityBySlug(book, slug)?.name).toBe(name);
});

test.each(["demo", "harrowmere", "london", "city", "", "yorkshire", "north"])(
	"an area called %s is no authority",
	(slug) => {
		expect(authorityBySlug(book, slug)).toBeNull();
	},
);

test("no two authorities can be meant by one short name", () => {
	for (const authority of book.all)
		for (const name of [authority.slug, `${authority.slug}-council`, ...authority.also])
			expect([name, authorityBySlug(book, name)?.slug]).toEqual([name, authority.slug]);
});

test("no text gives every council of the day by the alphabet", () => {
	const names = found("").map(([name]) => name);
	expect(names).toHaveLength(153);
	expect(names).toEqual(names.toSorted());
	expect(names).not.toContain("East Surrey");
});

test.each([
	["houns", ["Hounslow", undefined]],
	["HULL", ["Hull", undefined]],
	["st. helens", ["St Helens", undefined]],
	["elmbridge", ["Surrey", "Elmbridge"]],
	["Reigate", ["Surrey", "Reigate and Banstead"]],
	["craven", ["North Yorkshire", "Craven"]],
	["bcp", ["Bournemouth, Christchurch and Poole", undefined]],
])("%s finds its council first", (text, first) => {
	expect(found(text)[0]).toEqual(first);
});

test("a council comes once, though its name and its districts' names fit", () => {
	const surrey = found("surrey").filter(([name]) => name === "Surrey");
	expect(surrey).toEqual([["Surrey", undefined]]);
});

test("typing more letters never finds more councils", () => {
	const typed = fc.constantFrom("hertfordshire", "north york", "kingston upon", "west sussex", "elmbridge");
	fc.assert(
		fc.property(typed, fc.nat(12), (text, length) => {
			const shorter = found(text.slice(0, length)).map(([name]) => name);
			for (const [name] of found(text)) expect(shorter).toContain(name);
		}),
	);
});
