import { expect, test } from "vitest";
import { places } from "#content/compiled/places.ts";
import { createAuthorityBook } from "#domain/places/authority-book.ts";
import { servingArea } from "#domain/places/serving-area.ts";

const book = createAuthorityBook(places);
const serving = (slug: string, areas: readonly { slug: string; gss_code?: string }[]) => {
	const authority = book.bySlug(slug);
	return authority && (servingArea(authority, areas, book)?.slug ?? null);
};

test("an area serves the authority whose code it has, or that its short name means", () => {
	expect(serving("hounslow", [{ slug: "demo" }, { slug: "hounslow" }])).toBe("hounslow");
	expect(serving("hounslow", [{ slug: "our-borough", gss_code: "E09000018" }])).toBe("our-borough");
	expect(serving("bristol", [{ slug: "bristol-city-council" }])).toBe("bristol-city-council");
	expect(serving("brent", [{ slug: "hounslow" }, { slug: "demo" }])).toBeNull();
});

test("a code says more than a name", () => {
	expect(serving("hounslow", [{ slug: "hounslow", gss_code: "E09000005" }])).toBeNull();
	expect(serving("brent", [{ slug: "hounslow", gss_code: "E09000005" }])).toBe("hounslow");
});

test("the council before serves on until the new one has an area of its own", () => {
	expect(serving("east-surrey", [{ slug: "surrey", gss_code: "E10000030" }])).toBe("surrey");
	expect(serving("east-surrey", [{ slug: "surrey" }, { slug: "east-surrey" }])).toBe("east-surrey");
	expect(serving("surrey", [{ slug: "east-surrey" }])).toBeNull();
});
