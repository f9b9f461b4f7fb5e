import { hashText } from "#domain/triage/hash.ts";
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

/** What a word or a phrase of `length` words stands for. */
export type Entry = {
	readonly words: readonly string[];
	readonly length: number;
	/** One bit per symbol. */
	readonly symbols: Uint32Array;
	/** Those of its symbols that are classes, the narrowest first: meanings that the model weighs. */
	readonly classes: readonly number[];
};

export type Lexicon = {
	readonly respell: ReadonlyMap<string, readonly string[]>;
	readonly symbols: readonly string[];
	/** Entries of one word, each in a list of its own: what stands where no phrase begins. */
	readonly words: ReadonlyMap<string, readonly Entry[]>;
	/** Phrases by their first word. */
	readonly phrases: ReadonlyMap<string, readonly Entry[]>;
	readonly frames: readonly Frame[];
	/** Patterns by their rarest symbol. */
	readonly patterns: readonly { readonly rarest: number; readonly patterns: readonly Pattern[] }[];
	readonly combinations: readonly Combination[];
	/** Symbols that the matcher and the model ask about by name. */
	readonly marks: Marks;
	/** Hashes of the symbols' names, for the model. */
	readonly hashes: Uint32Array;
};

/** Classes with a part in the grammar: how a sentence is meant. */
export const MARK_NAMES = [
	"negator",
	"post_negator",
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
	const words = new Map<string, readonly Entry[]>();
	const phrases = new Map<string, Entry[]>();
	const isClass = packed.symbols.map((name) => name in packed.classes);
	const kinds = kindsOf(packed, isClass);
	const spread = new Float64Array(packed.symbols.length);
	for (const { symbols, entries } of kinds)
		eachSymbol(symbols, (symbol) => {
			spread[symbol] = (spread[symbol] ?? 0) + entries.length;
		});
	for (const { symbols, entries } of kinds) {
		const classes: number[] = [];
		eachSymbol(symbols, (symbol) => {
			if (isClass[symbol]) classes.push(symbol);
		});
		classes.sort((one, other) => (spread[one] ?? 0) - (spread[other] ?? 0) || one - other);
		for (const text of entries) {
			const parts = text.split(" ");
			const first = parts[0] ?? "";
			const entry = { words: parts, length: parts.length, symbols, classes };
			if (parts.length === 1) words.set(first, [entry]);
			else listIn(phrases, first).push(entry);
		}
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
		patterns: [...patterns].map(([rarest, list]) => ({ rarest, patterns: list })),
		combinations: packed.combinations,
		hashes: Uint32Array.from(packed.symbols, (name) => hashText(name, 7)),
		marks: {
			negator: place("negator"),
			post_negator: place("post_negator"),
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

/** Words and phrases that stand for the same symbols. Most do, so a lexicon is laid out in a third of the time. */
type Kind = { readonly symbols: Uint32Array; readonly entries: readonly string[] };

/** Every word and phrase with one bit for each symbol it stands for, those of classes inside classes included. */
function kindsOf(packed: PackedLexicon, isClass: readonly boolean[]): readonly Kind[] {
	const size = Math.ceil(packed.symbols.length / 32);
	const idOf = new Map(packed.symbols.map((name, symbol) => [name, symbol]));
	const direct = new Map<string, string>();
	const holders = new Map<number, number[]>();
	packed.symbols.forEach((name, symbol) => {
		for (const choice of (packed.classes[name] ?? name).split("|")) {
			if (choice in packed.classes) listIn(holders, idOf.get(choice) ?? -1).push(symbol);
			else direct.set(choice, `${direct.get(choice) ?? ""}${symbol},`);
		}
	});
	const known = new Map<number, Uint32Array>();
	function upwards(symbol: number): Uint32Array {
		const before = known.get(symbol);
		if (before) return before;
		const bits = new Uint32Array(size);
		bits[symbol >>> 5] = 1 << (symbol & 31);
		if (isClass[symbol]) for (const holder of holders.get(symbol) ?? []) include(bits, upwards(holder));
		known.set(symbol, bits);
		return bits;
	}
	const alike = new Map<string, string[]>();
	for (const [entry, symbols] of direct) listIn(alike, symbols).push(entry);
	return [...alike].map(([list, entries]) => {
		const symbols = new Uint32Array(size);
		for (const symbol of list.slice(0, -1).split(",")) include(symbols, upwards(Number(symbol)));
		return { symbols, entries };
	});
}

/** Adds the symbols of one set to another. */
export function include(to: Uint32Array, from: Uint32Array): void {
	for (let at = 0; at < to.length; at += 1) to[at] = (to[at] ?? 0) | (from[at] ?? 0);
}

function eachSymbol(bits: Uint32Array, visit: (symbol: number) => void): void {
	for (let at = 0; at < bits.length; at += 1) {
		for (let rest = bits[at] ?? 0; rest !== 0; rest &= rest - 1) visit(at * 32 + 31 - Math.clz32(rest & -rest));
	}
}

function listIn<Key, Item>(map: Map<Key, Item[]>, key: Key): Item[] {
	let list = map.get(key);
	if (!list) {
		list = [];
		map.set(key, list);
	}
	return list;
}

/** Whether a set of symbols holds one. */
export function holds(symbols: Uint32Array, symbol: number): boolean {
	return (((symbols[symbol >>> 5] ?? 0) >>> (symbol & 31)) & 1) === 1;
}
