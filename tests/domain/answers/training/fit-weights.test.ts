import { expect, test } from "vitest";
import { fitWeights, type Sample } from "#domain/answers/training/fit-weights.ts";

const among = Int32Array.of(0, 1);
const sample = (feature: number, subject: number): Sample => ({
	features: Int32Array.of(feature),
	values: Float64Array.of(1),
	subject,
	weight: 1,
	among,
});
const samples = [sample(0, 0), sample(1, 1)];
const settings = { rounds: 20, rate: 0.5, decay: 1e-4 };

test("a feature learns to speak for the subject it stands with, and against the other", () => {
	const { weights } = fitWeights(samples, 2, 2, settings);
	const [own = 0, other = 0, other2 = 0, own2 = 0] = weights;
	expect(Math.min(own, own2)).toBeGreaterThan(0);
	expect(Math.max(other, other2)).toBeLessThan(0);
});

test("a weight that is not allowed stays nothing", () => {
	const { weights } = fitWeights(samples, 2, 2, { ...settings, allowed: Uint8Array.of(1, 0, 1, 1) });
	expect(weights[1]).toBe(0);
	expect(weights[0]).not.toBe(0);
});
