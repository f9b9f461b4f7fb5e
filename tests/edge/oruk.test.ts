import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { kitTitle, runKit, withoutKit } from "#tests/support/conformance-kit.ts";
import { type Edge, startEdge } from "#tests/support/edge.ts";

describe.skipIf(withoutKit)(`${kitTitle}, against the production bundle in workerd`, () => {
	let edge: Edge;
	beforeAll(async () => {
		edge = await startEdge();
	});
	afterAll(() => edge.close());

	test("has nothing to fault in the demonstration", async () => {
		const base = new URL("/oruk/v3/demo", (await edge.request("/health")).url).href;
		const run = await runKit(base);
		expect([run.code, run.failures]).toEqual([0, []]);
		expect(run.summary).toContain(" 0 failed");
	}, 120_000);
});
