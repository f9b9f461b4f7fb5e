import { pronounsNamed } from "#domain/phrasing/check-balance.ts";
import { type Placed, type Sentence, stands } from "#domain/phrasing/clauses.ts";
import { grammarAt } from "#domain/phrasing/grammar.ts";
import type { Vocabulary } from "#domain/phrasing/plain-words.ts";
import type { Support } from "#domain/phrasing/support.ts";

/** At most this many words may come from around the passage, where the passage says "it" or "they". */
const MOST_AROUND = 3;

/** Every telling word stands in the cited passage, or names what the passage calls "it" or "they". */
export function wordFault(said: Sentence, { sources, missing }: Support, around: Sentence): string | null {
	if (sources.length === 0) return "nothing of it in the passage";
	const leaning =
		pronounsNamed(
			said,
			sources.flatMap(({ tokens }) => tokens),
		) > 0;
	const named = leaning
		? missing.filter((word) => word.kind !== "amount" && around.tokens.some((token) => stands(word, token)))
		: [];
	// "As a child" for "as a parent": somebody of the passage must not give way to somebody around it.
	const gone = sources[0]?.tokens.some(
		(token) =>
			token.kind === "actor" && token.id.startsWith("who:") && !said.tokens.some((word) => stands(word, token)),
	);
	const stranger = named.find(({ kind }) => kind === "actor");
	if (stranger && gone) return `not in the passage: ${stranger.word}`;
	const inParts = (word: Placed) => word.id.includes(" ") && coveredInParts(word.id.split(" "), sources);
	const is = sources.some(({ tokens }) => tokens.some(({ kind }) => kind === "be"));
	// "A solicitor means a lawyer" says what "is a lawyer" says.
	const [unknown] = missing.filter(
		(word) =>
			!named.includes(word) && !inParts(word) && !(is && /^(?:mean|happen|take place)$/.test(word.id) && !word.negated),
	);
	if (unknown) return `not in the passage: ${unknown.word}`;
	return named.length > MOST_AROUND ? `not in the passage: ${named[0]?.word ?? ""}` : null;
}

/** "Be there" and "the same" by their words, where no passage has them as one. What is agreed or refused never is. */
function coveredInParts(parts: readonly string[], sources: readonly Sentence[]): boolean {
	if (parts.some((part) => /^(?:no|yes|ye|not)$/.test(part))) return false;
	return parts.every(
		(part) =>
			grammarAt([part], 0) !== null ||
			/^(?:the|there|a|an|as|so|same)$/.test(part) ||
			sources.some(({ tokens }) => tokens.some(({ keys }) => keys.includes(part))),
	);
}

/** Predictions, verdicts, diagnoses, and advice to sign, refuse, hide or lie: only where the passage has the very word. */
export function forbiddenFault(said: Sentence, sources: readonly Sentence[], vocabulary: Vocabulary): string | null {
	const words = ` ${wordsOf(said)} `;
	const held = ` ${sources.map(wordsOf).join(" ")} `;
	const stems = new Set(sources.flatMap(({ tokens }) => tokens.flatMap(({ keys }) => keys)));
	for (const [kind, phrases] of vocabulary.never)
		for (const phrase of phrases) {
			if (!words.includes(` ${phrase} `) || held.includes(` ${phrase} `)) continue;
			// "If they refuse" advises nobody.
			const token = said.tokens.find(({ word }) => word === phrase);
			if (!token || !(token.keys.some((key) => stems.has(key)) && (token.condition !== null || stems.has(token.id))))
				return `${kind}: ${phrase}`;
		}
	return null;
}

/** "We" and "I" are the passage's own, or nobody's. */
export function speakerFault(said: Sentence, sources: readonly Sentence[]): string | null {
	const speaks = ({ tokens }: Sentence) => tokens.some((token: Placed) => token.kind === "actor" && token.id === "we");
	return speaks(said) && !sources.some(speaks) ? "speaks for itself" : null;
}

function wordsOf({ text }: Sentence): string {
	return text
		.toLowerCase()
		.replace(/[^\p{L}\d']+/gu, " ")
		.trim();
}
