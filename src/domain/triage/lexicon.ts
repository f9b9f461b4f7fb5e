import type { Level, Reason } from "#domain/triage/urgency.ts";

/** One step of a pattern: a symbol that must stand here, after at most `gap` other words. */
export type Step = { readonly symbol: number; readonly gap: number };

/** What a pattern of symbols says when it is found in a sentence. */
export type Frame = {
	readonly name: string;
	readonly reason: Reason;
	/** What it says by itself; null for a sign that only counts for the model and together with other signs. */
	readonly level: Level | null;
	/** What it says when the sentence says that it is now. */
	readonly now: Level | null;
	/** Whether it raises the urgency by itself. Others are features of the model. */
	readonly sure: boolean;
	/** Whether it speaks of people in general, so that in a question it asks how things work. */
	readonly general: boolean;
	/** Whether it holds inside news, homework, games and procedure too. */
	readonly always: boolean;
	/** Whether a word such as "not" before it or inside it leaves it true. */
	readonly evenNegated: boolean;
};

export type Pattern = {
	readonly frame: number;
	readonly steps: readonly Step[];
	readonly atStart: boolean;
	readonly atEnd: boolean;
};

/** Signs that together, near each other, say more than each alone. */
export type Combination = { readonly frames: readonly number[]; readonly level: Level; readonly reason: Reason };

/** A phrase of several words that stands for symbols. */
export type Phrase = { readonly words: readonly string[]; readonly symbols: readonly number[] };

export type Lexicon = {
	readonly respell: ReadonlyMap<string, readonly string[]>;
	readonly symbols: readonly string[];
	/** Symbols of a single word. */
	readonly words: ReadonlyMap<string, readonly number[]>;
	/** Phrases by their first word. */
	readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
	readonly frames: readonly Frame[];
	/** Patterns by their rarest symbol. */
	readonly patterns: ReadonlyMap<number, readonly Pattern[]>;
	readonly combinations: readonly Combination[];
	/** Symbols that the matcher and the model ask about by name. */
	readonly marks: Marks;
	/** Whether the model treats the symbol as a meaning, rather than a single word that some pattern names. */
	readonly isClass: readonly boolean[];
};

/** Classes with a part in the grammar: how a sentence is meant. */
export const MARK_NAMES = [
	"negator",
	"not_negating",
	"denial",
	"question",
	"register",
	"hypothetical",
	"past",
	"now",
	"idiom",
] as const;
export type Marks = Readonly<Record<(typeof MARK_NAMES)[number], number>>;

/** The lexicon as it is written in the build: plain values only, so that it is one string of JSON. */
export type PackedLexicon = {
	readonly respell: Readonly<Record<string, string>>;
	readonly symbols: readonly string[];
	/** The words, phrases and other classes of each class, parted by "|". A symbol is a class or such a list itself. */
	readonly classes: Readonly<Record<string, string>>;
	readonly frames: readonly Frame[];
	/** `[frame, flags, symbol, gap, symbol, gap, …]`; flag 1 is "at the start", 2 "at the end". */
	readonly patterns: readonly (readonly number[])[];
	readonly combinations: readonly Combination[];
};

/** Lays a packed lexicon out for look-up. */
export function unpackLexicon(packed: PackedLexicon): Lexicon {
	const words = new Map<string, readonly number[]>();
	const phrases = new Map<string, Phrase[]>();
	const spread = new Array<number>(packed.symbols.length).fill(0);
	for (const [entry, symbols] of entriesOf(packed)) {
		const parts = entry.split(" ");
		const first = parts[0] ?? "";
		for (const symbol of symbols) spread[symbol] = (spread[symbol] ?? 0) + 1 / parts.length;
		if (parts.length === 1) words.set(first, symbols);
		else listIn(phrases, first).push({ words: parts, symbols });
	}
	const patterns = new Map<number, Pattern[]>();
	for (const [frame = 0, flags = 0, ...rest] of packed.patterns) {
		const steps: Step[] = [];
		for (let at = 0; at + 1 < rest.length; at += 2) steps.push({ symbol: rest[at] ?? 0, gap: rest[at + 1] ?? 0 });
		const rarest = steps.reduce(
			(best, step) => ((spread[step.symbol] ?? 0) < (spread[best] ?? 0) ? step.symbol : best),
			steps[0]?.symbol ?? 0,
		);
		listIn(patterns, rarest).push({ frame, steps, atStart: (flags & 1) > 0, atEnd: (flags & 2) > 0 });
	}
	const place = (name: (typeof MARK_NAMES)[number]) => packed.symbols.indexOf(`<${name}>`);
	return {
		respell: new Map(Object.entries(packed.respell).map(([from, to]) => [from, to === "" ? [] : to.split(" ")])),
		symbols: packed.symbols,
		words,
		phrases,
		frames: packed.frames,
		patterns,
		combinations: packed.combinations,
		isClass: packed.symbols.map((name) => name in packed.classes),
		marks: {
			negator: place("negator"),
			not_negating: place("not_negating"),
			denial: place("denial"),
			question: place("question"),
			register: place("register"),
			hypothetical: place("hypothetical"),
			past: place("past"),
			now: place("now"),
			idiom: place("idiom"),
		},
	};
}

/** Every word and phrase with the symbols it stands for. */
function entriesOf(packed: PackedLexicon): ReadonlyMap<string, readonly number[]> {
	const wholes = new Map<string, readonly string[]>();
	function whole(choices: string): readonly string[] {
		return choices.split("|").flatMap((choice) => {
			const nested = packed.classes[choice];
			if (nested === undefined) return [choice];
			const known = wholes.get(choice) ?? whole(nested);
			wholes.set(choice, known);
			return known;
		});
	}
	const entries = new Map<string, number[]>();
	packed.symbols.forEach((choices, symbol) => {
		for (const entry of new Set(whole(choices))) listIn(entries, entry).push(symbol);
	});
	return entries;
}

function listIn<Key, Item>(map: Map<Key, Item[]>, key: Key): Item[] {
	let list = map.get(key);
	if (!list) {
		list = [];
		map.set(key, list);
	}
	return list;
}
