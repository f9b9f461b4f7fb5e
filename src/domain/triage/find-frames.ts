import { type Entry, holds, include, type Lexicon, type Pattern } from "#domain/triage/lexicon.ts";
import type { Sentence } from "#domain/triage/read-message.ts";

/** The word and the phrases that begin at one place of a sentence. */
export type Standing = readonly Entry[];

/** How the sentence is meant, as far as its words tell. */
export type Meaning = {
	readonly question: boolean;
	readonly register: boolean;
	readonly hypothetical: boolean;
	readonly past: boolean;
	readonly now: boolean;
};

export type Found = { readonly frame: number; readonly at: number; readonly end: number; readonly negated: boolean };

export type Reading = {
	readonly standing: readonly Standing[];
	readonly meaning: Meaning;
	readonly found: readonly Found[];
};

const NONE: Standing = [];
/** How many words before a frame a denial may stand. */
const DENIAL_REACH = 6;
/** How many positions one pattern is tried at: a sentence that repeats itself says it once. */
const MOST_TRIES = 12;

/** The symbols, the meaning and the frames of one sentence. */
export function readSentence(sentence: Sentence, lexicon: Lexicon): Reading {
	const standing = withoutIdioms(stand(sentence.words, lexicon), lexicon);
	const present = new Uint32Array(Math.ceil(lexicon.symbols.length / 32));
	for (const here of standing) {
		for (const { symbols } of here) include(present, symbols);
	}
	const { marks } = lexicon;
	return {
		standing,
		meaning: {
			question: stands(standing[0], marks.question) || (sentence.question && holds(present, marks.question)),
			register: holds(present, marks.register),
			hypothetical: holds(present, marks.hypothetical),
			past: holds(present, marks.past),
			now: holds(present, marks.now),
		},
		found: find(standing, present, lexicon),
	};
}

/** Whether a symbol stands at a place. */
export function stands(here: Standing | undefined, symbol: number): boolean {
	if (here) for (const entry of here) if (holds(entry.symbols, symbol)) return true;
	return false;
}

function stand(words: readonly string[], lexicon: Lexicon): Standing[] {
	return words.map((word, at) => {
		const alone = lexicon.words.get(word) ?? NONE;
		const phrases = lexicon.phrases
			.get(word)
			?.filter((phrase) => phrase.words.every((part, offset) => words[at + offset] === part));
		return phrases && phrases.length > 0 ? [...alone, ...phrases] : alone;
	});
}

/** An idiom hides what stands under it: in "killing me with paperwork" nobody is killed. */
function withoutIdioms(standing: Standing[], lexicon: Lexicon): Standing[] {
	const idiom = lexicon.marks.idiom;
	for (let at = 0; at < standing.length; at += 1) {
		let longest = 0;
		for (const { symbols, length } of standing[at] ?? NONE)
			if (length > longest && holds(symbols, idiom)) longest = length;
		if (longest === 0) continue;
		standing[at] = (standing[at] ?? NONE).filter(({ length }) => length >= longest);
		for (let under = at + 1; under < at + longest; under += 1) standing[under] = NONE;
	}
	return standing;
}

function find(standing: readonly Standing[], present: Uint32Array, lexicon: Lexicon): Found[] {
	const found = new Map<number, Found>();
	for (const { rarest, patterns } of lexicon.patterns) {
		if (!holds(present, rarest)) continue;
		for (const pattern of patterns) {
			const before = found.get(pattern.frame);
			if (before && !before.negated) continue;
			if (!pattern.steps.every((step) => holds(present, step.symbol))) continue;
			const match = firstMatch(pattern, standing, lexicon);
			if (match && (!before || !match.negated)) found.set(pattern.frame, match);
		}
	}
	return [...found.values()].sort((one, other) => one.frame - other.frame);
}

/** The first place where a pattern stands, preferring one that is not negated. */
function firstMatch(pattern: Pattern, standing: readonly Standing[], lexicon: Lexicon): Found | null {
	const first = pattern.steps[0]?.symbol ?? -1;
	let negated: Found | null = null;
	let tries = 0;
	const last = pattern.atStart ? 1 : standing.length;
	for (let at = 0; at < last && tries < MOST_TRIES; at += 1) {
		if (!stands(standing[at], first)) continue;
		tries += 1;
		const plain = matchFrom(pattern, 0, at, standing, lexicon, false);
		if (plain !== null && !deniedBefore(at, standing, lexicon) && !deniedAfter(plain, standing, lexicon))
			return { frame: pattern.frame, at, end: plain, negated: false };
		const any = plain ?? matchFrom(pattern, 0, at, standing, lexicon, true);
		if (any !== null) negated ??= { frame: pattern.frame, at, end: any, negated: true };
	}
	return negated;
}

/** Where the pattern ends when its steps from `index` on stand at `at` or within the gap after it; null when they do not. */
function matchFrom(
	pattern: Pattern,
	index: number,
	at: number,
	standing: readonly Standing[],
	lexicon: Lexicon,
	throughNegation: boolean,
): number | null {
	const step = pattern.steps[index];
	if (!step) return !pattern.atEnd || at >= standing.length ? at : null;
	const last = Math.min(at + (index === 0 ? 0 : step.gap), standing.length - 1);
	for (let place = at; place <= last; place += 1) {
		for (const { symbols, length } of standing[place] ?? NONE) {
			if (!holds(symbols, step.symbol)) continue;
			const end = matchFrom(pattern, index + 1, place + length, standing, lexicon, throughNegation);
			if (end !== null) return end;
		}
		if (!throughNegation && negates(place, standing, lexicon)) return null;
	}
	return null;
}

/** Whether a negator stands here, and not as part of "not only" or "won't stop". */
export function negates(place: number, standing: readonly Standing[], lexicon: Lexicon): boolean {
	const here = standing[place];
	return stands(here, lexicon.marks.negator) && !stands(here, lexicon.marks.not_negating);
}

/** Whether what follows is denied as a whole: "nobody", "I never said that", "it is not true that". */
function deniedBefore(at: number, standing: readonly Standing[], lexicon: Lexicon): boolean {
	for (let place = Math.max(0, at - DENIAL_REACH); place <= at; place += 1) {
		if (stands(standing[place], lexicon.marks.denial)) return true;
	}
	return at > 0 && negates(at - 1, standing, lexicon);
}

/** Whether the word after it denies it, as in Urdu or Bengali: "mare na". */
function deniedAfter(end: number, standing: readonly Standing[], lexicon: Lexicon): boolean {
	return stands(standing[end], lexicon.marks.post_negator);
}
