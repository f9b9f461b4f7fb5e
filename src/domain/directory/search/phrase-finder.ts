/** A run of terms to look for. Numbers are term numbers; `value` is whatever the finder of it needs to know. */
export type Phrase<Value> = { readonly terms: readonly number[]; readonly value: Value };
export type Found<Value> = { readonly value: Value; readonly from: number; readonly to: number };

/**
 * Finds every phrase in a stream of terms, overlapping ones too. Stop words in the stream are stepped over
 * ("kicks him off" holds "kicks off"), unless the phrase itself asks for the stop word.
 * A stream entry below zero is a break: no phrase runs across it.
 */
export function createPhraseFinder<Value>(phrases: readonly Phrase<Value>[], isStopWord: (term: number) => boolean) {
	const byFirst = new Map<number, Phrase<Value>[]>();
	for (const phrase of phrases) {
		const [first] = phrase.terms;
		if (first === undefined) continue;
		const same = byFirst.get(first);
		if (same) same.push(phrase);
		else byFirst.set(first, [phrase]);
	}

	/** Where the phrase that begins at `from` ends (not included), or -1. */
	function endOf(phrase: Phrase<Value>, stream: ArrayLike<number>, from: number): number {
		let at = from + 1;
		for (let index = 1; index < phrase.terms.length; index += 1) {
			const wanted = phrase.terms[index];
			while (at < stream.length && stream[at] !== wanted) {
				const term = stream[at] ?? -1;
				if (term < 0 || !isStopWord(term)) return -1;
				at += 1;
			}
			if (at >= stream.length) return -1;
			at += 1;
		}
		return at;
	}

	return function find(stream: ArrayLike<number>, found: (value: Value, from: number, to: number) => void): void {
		for (let from = 0; from < stream.length; from += 1) {
			const candidates = byFirst.get(stream[from] ?? -1);
			if (!candidates) continue;
			for (const phrase of candidates) {
				const to = phrase.terms.length === 1 ? from + 1 : endOf(phrase, stream, from);
				if (to > 0) found(phrase.value, from, to);
			}
		}
	};
}

/** Only the matches that no longer match holds whole: "sexual health" counts, the "health" in it does not. */
export function widest<Value>(found: readonly Found<Value>[]): readonly Found<Value>[] {
	return found.filter(
		(inner) =>
			!found.some(
				(outer) => outer.from <= inner.from && outer.to >= inner.to && outer.to - outer.from > inner.to - inner.from,
			),
	);
}
