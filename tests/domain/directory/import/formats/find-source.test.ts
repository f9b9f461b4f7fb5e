import { expect, test } from "vitest";
import { addsUp, batchOf, refusalOf } from "../reading.ts";

const service = {
	id: "0b8a9adf-e155-4f77-8c48-a339105d6722",
	name: "Club",
	status: "active",
	organization: { id: "o", name: "Harbour", description: "x" },
};
const page = {
	total_items: 1,
	total_pages: 1,
	page_number: 1,
	size: 1,
	first_page: true,
	last_page: true,
	empty: false,
	contents: [service],
};

test.each([
	["a page of version 3", "oruk-v3", { "page.json": page }],
	["a list", "oruk-v3", { "x.txt2": [service] }],
	["one service", "oruk-v3", { "one.json": service }],
	["a page of version 1", "oruk-v1", { "page.json": { totalElements: 1, totalPages: 1, content: [service] } }],
	["version 1 by its fields", "oruk-v1", { "list.json": [{ ...service, service_taxonomys: [] }] }],
	[
		"a value on each line",
		"ndjson",
		{ "feed.ndjson": `${JSON.stringify(service)}\n\n${JSON.stringify({ ...service, id: "2" })}\n` },
	],
	[
		"a service at a location, turned round",
		"oruk-v3",
		{ "sal.json": [{ id: "l", location: { id: "h", name: "Hall" }, service }] },
	],
	[
		"lists under their names",
		"oruk-v3",
		{ "all.json": { services: [service], taxonomy_terms: [{ id: "t", name: "Play", parent_id: null }] } },
	],
])("%s is told by what it holds", (_what, format, files) => {
	const batch = batchOf(files);
	expect(batch.format).toBe(format);
	expect(batch.services[0]).toMatchObject({ name: "Club", organization: { name: "Harbour" } });
	expect(addsUp(batch)).toBe(true);
});

test("raw control characters inside JSON texts do not stop the file", () => {
	const batch = batchOf({
		"page.json": `[{"id":"1","name":"Club","status":"active","description":"One\nTwo\u0001","organization":{"name":"H"}}]`,
	});
	expect(batch.services[0]?.description).toBe("One\nTwo");
	expect(batch.repairs.map((repair) => repair.rule)).toContain("control characters removed");
});

test("a line that is no JSON is rejected with its number, the others stand", () => {
	const batch = batchOf({
		"feed.ndjson": `${JSON.stringify(service)}\n{"id": \n${JSON.stringify({ ...service, id: "2" })}`,
	});
	expect(batch.services).toHaveLength(2);
	expect(batch.rejects).toMatchObject([{ record: "feed.ndjson, line 2", reason: expect.stringContaining("not JSON") }]);
	expect(addsUp(batch)).toBe(true);
});

test("entries that are no record, or have no name, are rejected with the reason and the row", () => {
	const batch = batchOf({ "page.json": [service, 17, null, { id: "2", status: "active", organization: {} }] });
	expect(batch.services).toHaveLength(1);
	expect(batch.rejects.map((reject) => reject.row)).toEqual([
		"17",
		"null",
		'{"id":"2","status":"active","organization":{}}',
	]);
	expect(batch.rejects.every((reject) => reject.reason.includes("name"))).toBe(true);
});

test("records that say little are told by the name of their file", () => {
	const bare = [{ id: "1", name: "Needs", description: "All needs" }];
	const batch = batchOf({
		"services.json": [service],
		"taxonomies.json": bare,
		"taxonomy_terms.json": [{ id: "2", name: "Play", description: "Play" }],
	});
	expect(batch.services).toHaveLength(1);
	expect(batch.taxonomies.map((taxonomy) => taxonomy.name)).toContain("Needs");
	expect(batch.taxonomyTerms.map((term) => term.name)).toEqual(["Play"]);
});

test("a page of a longer list says so", () => {
	const batch = batchOf({ "page.json": { ...page, total_items: 874 } });
	expect(batch.repairs).toContainEqual({
		record: "page.json",
		field: "service",
		rule: "only a part of the feed",
		before: "874 records in all",
		after: "1 of them here",
	});
});

test.each([
	["a web page", { "services.json": "<!DOCTYPE html><html><body>Sign in</body></html>" }, "web page"],
	["half a file", { "services.json": '[{"id":"1","name":"Cl' }, "not whole JSON"],
	["nothing", { "services.json": "  \n" }, "nothing in it"],
	["no services", { "services.json": JSON.stringify({ version: "3.0", profile: "x" }) }, "No services"],
	["an empty page", { "services.json": JSON.stringify({ ...page, contents: [] }) }, "No services"],
	["some other table", { "x.csv": "colour,size\nblue,2" }, "No services"],
	["plain text", { "x.csv": "hello" }, "No services"],
])("%s is refused with a reason and what was seen", (_what, files, reason) => {
	const refusal = refusalOf(files);
	expect(refusal.reason).toContain(reason);
	expect(refusal.seen.join()).toContain(Object.keys(files)[0]);
});

test("files beside the data are passed over, and said if they could be data", () => {
	const batch = batchOf({ "README.md": "Read me", "page.json": page, "other.json": { version: "3.0" } });
	expect(batch.services).toHaveLength(1);
	expect(batch.repairs.filter((repair) => repair.rule === "file left out").map((repair) => repair.record)).toEqual([
		"other.json",
	]);
});
