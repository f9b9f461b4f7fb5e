import { expect, test } from "vitest";
import { searchEvaluation } from "#cli/evaluate/search.ts";

/** Below what was accepted, so that a change that makes search plainly worse is seen; the table tells more. */
const LEAST_NDCG = 0.84;
const LEAST_SERVED = 92;

test("on the demonstration area the labelled questions are answered as well as was accepted", async () => {
	const { report } = await searchEvaluation();
	const [, score = "", served = ""] = /^ {2}all .*nDCG@10 ([\d.]+) +served ([\d.]+) %/m.exec(report()) ?? [];
	expect(Number(score)).toBeGreaterThanOrEqual(LEAST_NDCG);
	expect(Number(served)).toBeGreaterThanOrEqual(LEAST_SERVED);
});

test("a line is answered with the services found", async () => {
	const { line } = await searchEvaluation();
	const answered = line({ id: "1", q: "food bank" });
	expect(answered).toMatchObject({ id: "1", total: expect.any(Number) });
	expect("items" in answered && answered.items?.[0]?.name).toContain("Food Bank");
});
