import { expect, test } from "vitest";
import { embedAttributes, embedQuery, readEmbedOptions } from "#domain/directory/embed-options.ts";

const read = (query: string) => readEmbedOptions(new URLSearchParams(query));

test("options come back as they were, through the address that is made of them", () => {
	const query = "needs=housing,money&audience=parents&limit=3&radius=5&heading-level=3&phone=01632+960102&lang=pl";
	const first = read(`area=demo&${query}`);
	const again = read(`area=demo&${embedQuery(first.options)}`);
	expect(first.ok && again.ok).toBe(true);
	expect(again.options).toEqual(first.options);
});

test("defaults are left out, so that the code a council pastes is short", () => {
	expect(embedAttributes(read("area=demo&limit=5&heading-level=2&needs=").options)).toEqual([["area", "demo"]]);
});

test("the boxes of a form and a list in one value mean the same", () => {
	expect(read("needs=housing&needs=money").options.needs).toEqual(read("needs=housing,+money").options.needs);
});

test("the names of the directory's own addresses are understood", () => {
	expect(read("need=housing&radius_km=4&per_page=7").options).toMatchObject({
		needs: ["housing"],
		radius: 4,
		limit: 7,
	});
});

test("each value that cannot be read is named, and the others are kept", () => {
	const result = read("area=demo&limit=many&accent=red&heading-level=3");
	expect(result.ok).toBe(false);
	const problems = result.ok ? [] : result.problems;
	expect(problems.map((problem) => problem.split(":")[0]).sort()).toEqual(["accent", "limit"]);
	expect(result.options).toMatchObject({ area: "demo", limit: 5, "heading-level": 3 });
});

test.each(['needs="><script>', "phone=call me", 'lang=en"x', "accent=%23fff;}", "area=../x"])(
	"%s cannot become part of a page",
	(query) => expect(read(query).ok).toBe(false),
);
