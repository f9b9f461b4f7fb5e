import { type Placed, type Sentence, stands } from "#domain/phrasing/clauses.ts";
import { matchesOf, telling } from "#domain/phrasing/support.ts";

/** Of a main clause at least this share is said again before its condition must be said with it. */
const HALF = 0.5;

/** A condition is neither added, changed, dropped nor turned round. */
export function conditionFault(said: Sentence, sources: readonly Sentence[]): string | null {
	const markers = said.tokens.filter(({ kind }) => kind === "condition");
	// "When you are 16" says "at 16".
	const ofAge = ({ clause }: Placed) =>
		said.tokens.some((token) => token.clause === clause && token.amount !== null) &&
		said.tokens.every((token) => token.clause !== clause || !telling(token) || token.amount !== null);
	const asks = sources.some(({ text }) => text.endsWith("?"));
	for (const marker of markers)
		if (
			!ofAge(marker) &&
			!(asks && (marker.id === "if" || marker.id === "even if")) &&
			!sources.some(({ tokens }) => tokens.some((token) => token.kind === "condition" && token.id === marker.id))
		)
			return `condition added: ${marker.word}`;
	for (const marker of markers)
		if (
			!saysAnything(said, marker) &&
			!ofAge(marker) &&
			sources.every((source) => source.tokens.every((token) => token.id !== marker.id || saysAnything(source, token)))
		)
			return `condition changed: ${marker.word}`;
	const wrong = [true, false].filter((side) => {
		const words = said.tokens.filter((token) => telling(token) && (token.condition !== null) === side);
		const found = words.map((word) => matchesOf(word, sources)).filter((matches) => matches.length > 0);
		const right = found.filter((matches) => matches.some((match) => (match.condition !== null) === side)).length;
		return found.length > 0 && right < found.length * HALF;
	});
	if (markers.length > 0 && wrong.length === 2) return "condition turned round";
	const whethers = said.tokens.filter(({ word }) => word === "whether").length;
	const owed = new Map<string, number>();
	for (const source of sources) {
		const needed = source.tokens.filter((token) => binds(source, token, said));
		if (needed.length === 0) continue;
		const main = source.tokens.filter((token) => token.condition === null && telling(token));
		if (main.length === 0) continue;
		const own = main.filter((token) => saysIt(said, token));
		const elsewhere = own.every((token) => inAnother(said, token, source, sources));
		if (own.length < main.length * HALF || elsewhere) continue;
		for (const { id } of needed) owed.set(id, (owed.get(id) ?? 0) + 1);
	}
	for (const [id, times] of owed)
		if (markers.filter((marker) => marker.id === id).length + (id === "if" ? whethers : 0) < times)
			return "condition lost";
	return null;
}

function saysAnything({ tokens }: Sentence, marker: Placed): boolean {
	return tokens.some((token) => token.clause === marker.clause && telling(token));
}

/** Whether what follows hangs on this. "Even if" limits nothing, and "if there is a conference" goes without saying of a conference. */
export function binds(source: Sentence, token: Placed, said: Sentence): boolean {
	if (token.kind !== "condition" || token.id === "even if") return false;
	if (
		source.tokens[token.at - 1]?.kind === "join" &&
		token.at > 1 &&
		source.tokens.some(({ kind, at }) => kind === "condition" && at < token.at)
	)
		return false;
	if (source.tokens[token.at + 1]?.word !== "there") return true;
	const what = source.tokens.filter((other) => other.clause === token.clause && telling(other));
	return what.length === 0 || !what.every((other) => saysIt(said, other));
}

function saysIt(said: Sentence, token: Placed): boolean {
	return said.tokens.some((word) => telling(word) && stands(word, token));
}

/** Said without a condition by another of the sources. */
function inAnother(said: Sentence, token: Placed, source: Sentence, sources: readonly Sentence[]): boolean {
	const words = said.tokens.filter((word) => telling(word) && stands(word, token));
	return words.some((word) =>
		sources.some(
			(other) =>
				other !== source &&
				!other.tokens.some(({ kind }) => kind === "condition") &&
				other.tokens.some((match) => stands(word, match)),
		),
	);
}
