import { type Placed, type Sentence, stands } from "#domain/phrasing/clauses.ts";

/** What a cited passage says around a sentence: its answer's title, its heading, the sentence before. Names a "they" or an "it". */
export type Context = readonly Placed[];

/** The sentences of the cited passages that a new sentence was made from. */
export type Support = { readonly sources: readonly Sentence[]; readonly missing: readonly Placed[] };

/** At most this many reviewed sentences make one new one. */
const MOST_SOURCES = 4;
/** A reviewed sentence that shares nearly as much as the best may be the one meant as well. */
const NEARLY = 0.6;

/** Words that must stand in the passage. "You" is the reader, and needs no support. */
export function telling(token: Placed): boolean {
	if (token.kind === "content" || token.kind === "amount") return true;
	return token.kind === "actor" && token.id !== "you";
}

/** Every likely choice of reviewed sentences for a new one, likeliest first, each with the words it leaves unsupported. */
export function supportsOf(said: Sentence, cited: readonly Sentence[]): readonly Support[] {
	const words = said.tokens.filter(telling);
	const shares = cited.map(
		(source) => words.filter((word) => source.tokens.some((token) => stands(word, token))).length,
	);
	const best = Math.max(0, ...shares);
	if (best === 0) return [{ sources: [], missing: words }];
	return cited
		.map((source, index) => ({ source, share: shares[index] ?? 0 }))
		.filter(({ share }) => share >= best * NEARLY)
		.sort((a, b) => b.share - a.share)
		.slice(0, MOST_SOURCES)
		.map(({ source }) => gather(words, source, cited));
}

function gather(words: readonly Placed[], first: Sentence, cited: readonly Sentence[]): Support {
	const sources = [first];
	let missing = unsupported(words, first);
	while (missing.length > 0 && sources.length < MOST_SOURCES) {
		const left = missing;
		const ranked = cited
			.filter((source) => !sources.includes(source))
			.map((source) => ({ source, left: unsupported(left, source) }))
			.sort((a, b) => a.left.length - b.left.length)[0];
		if (!ranked || ranked.left.length === missing.length) break;
		sources.push(ranked.source);
		missing = ranked.left;
	}
	return { sources: [...sources, ...alsoMeant(words, sources, cited)], missing };
}

/** A "not" or a "may" that no source has, in a reviewed sentence that is said again for the most part: that one was meant too. */
function alsoMeant(
	words: readonly Placed[],
	sources: readonly Sentence[],
	cited: readonly Sentence[],
): readonly Sentence[] {
	return cited.filter((source) => {
		if (sources.includes(source)) return false;
		const own = source.tokens.filter(telling);
		const again = own.filter((token) => words.some((word) => stands(word, token))).length;
		const marked = source.tokens.some(
			({ kind, id }) =>
				(kind === "not" || kind === "modal") &&
				!sources.some(({ tokens }) => tokens.some((token) => token.kind === kind && token.id === id)),
		);
		return marked && own.length > 0 && again === own.length;
	});
}

function unsupported(words: readonly Placed[], source: Sentence): readonly Placed[] {
	return words.filter((word) => !source.tokens.some((token) => stands(word, token)));
}

/** Every token of the sources that a word may stand for. */
export function matchesOf(word: Placed, sources: readonly Sentence[]): readonly Placed[] {
	return sources.flatMap(({ tokens }) => tokens.filter((token) => stands(word, token)));
}
