import { exponential, seeded } from "#cli/triage-training/arithmetic.ts";
import type { Vector } from "#cli/triage-training/vectors.ts";

/** Found by cross-validation; see docs/decisions/0010-triage.md. */
const EPOCHS = 8;
const RATE = 0.15;
const DECAY = 1e-5;
const SEED = 20260401;

/** Weights by bucket. */
export type Learnt = { readonly weights: Float64Array; bias: number };

/**
 * Logistic regression by stochastic steps whose size shrinks with each weight's own past (Duchi 2011). The same
 * examples in the same order always give the same weights: the mean of those after each of the later rounds. A vector whose target is null is left out.
 */
export function learn(
	vectors: readonly Vector[],
	buckets: ReadonlySet<number>,
	size: number,
	target: (vector: Vector) => 0 | 1 | null,
	weightOf: (vector: Vector) => number,
	epochs = EPOCHS,
): Learnt {
	const places = placesOf(vectors, buckets);
	const learnt: Learnt = { weights: new Float64Array(size), bias: 0 };
	const past = new Float64Array(size).fill(0.01);
	let pastOfBias = 0.01;
	const random = seeded(SEED);
	const order = vectors.map((_, at) => at);
	const mean: Learnt = { weights: new Float64Array(size), bias: 0 };
	const settled = Math.floor(epochs / 2);
	for (let epoch = 0; epoch < epochs; epoch += 1) {
		shuffle(order, random);
		for (const at of order) {
			const vector = vectors[at];
			const place = places[at];
			const goal = vector ? target(vector) : null;
			if (!vector || !place || goal === null) continue;
			const { at: here, values } = place;
			let score = learnt.bias;
			for (let k = 0; k < here.length; k += 1) score += (learnt.weights[here[k] ?? 0] ?? 0) * (values[k] ?? 0);
			const slope = (1 / (1 + exponential(-score)) - goal) * weightOf(vector);
			if (Math.abs(slope) < 1e-3) continue;
			pastOfBias += slope * slope;
			learnt.bias -= (RATE * slope) / Math.sqrt(pastOfBias);
			for (let k = 0; k < here.length; k += 1) {
				const bucket = here[k] ?? 0;
				const change = slope * (values[k] ?? 0) + DECAY * (learnt.weights[bucket] ?? 0);
				const sum = (past[bucket] ?? 0) + change * change;
				past[bucket] = sum;
				learnt.weights[bucket] = (learnt.weights[bucket] ?? 0) - (RATE * change) / Math.sqrt(sum);
			}
		}
		if (epoch >= settled) addShare(mean, learnt, 1 / (epochs - settled));
	}
	return mean;
}

function addShare(to: Learnt, from: Learnt, share: number): void {
	to.bias += from.bias * share;
	for (let at = 0; at < to.weights.length; at += 1)
		to.weights[at] = (to.weights[at] ?? 0) + (from.weights[at] ?? 0) * share;
}

/**
 * The same for several classes at once (multinomial): one row of weights per class, and how likely each is before any
 * word. A vector whose class is null is left out.
 */
export function learnClasses(
	vectors: readonly Vector[],
	buckets: ReadonlySet<number>,
	classes: number,
	classOf: (vector: Vector) => number | null,
): { readonly placeOf: ReadonlyMap<number, number>; readonly weights: Float64Array; readonly biases: Float64Array } {
	const placeOf = new Map([...buckets].map((bucket, place) => [bucket, place]));
	const weights = new Float64Array(placeOf.size * classes);
	const past = new Float64Array(weights.length).fill(0.01);
	const biases = new Float64Array(classes);
	const chances = new Float64Array(classes);
	const places = placesOf(vectors, buckets);
	const random = seeded(SEED);
	const order = vectors.map((_, at) => at);
	for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
		shuffle(order, random);
		for (const at of order) {
			const vector = vectors[at];
			const place = places[at];
			const goal = vector ? classOf(vector) : null;
			if (!place || goal === null) continue;
			chances.set(biases);
			const rows = Array.from(place.at, (bucket) => (placeOf.get(bucket) ?? 0) * classes);
			rows.forEach((row, k) => {
				const value = place.values[k] ?? 0;
				for (let name = 0; name < classes; name += 1)
					chances[name] = (chances[name] ?? 0) + (weights[row + name] ?? 0) * value;
			});
			intoChances(chances);
			for (let name = 0; name < classes; name += 1) {
				const slope = (chances[name] ?? 0) - (name === goal ? 1 : 0);
				if (Math.abs(slope) < 0.01) continue;
				biases[name] = (biases[name] ?? 0) - 0.01 * slope;
				rows.forEach((row, k) => {
					const change = slope * (place.values[k] ?? 0);
					const sum = (past[row + name] ?? 0) + change * change;
					past[row + name] = sum;
					weights[row + name] = (weights[row + name] ?? 0) - (RATE * change) / Math.sqrt(sum);
				});
			}
		}
	}
	return { placeOf, weights, biases };
}

function intoChances(scores: Float64Array): void {
	const highest = Math.max(...scores);
	let sum = 0;
	for (let at = 0; at < scores.length; at += 1) {
		const chance = exponential((scores[at] ?? 0) - highest);
		scores[at] = chance;
		sum += chance;
	}
	for (let at = 0; at < scores.length; at += 1) scores[at] = (scores[at] ?? 0) / sum;
}

type Place = { readonly at: Int32Array; readonly values: Float64Array };

function placesOf(vectors: readonly Vector[], buckets: ReadonlySet<number>): readonly Place[] {
	return vectors.map((vector) => {
		const kept = [...vector.buckets.keys()].filter((k) => buckets.has(vector.buckets[k] ?? -1));
		return {
			at: Int32Array.from(kept, (k) => vector.buckets[k] ?? 0),
			values: Float64Array.from(kept, (k) => vector.values[k] ?? 0),
		};
	});
}

function shuffle(order: number[], random: () => number): void {
	for (let at = order.length - 1; at > 0; at -= 1) {
		const other = Math.floor(random() * (at + 1));
		const swap = order[at] ?? 0;
		order[at] = order[other] ?? 0;
		order[other] = swap;
	}
}
