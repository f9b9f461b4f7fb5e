import type { Placed, Sentence } from "#domain/phrasing/clauses.ts";
import { matchesOf } from "#domain/phrasing/support.ts";

/** Leaving one of these out says more than the passage does. */
export const KEPT_DEGREES: ReadonlySet<string> = new Set([
	"always",
	"usual",
	"often",
	"sometimes",
	"rarely",
	"only",
	"most",
	"many",
	"few",
	"instead",
	"except",
	"almost",
	"less",
	"least",
	"not only",
]);

/** How often, how many and "only" are as the passage has them. */
export function degreeFault(said: Sentence, sources: readonly Sentence[]): string | null {
	for (const token of said.tokens) {
		if (token.kind !== "degree") continue;
		const of = (tokens: readonly Placed[]) =>
			tokens.filter((other) => other.kind === "degree" && other.id === token.id).length;
		if (of(said.tokens) > sources.reduce((sum, { tokens }) => sum + of(tokens), 0))
			return `degree added: ${token.word}`;
		const about = nextTold(said, token.at);
		const own = about ? matchesOf(about, sources).flatMap((match) => degreesOn(match, sources)) : [];
		if (own.length > 0 && !own.includes(token.id)) return `degree changed: ${token.word}`;
	}
	for (const source of sources)
		for (const token of source.tokens) {
			const some = token.id === "some" && nextTold(source, token.at)?.kind === "actor";
			if (token.kind !== "degree" || (!KEPT_DEGREES.has(token.id) && !some)) continue;
			if (said.tokens.some((other) => other.kind === "degree" && other.id === token.id)) continue;
			const about = nextTold(source, token.at);
			if (!about) continue;
			const kept = said.tokens.filter(
				(other) => (other.kind === "content" || other.kind === "actor") && matchesOf(other, [source]).includes(about),
			);
			const free = kept.every((other) =>
				matchesOf(other, sources).some((match) => degreesOn(match, sources).length === 0),
			);
			if (kept.length > 0 && !free) return `degree lost: ${token.word}`;
		}
	return null;
}

function nextTold({ tokens }: Sentence, at: number): Placed | null {
	const from = tokens[at];
	return (
		tokens.find(
			(token) => token.at > at && token.clause === from?.clause && (token.kind === "content" || token.kind === "actor"),
		) ?? null
	);
}

/** The degree words directly before a token, with nothing telling between. */
function degreesOn(token: Placed, sources: readonly Sentence[]): readonly string[] {
	const source = sources.find(({ tokens }) => tokens[token.at] === token);
	const found: string[] = [];
	for (let at = token.at - 1; at >= 0; at -= 1) {
		const before = source?.tokens[at];
		if (!before || before.clause !== token.clause || before.kind === "content" || before.kind === "actor") break;
		if (before.kind === "degree") found.push(before.id);
	}
	return found;
}
