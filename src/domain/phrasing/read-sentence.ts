import { type Amount, numberOf, unitAt } from "#domain/phrasing/amount.ts";
import {
	BOUND_AFTER_NUMBER,
	BOUND_BEFORE_NUMBER,
	type GrammarPhrase,
	grammarAt,
	type Kind,
} from "#domain/phrasing/grammar.ts";
import type { Vocabulary } from "#domain/phrasing/plain-words.ts";
import { type Word, wordsIn } from "#domain/phrasing/split-words.ts";
import { rootOf } from "#domain/phrasing/word-root.ts";

/** A word, or several that are one thing, with what it does in its sentence. */
export type Token = {
	readonly kind: Kind;
	/** What it comes to: "must", "who:council", a stem. */
	readonly id: string;
	/** All that it may be matched by. */
	readonly keys: readonly string[];
	readonly word: string;
	/** "the council's": owns what follows, and does nothing itself. */
	readonly possessive: boolean;
	/** A stop of any kind stands before it. */
	readonly afterStop: boolean;
	readonly amount: Amount | null;
};

/** Reads one sentence. Any text may be given; what is no word is passed over. */
export function readTokens(text: string, vocabulary: Vocabulary): readonly Token[] {
	const words = wordsIn(text);
	const said = words.map(({ text: word }) => word);
	const stems = said.map(rootOf);
	const tokens: Token[] = [];
	let bounds: string[] = [];
	let at = 0;
	while (at < words.length) {
		const word = words[at];
		if (!word) break;
		const number = amountAt(said, at);
		if (number) {
			const { length, after, ...amount } = number;
			const all = [...new Set([...bounds, ...after])];
			tokens.push(token("amount", `${amount.value} ${amount.unit}`, word, { amount: { ...amount, bounds: all } }));
			bounds = [];
			at += length;
			continue;
		}
		const bound = boundAt(said, at);
		if (bound) {
			bounds.push(bound.id);
			at += bound.length;
			continue;
		}
		bounds = [];
		const { made, length } = oneToken(words, said, stems, at, vocabulary);
		tokens.push(made);
		at += length;
	}
	return withSharedUnits(tokens);
}

function oneToken(
	words: readonly Word[],
	said: readonly string[],
	stems: readonly string[],
	at: number,
	vocabulary: Vocabulary,
): { readonly made: Token; readonly length: number } {
	const word = words[at] ?? { text: "", possessive: false, afterStop: false };
	const last = (length: number) => words[at + length - 1]?.possessive ?? false;
	const grammar = grammarAt(said, at);
	const phrase = vocabulary.phraseAt(stems, at);
	if (phrase && phrase.stems.length > (grammar?.words.length ?? 0)) {
		const length = phrase.stems.length;
		const name = stems.slice(at, at + length).join(" ");
		const kind = phrase.actor === null ? "content" : "actor";
		const id = phrase.actor === null ? name : `who:${phrase.actor}`;
		return {
			made: token(kind, id, word, {
				keys: [name, ...phrase.keys, ...headOf(phrase.actor, stems[at + length - 1] ?? name)],
				possessive: last(length),
			}),
			length,
		};
	}
	if ((word.text === "no" || word.text === "yes") && at > 0 && (words[at + 1]?.afterStop ?? true))
		return { made: token("content", word.text, word), length: 1 };
	if (word.text === "both" && /^(?:the|your|of|parents|you|sides|names|a)$/.test(said[at + 1] ?? ""))
		return { made: token("degree", "both", word), length: 1 };
	if (grammar?.id === "needto" && (words[at + 2]?.afterStop ?? true))
		return { made: token("content", "need", word, { keys: vocabulary.keysOf("need") }), length: 2 };
	if (grammar && opensAClause(said, at)) return { made: token("free", "that", word), length: 1 };
	if (
		grammar?.id === "if" &&
		!word.afterStop &&
		/^(?:ask|asks|decide|decides|check|checks|see|say|know|find out|out)$/.test(said[at - 1] ?? "")
	)
		return { made: token("free", "whether", word), length: 1 };
	if (grammar?.id === "while" && word.afterStop && at > 0) return { made: token("join", "but", word), length: 1 };
	if (grammar && !isComparison(grammar)) {
		const length = grammar.words.length;
		const kind = grammar.kind === "bound" ? (grammar.id === "le" ? "free" : "degree") : grammar.kind;
		return { made: token(kind, grammar.id, word, { possessive: last(length) }), length };
	}
	const own = stems[at] ?? word.text;
	const actor = vocabulary.actorOf(own);
	if (actor) {
		const keys = [...vocabulary.keysOf(own), ...actor.keys];
		return { made: token("actor", `who:${actor.actor}`, word, { keys, possessive: word.possessive }), length: 1 };
	}
	if (vocabulary.isFree(word.text)) return { made: token("free", word.text, word), length: 1 };
	return {
		made: token("content", own, word, { keys: vocabulary.keysOf(own), possessive: word.possessive }),
		length: 1,
	};
}

/** "The plan" may stand for "the child protection plan"; "days" never for "working days". */
function headOf(actor: string | null, last: string): readonly string[] {
	return actor === null && unitAt([last], 0) === null ? [last] : [];
}

/** "Longer than that": no limit to a number, and so only its words. */
function isComparison({ kind, id }: GrammarPhrase): boolean {
	return kind === "bound" && (id === "gt" || id === "lt");
}

/** "It does not mean that you": this "that" stands for nothing. */
function opensAClause(said: readonly string[], at: number): boolean {
	if (said[at] !== "that") return false;
	return /^(?:you|your|they|their|it|he|she|we|i|the|a|an|someone|anyone|this|no|some)$/.test(said[at + 1] ?? "");
}

function token(
	kind: Kind,
	id: string,
	word: Word,
	more: { readonly keys?: readonly string[]; readonly amount?: Amount; readonly possessive?: boolean } = {},
): Token {
	return {
		kind,
		id,
		keys: more.keys ?? [id],
		word: word.text,
		possessive: more.possessive ?? false,
		afterStop: word.afterStop,
		amount: more.amount ?? null,
	};
}

type Found = {
	readonly value: string;
	readonly unit: string;
	readonly length: number;
	readonly after: readonly string[];
};

/** The number that begins at `at`, with its unit and what limits it from behind. */
function amountAt(words: readonly string[], at: number): (Found & { readonly bounds: readonly string[] }) | null {
	const word = words[at] ?? "";
	const counted = article(words, at);
	const value = counted ? "1" : numberOf(word);
	if (value === null || (word === "one" && isPronounOne(words, at))) return null;
	const extra = words[at + 1] === "more" || words[at + 1] === "whole" || words[at + 1] === "full" ? 1 : 0;
	const found = unitAt(words, at + 1 + extra);
	const asTimes = word === "once" || word === "twice" ? "time" : "";
	const length = 1 + (found ? extra + found.length : 0);
	const after = BOUND_AFTER_NUMBER.filter(([said]) =>
		words
			.slice(at + length)
			.join(" ")
			.startsWith(said),
	);
	const behind = after.reduce((sum, [said]) => sum + said.split(" ").length, 0);
	return { value, unit: found?.unit ?? asTimes, bounds: [], length: length + behind, after: after.map(([, id]) => id) };
}

/** "a week", "per month", "every day": one of it. */
function article(words: readonly string[], at: number): boolean {
	const word = words[at] ?? "";
	return (
		/^(?:a|an|per|every|each)$/.test(word) &&
		unitAt(words, at + 1) !== null &&
		words[at + 1] !== "time" &&
		words[at + 1] !== "person"
	);
}

/** "this one", "one of them": no number. */
function isPronounOne(words: readonly string[], at: number): boolean {
	const next = words[at + 1] ?? "";
	if (unitAt(words, at + 1)) return false;
	return (
		next === "" ||
		/^(?:this|that|the|no|another|each|any|which|every|new|only|a|first|later|last|some|next|your|their)$/.test(
			words[at - 1] ?? "",
		) ||
		/^(?:of|who|that|is|can|will|if|when|and|or|to|for|it|you|they|as|should|must|may)$/.test(next)
	);
}

/** What limits the number that follows: "within", "at least", "up to the next". */
function boundAt(words: readonly string[], at: number): { readonly id: string; readonly length: number } | null {
	const grammar = grammarAt(words, at);
	const single = BOUND_BEFORE_NUMBER[words[at] ?? ""];
	const length = grammar?.kind === "bound" ? grammar.words.length : 1;
	const id = grammar?.kind === "bound" ? grammar.id : single;
	if (id === undefined) return null;
	return isNumberNext(words, at + length, 0) ? { id, length } : null;
}

function isNumberNext(words: readonly string[], at: number, passed: number): boolean {
	if (passed > 2) return false;
	if (numberOf(words[at] ?? "") !== null) return !(words[at] === "one" && isPronounOne(words, at));
	if (article(words, at)) return true;
	if (/^(?:the|a|another|next|first|last)$/.test(words[at] ?? "")) return isNumberNext(words, at + 1, passed + 1);
	const grammar = grammarAt(words, at);
	if (grammar?.kind === "bound") return isNumberNext(words, at + grammar.words.length, passed + 1);
	if (BOUND_BEFORE_NUMBER[words[at] ?? ""] !== undefined) return isNumberNext(words, at + 1, passed + 1);
	// "every week" limits by a unit alone.
	return false;
}

/** "12 to 16 weeks": the first number counts weeks as well. */
function withSharedUnits(tokens: readonly Token[]): readonly Token[] {
	return tokens.map((each, index) => {
		const next = tokens[index + 2];
		const between = tokens[index + 1]?.id ?? "";
		if (each.amount?.unit !== "" || !next?.amount || !/^(?:to|or|and)$/.test(between)) return each;
		const amount = { ...each.amount, unit: next.amount.unit };
		return { ...each, id: `${amount.value} ${amount.unit}`, keys: [`${amount.value} ${amount.unit}`], amount };
	});
}
