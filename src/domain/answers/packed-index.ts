import type { AudienceWords, FollowUps, Joins } from "#domain/answers/index-words.ts";
import type { NamedGroups } from "#domain/answers/read-question.ts";

/**
 * What training leaves for finding, as it stands in the build. Rows are strings of plain letters, which cost less
 * than numbers in JSON and need no decoding of bytes.
 */
export type PackedIndex = {
	/** Names of the subjects: the topics of their answers, joined by "+". The last is `NONE`. */
	readonly subjects: readonly string[];
	/** Features in order, one a line. */
	readonly features: string;
	/** How rare each feature is: one letter a feature. */
	readonly rarity: string;
	readonly learnt: PackedRows;
	readonly lexical: PackedRows;
	/** One number a subject. */
	readonly biases: readonly number[];
	/** As stems. */
	readonly groups: NamedGroups;
	readonly audience: AudienceWords;
	readonly followUps: FollowUps;
	readonly joins: Joins;
};

/** Sparse rows, one a line: the gaps between the subjects that have a weight, and the weights in steps of `step`. */
export type PackedRows = { readonly gaps: string; readonly weights: string; readonly step: number };

/** The subject of messages that no answer fits. */
export const NONE = "none";

const GAP_ZERO = 48;
const WEIGHT_ZERO = 80;
const MOST_STEPS = 44;
export const RARITY_STEP = 0.125;

/** Rows as they are read: where each begins, the subjects and the weights. */
export type Rows = { readonly start: Int32Array; readonly subject: Uint8Array; readonly weight: Float32Array };

export function unpackRows(packed: PackedRows): Rows {
	const { gaps, weights, step } = packed;
	const start: number[] = [0];
	const subject = new Uint8Array(weights.length);
	const weight = new Float32Array(weights.length);
	let entry = 0;
	let last = -1;
	for (let at = 0; at < gaps.length; at += 1) {
		const code = gaps.charCodeAt(at);
		if (code === 10) {
			start.push(entry);
			last = -1;
			continue;
		}
		last += code - GAP_ZERO;
		subject[entry] = last;
		weight[entry] = (weights.charCodeAt(entry) - WEIGHT_ZERO) * step;
		entry += 1;
	}
	return { start: Int32Array.from(start), subject, weight };
}

/** Packs rows of [subject, weight], subjects rising. Weights that round to nothing are left out. */
export function packRows(rows: readonly (readonly (readonly [number, number])[])[], step: number): PackedRows {
	let gaps = "";
	let weights = "";
	for (const row of rows) {
		let last = -1;
		for (const [subject, weight] of row) {
			const steps = Math.max(-MOST_STEPS, Math.min(MOST_STEPS, Math.round(weight / step)));
			if (steps === 0) continue;
			gaps += String.fromCharCode(GAP_ZERO + subject - last);
			weights += String.fromCharCode(WEIGHT_ZERO + steps);
			last = subject;
		}
		gaps += "\n";
	}
	return { gaps, weights, step };
}

export function unpackRarity(rarity: string): Float32Array {
	return Float32Array.from(rarity, (letter) => (letter.charCodeAt(0) - GAP_ZERO) * RARITY_STEP);
}

export function packRarity(values: readonly number[]): string {
	return values.map((value) => String.fromCharCode(GAP_ZERO + Math.round(value / RARITY_STEP))).join("");
}
