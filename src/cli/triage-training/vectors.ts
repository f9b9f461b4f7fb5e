import type { Example } from "#cli/triage-training/examples.ts";
import { sentenceFeatures } from "#domain/triage/features.ts";
import { readSentence } from "#domain/triage/find-frames.ts";
import type { Lexicon } from "#domain/triage/lexicon.ts";
import { bucketOf, lengthFactor, scaleOf } from "#domain/triage/model.ts";
import { readMessage, type Sentence } from "#domain/triage/read-message.ts";
import { spellingOf } from "#domain/triage/words.ts";

/** A message as the model learns from it: its buckets, and how much each counts. */
export type Vector = {
	readonly example: Example;
	readonly buckets: Int32Array;
	readonly values: Float64Array;
	readonly letters: ReadonlySet<number>;
	/** Whether it is one sentence of a longer message. */
	readonly part: boolean;
};

/**
 * The vectors of messages: whole, and, where nothing in the message is danger, each sentence alone, for a sentence is
 * judged by itself too. Of a message that tells of danger we do not know which sentence tells it.
 */
export function vectorsOf(examples: readonly Example[], lexicon: Lexicon): readonly Vector[] {
	const spelling = spellingOf(lexicon);
	return examples.flatMap((example) => {
		const sentences = readMessage(example.text, spelling);
		const whole = vectorOf(example, sentences, lexicon, false);
		if (sentences.length < 2 || example.level === "emergency" || example.level === "urgent") return [whole];
		return [whole, ...sentences.map((sentence) => vectorOf(example, [sentence], lexicon, true))];
	});
}

function vectorOf(example: Example, sentences: readonly Sentence[], lexicon: Lexicon, part: boolean): Vector {
	const counts = new Map<number, number>();
	const letters = new Set<number>();
	let mass = 0;
	for (const sentence of sentences) {
		sentenceFeatures(sentence, readSentence(sentence, lexicon), lexicon, (hash, kind) => {
			const scale = scaleOf(kind);
			mass += scale * scale;
			if (kind === "letters") letters.add(bucketOf(hash));
			counts.set(bucketOf(hash), (counts.get(bucketOf(hash)) ?? 0) + scale);
		});
	}
	const factor = lengthFactor(mass);
	return {
		example,
		letters,
		part,
		buckets: Int32Array.from(counts.keys()),
		values: Float64Array.from([...counts.values()].map((count) => count * factor)),
	};
}

/**
 * Buckets that messages of at least two families share; only these are learnt, for others say nothing of new messages.
 * Groups of letters are many and say little, so they must be shared by more.
 */
export function sharedBuckets(vectors: readonly Vector[], families = 2, familiesOfLetters = 10): ReadonlySet<number> {
	const most = Math.max(families, familiesOfLetters);
	const seen = new Map<number, { readonly families: Set<string>; readonly needs: number }>();
	for (const { example, buckets, letters } of vectors) {
		for (const bucket of buckets) {
			const here = seen.get(bucket) ?? {
				families: new Set(),
				needs: letters.has(bucket) ? familiesOfLetters : families,
			};
			if (here.families.size < most) here.families.add(example.family);
			seen.set(bucket, here);
		}
	}
	return new Set([...seen].filter(([, here]) => here.families.size >= here.needs).map(([bucket]) => bucket));
}
