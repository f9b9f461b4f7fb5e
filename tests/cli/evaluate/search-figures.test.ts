import { expect, test } from "vitest";
import { isServed, ndcg, searchFigures } from "#cli/evaluate/search-figures.ts";

const relevant = { best: 3, good: 2, marginal: 1 };

test("the best order scores one, a worse one less, nothing found nothing", () => {
	expect(ndcg(["best", "good", "marginal"], relevant)).toBe(1);
	// Gains 7, 3, 1 at discounts 1, log2 3, 2: swapping the first two gives (3 + 7 / log2 3 + 0.5) / (7 + 3 / log2 3 + 0.5).
	expect(ndcg(["good", "best", "marginal"], relevant)).toBeCloseTo(0.8428, 4);
	expect(ndcg([], relevant)).toBe(0);
	expect(ndcg(["best"], {})).toBeNull();
});

test("a family is served by a good service within three, or by an honest nothing", () => {
	expect(isServed(["x", "y", "good"], relevant)).toBe(true);
	expect(isServed(["x", "y", "z", "best"], relevant)).toBe(false);
	expect(isServed([], {})).toBe(true);
	expect(isServed(["x"], {})).toBe(false);
});

test("questions that nothing fits weigh on what is served, not on the mean score", () => {
	const query = (kind: string, grades: Record<string, number>) => ({
		id: kind,
		directory: "d",
		kind,
		q: kind,
		relevant: grades,
	});
	const [all] = searchFigures([
		{ query: query("word", relevant), found: ["best", "good", "marginal"] },
		{ query: query("nothing", {}), found: ["x"] },
	]);
	expect(all).toEqual({ kind: "all", queries: 2, ndcg: 1, good: 1 });
});
