import { type Learnt, learn, learnClasses } from "#cli/triage-training/learn.ts";
import { sharedBuckets, type Vector } from "#cli/triage-training/vectors.ts";
import { textOfBytes, textOfSigned } from "#domain/triage/byte-text.ts";
import { HEADS, type Head, type PackedModel, type Thresholds } from "#domain/triage/model.ts";
import { Reason } from "#domain/triage/urgency.ts";

const SIZE = 1 << 19;
/** What one step of a stored weight stands for; a smaller weight than half of it is dropped. */
const UNITS: Readonly<Record<Head, number>> = { danger: 0.06, emergency: 0.09, worry: 0.15 };
const REASON_UNIT = 0.15;
/** Reasons weigh only what this many families share. */
const REASON_FAMILIES = 45;
/** How many features the guide carries: those whose weights are furthest from nothing. */
const MOST_FEATURES = 30_000;
/** How often the examples are gone through to find which features to keep. */
const CHOOSING_EPOCHS = 4;

const TARGETS: Readonly<Record<Head, (vector: Vector) => 0 | 1 | null>> = {
	danger: ({ example: { level } }) => (level === "emergency" || level === "urgent" ? 1 : 0),
	emergency: ({ example: { level } }) => (level === "emergency" ? 1 : 0),
	// Which sentence of a worried message tells the worry is not known.
	worry: ({ part, example: { level } }) => (level === "none" ? 0 : part ? null : 1),
};
/** A missed emergency weighs more than a false one; harmless messages full of risky words weigh more than others. */
const WEIGHTS: Readonly<Record<Head, (vector: Vector) => number>> = {
	danger: ({ part, example: { level, hard } }) => (part ? 0.5 : level === "concern" ? 1.5 : hard ? 2 : 1),
	emergency: ({ part, example: { level } }) => (part ? 0.5 : level === "emergency" ? 2 : 1),
	worry: ({ part }) => (part ? 0.5 : 1),
};

/** Learns every head from the vectors and packs the weights, rounded to one signed byte each. */
export function trainModel(vectors: readonly Vector[], thresholds: Thresholds, withReasons = true): PackedModel {
	const buckets = sharedBuckets(vectors);
	const kept = strongest(buckets, learnHeads(vectors, buckets, CHOOSING_EPOCHS));
	// Learnt again, so that what is kept makes up for what was dropped.
	const heads = learnHeads(vectors, new Set(kept));
	const names: readonly Reason[] = withReasons ? Reason.options.filter((reason) => reason !== "none") : [];
	const wide = withReasons ? sharedBuckets(vectors, REASON_FAMILIES, REASON_FAMILIES * 2) : new Set<number>();
	const reasons = learnClasses(vectors, wide, names.length, ({ part, example }) =>
		part ? null : placeOrNull(names.indexOf(example.reason)),
	);
	const reasonWeight = (bucket: number, name: number) =>
		reasons.weights[(reasons.placeOf.get(bucket) ?? 0) * names.length + name] ?? 0;
	const places = kept.flatMap((bucket, place) => (wide.has(bucket) ? [place] : []));
	const packHead = (head: Head) => ({
		weights: textOfSigned(kept.map((bucket) => rounded(heads[head].weights[bucket] ?? 0, UNITS[head]))),
		unit: UNITS[head],
		bias: toFour(heads[head].bias),
	});
	return {
		buckets: packSteps(kept),
		heads: { danger: packHead("danger"), emergency: packHead("emergency"), worry: packHead("worry") },
		reasons: {
			names,
			places: packSteps(places),
			weights: textOfSigned(
				names.flatMap((_, name) => places.map((place) => rounded(reasonWeight(kept[place] ?? 0, name), REASON_UNIT))),
			),
			unit: REASON_UNIT,
			biases: Array.from(reasons.biases, toFour),
		},
		thresholds,
	};
}

type Heads = Readonly<Record<Head, Learnt>>;

function learnHeads(vectors: readonly Vector[], buckets: ReadonlySet<number>, epochs?: number): Heads {
	const learnHead = (head: Head) => learn(vectors, buckets, SIZE, TARGETS[head], WEIGHTS[head], epochs);
	return { danger: learnHead("danger"), emergency: learnHead("emergency"), worry: learnHead("worry") };
}

/** The buckets whose weights are furthest from nothing, danger counting twice, in their own order. */
function strongest(buckets: ReadonlySet<number>, heads: Heads): readonly number[] {
	const strength = (bucket: number) =>
		HEADS.reduce((sum, head) => sum + Math.abs(heads[head].weights[bucket] ?? 0) * (head === "danger" ? 2 : 1), 0);
	return [...buckets]
		.map((bucket) => ({ bucket, strength: strength(bucket) }))
		.sort((one, other) => other.strength - one.strength || one.bucket - other.bucket)
		.slice(0, MOST_FEATURES)
		.map(({ bucket }) => bucket)
		.sort((one, other) => one - other);
}

function placeOrNull(place: number): number | null {
	return place < 0 ? null : place;
}

function rounded(weight: number, unit: number): number {
	return Math.max(-127, Math.min(127, Math.round(weight / unit)));
}

function toFour(value: number): number {
	return Math.round(value * 10_000) / 10_000;
}

function packSteps(sorted: readonly number[]): string {
	const bytes: number[] = [];
	let before = 0;
	for (const number of sorted) {
		let step = number - before;
		before = number;
		while (step >= 128) {
			bytes.push((step & 127) | 128);
			step >>>= 7;
		}
		bytes.push(step);
	}
	return textOfBytes(bytes);
}
