/** One lesson as numbers: the features it has, how much each counts, and where it belongs. */
export type Sample = {
	readonly features: Int32Array;
	readonly values: Float64Array;
	readonly subject: number;
	readonly weight: number;
	/** The subjects it is told apart from. */
	readonly among: Int32Array;
};

export type Fitted = { readonly weights: Float32Array; readonly biases: Float64Array };

export type FitSettings = {
	readonly rounds: number;
	readonly rate: number;
	readonly decay: number;
	/** Places (feature times subjects plus subject) that may have a weight; all when left out. */
	readonly allowed?: Uint8Array;
	/** Where to start from. */
	readonly from?: Fitted;
};

const BIAS_RATE = 0.01;
/** Errors smaller than this teach nothing worth the time. */
const SMALLEST_ERROR = 2e-3;

/**
 * Multinomial logistic regression by adaptive gradient steps (Duchi, Hazan, Singer 2011), averaged over the second
 * half of its rounds. The order of samples comes from a fixed seed, so the same samples give the same weights.
 */
export function fitWeights(
	samples: readonly Sample[],
	features: number,
	subjects: number,
	settings: FitSettings,
): Fitted {
	const { rounds, rate, decay, allowed, from } = settings;
	const weights = from ? Float32Array.from(from.weights) : new Float32Array(features * subjects);
	const biases = from ? Float64Array.from(from.biases) : new Float64Array(subjects);
	const squares = new Float32Array(weights.length).fill(1e-3);
	const sum = new Float64Array(weights.length);
	const chance = new Float64Array(subjects);
	const order = samples.map((_, index) => index);
	const random = seeded(1);
	let summed = 0;
	for (let round = 0; round < rounds; round += 1) {
		shuffle(order, random);
		for (const place of order) {
			const sample = samples[place];
			if (sample) learn(sample);
		}
		if (round * 2 < rounds) continue;
		summed += 1;
		for (let at = 0; at < sum.length; at += 1) sum[at] = (sum[at] ?? 0) + (weights[at] ?? 0);
	}
	return { weights: Float32Array.from(sum, (value) => value / summed), biases };

	function learn({ features: places, values, subject, weight, among }: Sample): void {
		chances(places, values, among);
		for (const other of among) {
			const error = ((chance[other] ?? 0) - (other === subject ? 1 : 0)) * weight;
			if (error < SMALLEST_ERROR && error > -SMALLEST_ERROR) continue;
			for (let index = 0; index < places.length; index += 1) {
				const at = (places[index] ?? 0) * subjects + other;
				if (allowed && allowed[at] === 0) continue;
				const old = weights[at] ?? 0;
				const step = error * (values[index] ?? 0) + decay * old;
				const square = (squares[at] ?? 0) + step * step;
				squares[at] = square;
				weights[at] = old - (rate * step) / Math.sqrt(square);
			}
			biases[other] = (biases[other] ?? 0) - BIAS_RATE * error;
		}
	}

	function chances(places: Int32Array, values: Float64Array, among: Int32Array): void {
		for (const other of among) chance[other] = biases[other] ?? 0;
		for (let index = 0; index < places.length; index += 1) {
			const row = (places[index] ?? 0) * subjects;
			const value = values[index] ?? 0;
			for (const other of among) chance[other] = (chance[other] ?? 0) + value * (weights[row + other] ?? 0);
		}
		let most = Number.NEGATIVE_INFINITY;
		for (const other of among) most = Math.max(most, chance[other] ?? 0);
		let total = 0;
		for (const other of among) {
			const raised = Math.exp((chance[other] ?? 0) - most);
			chance[other] = raised;
			total += raised;
		}
		for (const other of among) chance[other] = (chance[other] ?? 0) / total;
	}
}

function shuffle(order: number[], random: () => number): void {
	for (let at = order.length - 1; at > 0; at -= 1) {
		const other = Math.floor(random() * (at + 1));
		const kept = order[at] ?? 0;
		order[at] = order[other] ?? 0;
		order[other] = kept;
	}
}

/** A repeatable row of numbers from 0 to 1 (linear congruential, the constants of ANSI C). */
function seeded(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state * 1103515245 + 12345) % 2147483648;
		return state / 2147483648;
	};
}
