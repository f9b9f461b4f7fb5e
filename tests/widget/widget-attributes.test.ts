import { expect, test } from "vitest";
import { readAttributes } from "#widget/widget-attributes.ts";

const read = (given: Readonly<Record<string, string>>) => readAttributes((name) => given[name] ?? null);

test("an area alone is enough", () => {
	expect(read({ area: "demo" })).toEqual({
		area: "demo",
		lang: null,
		headingLevel: 2,
		needs: [],
		audience: [],
		limit: 5,
		radius: null,
		phone: null,
	});
});

test("lists are read with commas, spaces and line breaks", () => {
	expect(read({ area: "demo", needs: " housing,money \n health," })?.needs).toEqual(["housing", "money", "health"]);
});

test("numbers beyond their range go to its end, and what is no number counts as not set", () => {
	expect(read({ area: "demo", limit: "999", "heading-level": "0" })).toMatchObject({ limit: 20, headingLevel: 1 });
	expect(read({ area: "demo", limit: "many", radius: "far", "heading-level": "" })).toMatchObject({
		limit: 5,
		radius: null,
		headingLevel: 2,
	});
	expect(read({ area: "demo", radius: "2.5" })?.radius).toBe(2.5);
});

test.each(["", "Not An Area", "../admin", "demo/services"])("the area %j is refused", (area) => {
	expect(read({ area })).toBeNull();
});
