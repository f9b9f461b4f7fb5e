import type { Vocabulary } from "#domain/phrasing/plain-words.ts";
import { readTokens, type Token } from "#domain/phrasing/read-sentence.ts";

/** A token in its place: which clause, under which condition and which modal, and whether it is denied. */
export type Placed = Token & {
	readonly at: number;
	readonly clause: number;
	/** "if", "unless": the clause it stands in begins with this; null in a main clause. */
	readonly condition: string | null;
	/** The nearest modal before it in its clause. */
	readonly modal: string | null;
	readonly negated: boolean;
};

export type Sentence = { readonly text: string; readonly tokens: readonly Placed[] };

/** Reads a sentence and says what each of its words stands under. */
export function readSentence(text: string, vocabulary: Vocabulary): Sentence {
	const tokens = readTokens(text, vocabulary);
	const placed: Placed[] = [];
	let clause = 0;
	let condition: string | null = null;
	let modal: string | null = null;
	let negated = false;
	tokens.forEach((token, at) => {
		const begins =
			at > 0 ? beginning(tokens, at, condition !== null) : at === 0 && token.kind === "condition" ? "condition" : null;
		if (begins !== null) {
			if (at > 0) clause += 1;
			condition = begins === "condition" ? token.id : null;
			modal = null;
			negated = false;
		}
		if (token.kind === "modal") modal = token.id;
		if (token.kind === "not" && !isAnswerWord(tokens, at)) negated = true;
		placed.push({ ...token, at, clause, condition, modal, negated });
	});
	return { text, tokens: placed };
}

/** "No, you can say no": the first word answers, and denies nothing. */
export function isAnswerWord(tokens: readonly Token[], at: number): boolean {
	return at === 0 && (tokens[1]?.afterStop ?? false) && /^(?:no|yes)$/.test(tokens[0]?.word ?? "");
}

/** Whether a clause begins at this token, and which kind. */
function beginning(tokens: readonly Token[], at: number, conditional: boolean): "condition" | "main" | null {
	const token = tokens[at];
	if (!token) return null;
	if (token.kind === "condition") return "condition";
	if (token.kind === "because") return "main";
	const next = tokens[at + 1];
	const previous = tokens[at - 1];
	if (token.kind === "order" && (next?.kind === "actor" || next?.kind === "pronoun") && doesSomething(tokens, at + 1))
		return "main";
	if (token.id === "but") return "main";
	if (token.kind === "join" && next) {
		if (next.kind === "modal" || next.kind === "not" || next.kind === "be" || next.kind === "condition")
			return next.kind === "condition" ? null : "main";
		if ((next.kind === "actor" || next.kind === "pronoun") && doesSomething(tokens, at + 1))
			return previous?.kind === "actor" && !token.afterStop ? null : "main";
	}
	if (/^(?:so|then)$/.test(token.word) && (next?.kind === "actor" || next?.kind === "pronoun")) return "main";
	if (!token.afterStop) return null;
	if (conditional) return "main";
	return standsAlone(tokens, at) ? "main" : null;
}

/** Somebody, then what they do. */
function doesSomething(tokens: readonly Token[], at: number): boolean {
	const next = tokens[at + 1];
	if (tokens[at]?.possessive) return false;
	return next !== undefined && !next.afterStop && /^(?:modal|not|be|content|degree|free)$/.test(next.kind);
}

/** A stretch after a comma that says something by itself, rather than going on with a list. */
function standsAlone(tokens: readonly Token[], at: number): boolean {
	let from = at;
	while (
		tokens[from] &&
		(from === at || !tokens[from]?.afterStop) &&
		/^(?:free|owner|degree)$/.test(tokens[from]?.kind ?? "")
	)
		from += 1;
	if (from !== at && !tokens[from]?.afterStop && tokens[from]?.kind === "actor" && doesSomething(tokens, from))
		return true;
	const first = tokens[at];
	if (first && (first.kind === "actor" || first.kind === "pronoun") && doesSomething(tokens, at)) return true;
	for (let index = at; index < tokens.length; index += 1) {
		const token = tokens[index];
		if (!token || (index > at && token.afterStop)) return false;
		if (token.kind === "be" && tokens[index - 1]?.id === "to") continue;
		if (token.kind === "modal" || token.kind === "be" || token.kind === "not") return true;
		if (token.kind === "condition") return false;
	}
	return false;
}

/** The word that a modal, a "not" or an adverb is about: the next telling word of its clause; null when none follows. */
export function anchorOf(sentence: Sentence, at: number): Placed | null {
	const from = sentence.tokens[at];
	for (let index = at + 1; index < sentence.tokens.length; index += 1) {
		const token = sentence.tokens[index];
		if (
			!token ||
			(token.clause !== from?.clause && !(token.afterStop && token.kind !== "join" && token.kind !== "condition"))
		) {
			return null;
		}
		if (token.kind === "content") return token;
		if (token.id === "but") return null;
	}
	return null;
}

/** Whether a word of the new sentence may stand for one of the passage. Somebody may be called by a wider name, not by a narrower. */
export function stands(said: Token, source: Token): boolean {
	if (said.kind === "actor" && said.keys.includes(said.id) && said.id.startsWith("who:"))
		return (
			source.keys.includes(said.id) || said.keys.some((key) => key.startsWith("same:") && source.keys.includes(key))
		);
	// A phrase is not stood for by its last word alone; its last word is by the phrase.
	if (said.id.includes(" ") && said.kind === "content")
		return (
			source.keys.includes(said.id) ||
			said.keys.some((key) => /^(?:phrase|same):/.test(key) && source.keys.includes(key))
		);
	if (said.kind === "amount" || source.kind === "amount") return said.id === source.id;
	return said.keys.some((key) => source.keys.includes(key));
}
