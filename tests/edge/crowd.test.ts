import { afterAll, beforeAll, expect, test } from "vitest";
import { type Edge, startEdge } from "#tests/support/edge.ts";

let edge: Edge;
beforeAll(async () => {
	edge = await startEdge();
});
afterAll(() => edge.close());

test("many who ask the database at the same moment are all answered, and so is the next", async () => {
	const ask = async () => (await edge.request("/oruk/v3/demo/services?per_page=2")).status;
	const statuses = await Promise.all(Array.from({ length: 60 }, ask));
	expect(statuses.filter((status) => status !== 200)).toEqual([]);
	expect(await ask()).toBe(200);
}, 30_000);
