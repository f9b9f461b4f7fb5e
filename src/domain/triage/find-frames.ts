import type { Lexicon, Pattern } from "#domain/triage/lexicon.ts";
import type { Sentence } from "#domain/triage/read-message.ts";

/** Where a symbol stands in a sentence. */
type Standing = { readonly symbol: number; readonly length: number };

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
	readonly standing: readonly (readonly Standing[])[];
	readonly meaning: Meaning;
	readonly found: readonly Found[];
};

/** Words that idioms cover match no pattern: this symbol alone stands there. */
const NONE: readonly Standing[] = [];
/** How many words before a frame a denial may stand. */
const DENIAL_REACH = 6;
/** How many positions one pattern is tried at: a sentence that repeats itself says it once. */
const MOST_TRIES = 12;

/** The symbols, the meaning and the frames of one sentence. */
export function readSentence(sentence: Sentence, lexicon: Lexicon): Reading {
	const standing = withoutIdioms(stand(sentence.words, lexicon), lexicon);
	const present = new Set<number>();
	for (const here of standing) for (const { symbol } of here) present.add(symbol);
	const { marks } = lexicon;
	const starts = standing[0]?.some(({ symbol }) => symbol === marks.question) ?? false;
	return {
		standing,
		meaning: {
			question: starts || (sentence.question && present.has(marks.question)),
			register: present.has(marks.register),
			hypothetical: present.has(marks.hypothetical),
			past: present.has(marks.past),
			now: present.has(marks.now),
		},
		found: find(standing, present, lexicon),
	};
}

function stand(words: readonly string[], lexicon: Lexicon): (readonly Standing[])[] {
	return words.map((word, at) => {
		const here: Standing[] = [];
		for (const symbol of lexicon.words.get(word) ?? []) here.push({ symbol, length: 1 });
		for (const phrase of lexicon.phrases.get(word) ?? []) {
			if (phrase.words.every((part, offset) => words[at + offset] === part)) {
				for (const symbol of phrase.symbols) here.push({ symbol, length: phrase.words.length });
			}
		}
		return here;
	});
}

/** An idiom hides what stands under it: in "killing me with paperwork" nobody is killed. */
function withoutIdioms(standing: (readonly Standing[])[], lexicon: Lexicon): (readonly Standing[])[] {
	const idiom = lexicon.marks.idiom;
	for (let at = 0; at < standing.length; at += 1) {
		let longest = 0;
		for (const { symbol, length } of standing[at] ?? NONE) if (symbol === idiom && length > longest) longest = length;
		if (longest === 0) continue;
		standing[at] = (standing[at] ?? NONE).filter(({ symbol, length }) => symbol === idiom || length > longest);
		for (let under = at + 1; under < at + longest; under += 1) standing[under] = NONE;
	}
	return standing;
}

function find(standing: readonly (readonly Standing[])[], present: ReadonlySet<number>, lexicon: Lexicon): Found[] {
	const found = new Map<number, Found>();
	for (const symbol of present) {
		for (const pattern of lexicon.patterns.get(symbol) ?? []) {
			const before = found.get(pattern.frame);
			if (before && !before.negated) continue;
			if (!pattern.steps.every((step) => present.has(step.symbol))) continue;
			const match = firstMatch(pattern, standing, lexicon);
			if (match && (!before || !match.negated)) found.set(pattern.frame, match);
		}
	}
	return [...found.values()].sort((one, other) => one.frame - other.frame);
}

/** The first place where a pattern stands, preferring one that is not negated. */
function firstMatch(pattern: Pattern, standing: readonly (readonly Standing[])[], lexicon: Lexicon): Found | null {
	const first = pattern.steps[0]?.symbol;
	let negated: Found | null = null;
	let tries = 0;
	const last = pattern.atStart ? 1 : standing.length;
	for (let at = 0; at < last && tries < MOST_TRIES; at += 1) {
		if (!standing[at]?.some((here) => here.symbol === first)) continue;
		tries += 1;
		const plain = matchFrom(pattern, 0, at, standing, lexicon, false);
		if (plain !== null && !deniedBefore(at, standing, lexicon))
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
	standing: readonly (readonly Standing[])[],
	lexicon: Lexicon,
	throughNegation: boolean,
): number | null {
	const step = pattern.steps[index];
	if (!step) return !pattern.atEnd || at >= standing.length ? at : null;
	const last = Math.min(at + (index === 0 ? 0 : step.gap), standing.length - 1);
	for (let place = at; place <= last; place += 1) {
		const here = standing[place] ?? NONE;
		for (const { symbol, length } of here) {
			if (symbol !== step.symbol) continue;
			const end = matchFrom(pattern, index + 1, place + length, standing, lexicon, throughNegation);
			if (end !== null) return end;
		}
		if (!throughNegation && negates(place, standing, lexicon)) return null;
	}
	return null;
}

/** Whether a negator stands here, and not as part of "not only" or "won't stop". */
function negates(place: number, standing: readonly (readonly Standing[])[], lexicon: Lexicon): boolean {
	const { negator, not_negating } = lexicon.marks;
	return (
		(standing[place]?.some(({ symbol }) => symbol === negator) ?? false) &&
		!(standing[place]?.some(({ symbol }) => symbol === not_negating) ?? false)
	);
}

/** Whether what follows is denied as a whole: "nobody", "I never said that", "it is not true that". */
function deniedBefore(at: number, standing: readonly (readonly Standing[])[], lexicon: Lexicon): boolean {
	for (let place = Math.max(0, at - DENIAL_REACH); place < at; place += 1) {
		if (standing[place]?.some(({ symbol }) => symbol === lexicon.marks.denial)) return true;
	}
	return (
		(standing[at]?.some(({ symbol }) => symbol === lexicon.marks.denial) ?? false) ||
		(at > 0 && negates(at - 1, standing, lexicon))
	);
}
