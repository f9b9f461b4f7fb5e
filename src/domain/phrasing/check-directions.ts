import { type Placed, type Sentence, stands } from "#domain/phrasing/clauses.ts";
import { OPPOSITES } from "#domain/phrasing/grammar.ts";
import { matchesOf } from "#domain/phrasing/support.ts";

/** To and from, before and after, and and or, yours and theirs are as the passage has them. */
export function directionFault(said: Sentence, sources: readonly Sentence[]): string | null {
	for (const token of said.tokens) {
		const fault =
			token.kind === "preposition"
				? prepositionFault(token, said, sources)
				: token.kind === "order"
					? orderFault(token, said, sources)
					: token.kind === "join"
						? joinFault(token, said, sources)
						: token.kind === "owner"
							? ownerFault(token, said, sources)
							: token.kind === "because"
								? reasonFault(sources)
								: null;
		if (fault) return `${fault}: ${token.word}`;
	}
	return null;
}

function prepositionFault(token: Placed, said: Sentence, sources: readonly Sentence[]): string | null {
	if (token.id === "by") return doerFault(said, token, sources);
	const opposites = OPPOSITES.flatMap(([, one, other]) =>
		one === token.id ? [other] : other === token.id ? [one] : [],
	);
	const about = nextThing(said, token.at);
	if (opposites.length === 0 || !about) return null;
	const before = matchesOf(about, sources).flatMap((match) => governorsOf(match, sources));
	return before.some((id) => opposites.includes(id)) && !before.includes(token.id) ? "direction changed" : null;
}

/** "By the council" names who did it: not whom it was done to or for in the passage. */
function doerFault(said: Sentence, token: Placed, sources: readonly Sentence[]): string | null {
	const who = nextThing(said, token.at);
	if (who?.kind !== "actor") return null;
	const before = matchesOf(who, sources).map((match) => governorsOf(match, sources));
	return before.length > 0 && before.every((ids) => ids.length > 0 && !ids.includes("by") && !ids.includes("of"))
		? "somebody else did it"
		: null;
}

/** The prepositions that stand before a token with nothing telling between. */
function governorsOf(token: Placed, sources: readonly Sentence[]): readonly string[] {
	const source = sources.find(({ tokens }) => tokens[token.at] === token);
	const found: string[] = [];
	for (let at = token.at - 1; at >= 0 && at > token.at - 5; at -= 1) {
		const before = source?.tokens[at];
		if (!before || before.kind === "content" || before.kind === "actor" || before.kind === "modal") break;
		if (before.kind === "preposition") found.push(before.id);
	}
	return found;
}

function orderFault(token: Placed, said: Sentence, sources: readonly Sentence[]): string | null {
	const there = sources.filter(({ tokens }) => tokens.some((other) => other.kind === "order" && other.id === token.id));
	if (there.length === 0) return "order changed";
	const about = said.tokens.find(({ at, kind }) => at > token.at && (kind === "content" || kind === "amount")) ?? null;
	const matches = about ? matchesOf(about, there) : [];
	if (matches.length === 0) return null;
	const vague = there.some(({ tokens }) =>
		tokens.some((other) => other.kind === "order" && other.id === token.id && tokens[other.at + 1]?.kind === "pronoun"),
	);
	const behind =
		vague ||
		matches.some((match) =>
			there.some(
				({ tokens }) =>
					tokens[match.at] === match &&
					tokens.some((other) => other.kind === "order" && other.id === token.id && other.at < match.at),
			),
		);
	return behind ? null : "order turned round";
}

function joinFault(token: Placed, said: Sentence, sources: readonly Sentence[]): string | null {
	if (token.id === "but") return null;
	const other = token.id === "or" ? "and" : "or";
	const left = lastThing(said, token.at);
	const right = nextThing(said, token.at);
	if (!left || !right) return null;
	const joined = sources.flatMap((source) =>
		source.tokens.flatMap((join) => {
			if (join.kind !== "join") return [];
			const before = lastThing(source, join.at);
			const after = nextThing(source, join.at);
			if (!before || !after) return [];
			const straight = stands(left, before) && stands(right, after);
			const crossed = stands(left, after) && stands(right, before);
			return straight || crossed ? [join.id] : [];
		}),
	);
	if (joined.includes(token.id)) return null;
	if (joined.includes(other)) return "and and or changed";
	const any = sources.some(
		({ tokens }) =>
			tokens.some((join) => join.kind === "join" && join.id === "or") &&
			tokens.some((word) => stands(left, word)) &&
			tokens.some((word) => stands(right, word)),
	);
	return token.id === "or" && !any ? "choice added" : null;
}

function ownerFault(token: Placed, said: Sentence, sources: readonly Sentence[]): string | null {
	const about = nextThing(said, token.at);
	if (!about) return null;
	const owners = matchesOf(about, sources).map((match) => ownerOf(match, sources));
	if (owners.includes(token.id) || owners.length === 0) return null;
	const named = sources.some(({ tokens }) =>
		tokens.some(({ kind, id }) => kind !== "actor" && (id === "their" || id === "they")),
	);
	if (owners.includes(null) && (token.id === "your" || named)) return null;
	return "somebody else's";
}

function ownerOf(token: Placed, sources: readonly Sentence[]): string | null {
	const source = sources.find(({ tokens }) => tokens[token.at] === token);
	for (let at = token.at - 1; at >= 0; at -= 1) {
		const before = source?.tokens[at];
		if (before?.possessive) return before.id;
		if (!before || before.kind === "actor" || before.kind === "content") return null;
		if (before.kind === "owner") return before.id;
		if (before.kind !== "free" && before.kind !== "degree") return null;
	}
	return null;
}

function reasonFault(sources: readonly Sentence[]): string | null {
	const gives = sources.some(({ tokens }) =>
		tokens.some(({ kind, word }) => kind === "because" || word === "so" || word === "as"),
	);
	return gives ? null : "reason added";
}

function nextThing({ tokens }: Sentence, at: number): Placed | null {
	return tokens.find((token) => token.at > at && isThing(token)) ?? null;
}

function lastThing({ tokens }: Sentence, at: number): Placed | null {
	return tokens.findLast((token) => token.at < at && isThing(token)) ?? null;
}

function isThing({ kind }: Placed): boolean {
	return kind === "content" || kind === "actor" || kind === "amount";
}
