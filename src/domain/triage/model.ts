import { bytesOfText, signedOfText } from "#domain/triage/byte-text.ts";
import type { FeatureKind } from "#domain/triage/features.ts";
import type { Reason } from "#domain/triage/urgency.ts";

/** What the model weighs: danger (emergency or urgent), danger now, anything beyond a question. */
export const HEADS = ["danger", "emergency", "worry"] as const;
export type Head = (typeof HEADS)[number];

/** Hashes of features are cut to this many bits. */
const BUCKET_BITS = 19;
/** How much each kind of feature counts; found by cross-validation. */
const SCALE: Readonly<Record<FeatureKind, number>> = {
	word: 1,
	pair: 1,
	skip: 1,
	letters: 0.25,
	meaning: 1,
	meanings: 1,
	frame: 3,
	mark: 1,
};
/** Brings scores of short and long messages to one scale. */
const LENGTH_SCALE = 4;
/** Counts as so many features that say nothing, so that two or three words are not taken for much. */
const LENGTH_SOFTENING = 60;

/** The model as it is written in the build; the strings are as of `byte-text.ts`. */
export type PackedModel = {
	/** Steps between the sorted buckets, as 7-bit groups, low group first. */
	readonly buckets: string;
	/** One signed byte per feature for each head, and what one unit of it weighs. */
	readonly heads: Readonly<Record<Head, { readonly weights: string; readonly unit: number; readonly bias: number }>>;
	/** Reasons weigh a part of the features: steps between their places, and a row of signed bytes per reason. */
	readonly reasons: {
		readonly names: readonly Reason[];
		readonly places: string;
		readonly weights: string;
		readonly unit: number;
		readonly biases: readonly number[];
	};
	/** Scores from which a message counts, as the cross-validation chose them. */
	readonly thresholds: Thresholds;
};

export type Thresholds = {
	readonly danger: number;
	/** The lower score from which a frame that raises by itself counts. */
	readonly dangerWithRule: number;
	readonly emergency: number;
	readonly worry: number;
};

export type Model = {
	/** The place of a bucket's feature plus one; 0 for a bucket without one. */
	readonly placeOf: Uint16Array;
	readonly heads: readonly { readonly weights: Int8Array; readonly unit: number; readonly bias: number }[];
	readonly reasons: {
		readonly names: readonly Reason[];
		readonly rowOf: Int16Array;
		readonly weights: Int8Array;
		readonly unit: number;
		readonly biases: readonly number[];
	};
	readonly thresholds: Thresholds;
};

/** Sums over the features of one sentence: they add up, so that a run of sentences costs nothing more. */
export type Sums = { readonly heads: Float64Array; readonly reasons: Float64Array; mass: number };

/** The bucket of a feature's hash. */
export function bucketOf(hash: number): number {
	return hash & ((1 << BUCKET_BITS) - 1);
}

/** How much a kind of feature counts. */
export function scaleOf(kind: FeatureKind): number {
	return SCALE[kind];
}

/** What a message's sums are multiplied by. */
export function lengthFactor(mass: number): number {
	return mass > 0 ? LENGTH_SCALE / Math.sqrt(mass + LENGTH_SOFTENING) : 0;
}

export function emptySums(model: Model): Sums {
	return { heads: new Float64Array(HEADS.length), reasons: new Float64Array(model.reasons.names.length), mass: 0 };
}

/** Adds one feature to the sums. */
export function weigh(model: Model, sums: Sums, hash: number, kind: FeatureKind): void {
	const scale = SCALE[kind];
	sums.mass += scale * scale;
	const place = (model.placeOf[bucketOf(hash)] ?? 0) - 1;
	if (place < 0) return;
	for (let head = 0; head < model.heads.length; head += 1) {
		const { weights, unit } = model.heads[head] ?? NO_HEAD;
		sums.heads[head] = (sums.heads[head] ?? 0) + (weights[place] ?? 0) * unit * scale;
	}
	const row = model.reasons.rowOf[place] ?? -1;
	if (row < 0) return;
	const count = model.reasons.names.length;
	for (let reason = 0; reason < count; reason += 1) {
		sums.reasons[reason] =
			(sums.reasons[reason] ?? 0) + (model.reasons.weights[row * count + reason] ?? 0) * model.reasons.unit * scale;
	}
}
const NO_HEAD = { weights: new Int8Array(0), unit: 0, bias: 0 };

/** Adds one sentence's sums to another's. */
export function addSums(to: Sums, from: Sums): void {
	to.mass += from.mass;
	for (let at = 0; at < to.heads.length; at += 1) to.heads[at] = (to.heads[at] ?? 0) + (from.heads[at] ?? 0);
	for (let at = 0; at < to.reasons.length; at += 1) to.reasons[at] = (to.reasons[at] ?? 0) + (from.reasons[at] ?? 0);
}

/** The reason that fits best among some; the first of them when nothing is known. */
export function bestReason(model: Model, sums: Sums, among: readonly Reason[]): Reason {
	const factor = lengthFactor(sums.mass);
	let best: Reason = among[0] ?? "none";
	let highest = Number.NEGATIVE_INFINITY;
	model.reasons.names.forEach((reason, at) => {
		const score = (model.reasons.biases[at] ?? 0) + (sums.reasons[at] ?? 0) * factor;
		if (among.includes(reason) && score > highest) {
			best = reason;
			highest = score;
		}
	});
	return best;
}

/** Lays a packed model out for use. */
export function unpackModel(packed: PackedModel): Model {
	const placeOf = new Uint16Array(1 << BUCKET_BITS);
	steps(packed.buckets).forEach((bucket, place) => {
		placeOf[bucket] = place + 1;
	});
	const count = signedOfText(packed.heads.danger.weights).length;
	const rowOf = new Int16Array(count).fill(-1);
	steps(packed.reasons.places).forEach((place, row) => {
		rowOf[place] = row;
	});
	return {
		placeOf,
		heads: HEADS.map((head) => ({ ...packed.heads[head], weights: signedOfText(packed.heads[head].weights) })),
		reasons: {
			...packed.reasons,
			rowOf,
			weights: byFeature(signedOfText(packed.reasons.weights), packed.reasons.names.length),
		},
		thresholds: packed.thresholds,
	};
}

/** Rows per reason, as they pack well, turned into rows per feature, as they are read. */
function byFeature(rows: Int8Array, reasons: number): Int8Array {
	const features = rows.length / reasons;
	const turned = new Int8Array(rows.length);
	for (let reason = 0; reason < reasons; reason += 1) {
		for (let feature = 0; feature < features; feature += 1)
			turned[feature * reasons + reason] = rows[reason * features + feature] ?? 0;
	}
	return turned;
}

/** Sorted numbers from their packed steps. */
function steps(packed: string): number[] {
	const numbers: number[] = [];
	let at = 0;
	let step = 0;
	let shift = 0;
	for (const byte of bytesOfText(packed)) {
		step |= (byte & 127) << shift;
		shift += 7;
		if (byte >= 128) continue;
		at += step;
		numbers.push(at);
		step = 0;
		shift = 0;
	}
	return numbers;
}
