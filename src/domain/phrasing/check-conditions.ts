import { type Placed, type Sentence, stands } from "#domain/phrasing/clauses.ts";
import { matchesOf, telling } from "#domain/phrasing/support.ts";

/** Of a main clause at least this share is said again before its condition must be said with it. */
const HALF = 0.5;

/** A condition is neither added, changed, dropped nor turned round. */
export function conditionFault(said: Sentence, sources: readonly Sentence[]): string | null {
	const markers = said.tokens.filter(({ kind }) => kind === "condition");
	for (const marker of markers)
		if (!sources.some(({ tokens }) => tokens.some((token) => token.kind === "condition" && token.id === marker.id)))
			return `condition added: ${marker.word}`;
	for (const side of [true, false]) {
		const words = said.tokens.filter((token) => telling(token) && (token.condition !== null) === side);
		const found = words.map((word) => matchesOf(word, sources)).filter((matches) => matches.length > 0);
		const right = found.filter((matches) => matches.some((match) => (match.condition !== null) === side)).length;
		if (markers.length > 0 && found.length > 0 && right < found.length * HALF) return "condition turned round";
	}
	for (const source of sources) {
		const needed = source.tokens.filter(({ kind }) => kind === "condition");
		if (needed.length === 0) continue;
		const main = source.tokens.filter((token) => token.condition === null && telling(token));
		if (main.length === 0) continue;
		const own = main.filter((token) => saysIt(said, token));
		const elsewhere = own.every((token) => inAnother(said, token, source, sources));
		if (own.length < main.length * HALF || elsewhere) continue;
		for (const { id } of needed)
			if (markers.filter((marker) => marker.id === id).length < needed.filter((token) => token.id === id).length)
				return "condition lost";
	}
	return null;
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
