import { expandPhrases, type Way } from "#domain/directory/search/expand-phrases.ts";
import { WORD_KINDS } from "#domain/directory/search/lexicon.ts";
import { queryWords } from "#domain/directory/search/query-words.ts";
import { resolveWord } from "#domain/directory/search/resolve-word.ts";
import type { Snapshot } from "#domain/directory/search/snapshot.ts";
import type { Weights } from "#domain/directory/search/weights.ts";

/** A word of the question with all the ways to find it. A record holds the word when it holds any of them. */
export type Slot = {
	readonly word: string;
	/** False for weak words beside others: they lift a record that holds them, and are not missed elsewhere. */
	readonly required: boolean;
	/** A weak word, required only because there is no other. */
	readonly weak: boolean;
	readonly ways: readonly Way[];
	/** In quotes: these terms, in this order. */
	readonly phrase: readonly number[] | null;
};
export type Interpretation = { readonly slots: readonly Slot[]; readonly didYouMean: string | null };

/** More words than this are more than a question holds; the rest would only slow the answer. */
export const MOST_SLOTS = 16;

/** Readings kept per snapshot: the same words come again with other filters, and from other people. */
const MOST_KEPT = 256;
const kept = new WeakMap<Snapshot, { readonly weights: Weights; readonly readings: Map<string, Interpretation> }>();

/** Reads a question against a snapshot's words. A question of nothing but stop words has no slots: it asks for everything. */
export function interpret(q: string, snapshot: Snapshot, weights: Weights): Interpretation {
	let known = kept.get(snapshot);
	if (known?.weights !== weights) {
		known = { weights, readings: new Map() };
		kept.set(snapshot, known);
	}
	const reading = known.readings.get(q) ?? read(q, snapshot, weights);
	if (known.readings.size >= MOST_KEPT) known.readings.clear();
	known.readings.set(q, reading);
	return reading;
}

function read(q: string, snapshot: Snapshot, weights: Weights): Interpretation {
	const words = queryWords(q);
	const resolved = words.map((word) => resolveWord(word, words.length > 1, snapshot, weights));
	const expanded = expandPhrases(resolved, snapshot, weights);
	const looked = resolved.flatMap((word, index) => {
		const expansion = expanded.get(index);
		const own = word.ways.map((way) => ({ ...way, factor: way.factor * (expansion?.ownFactor ?? 1) }));
		if (word.kind >= WORD_KINDS.small && !expansion?.ways.some(({ finds }) => finds)) return [];
		const kind = expansion?.telling ? WORD_KINDS.plain : word.kind;
		return [{ ...word, kind, ways: distinct(kinInPlace([...own, ...(expansion?.ways ?? [])], snapshot, weights)) }];
	});
	const onlyWeak = looked.every(({ kind }) => kind !== WORD_KINDS.plain);
	const slots = looked
		.map(
			({ word, kind, ways, stream }): Slot => ({
				word: word.text,
				required: onlyWeak || kind === WORD_KINDS.plain,
				weak: kind !== WORD_KINDS.plain,
				ways,
				phrase: word.quoted ? stream : null,
			}),
		)
		.filter((slot, index, all) => all.findIndex((other) => other.word === slot.word) === index)
		.slice(0, MOST_SLOTS);
	const corrected = resolved.some((word) => word.corrected !== null);
	return {
		slots,
		didYouMean: corrected
			? resolved.map(({ word, corrected: better }) => better ?? (word.quoted ? `"${word.text}"` : word.text)).join(" ")
			: null,
	};
}

/** Other things of the kind are found only where there are few of the thing itself; else they tell what a record is about. */
function kinInPlace(ways: readonly Way[], { postings }: Snapshot, weights: Weights): readonly Way[] {
	const listed = ways
		.filter(({ how }) => how !== "kin" && how !== "hint")
		.reduce((sum, { term }) => sum + (postings.offsets[term + 1] ?? 0) - (postings.offsets[term] ?? 0), 0);
	if (listed < weights.expansions.kinBelow) return ways;
	return ways.map((way) => (way.how === "kin" ? { ...way, finds: false } : way));
}

/** Each term once, by its best way. */
function distinct(ways: readonly Way[]): readonly Way[] {
	const best = new Map<number, Way>();
	for (const way of ways) {
		const known = best.get(way.term);
		if (!known || known.factor < way.factor) best.set(way.term, way);
	}
	return [...best.values()].sort((a, b) => Number(b.finds) - Number(a.finds));
}
