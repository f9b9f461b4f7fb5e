import { binds } from "#domain/phrasing/check-conditions.ts";
import { KEPT_DEGREES } from "#domain/phrasing/check-degrees.ts";
import { isAnswerWord, type Placed, type Sentence, stands } from "#domain/phrasing/clauses.ts";
import { isBare, OPPOSITES } from "#domain/phrasing/grammar.ts";
import { telling } from "#domain/phrasing/support.ts";

/** A sentence that says again at least this share of a reviewed one must carry all that limits it. */
const WHOLE = 0.7;

/**
 * Weighs a sentence against its sources as two bags of words: nobody and nothing is named more often, nobody has taken the
 * place of the reader, no preposition has taken its opposite's. A sentence that says a reviewed one again has the same
 * modals, denials, conditions and degrees.
 */
export function balanceFault(said: Sentence, sources: readonly Sentence[]): string | null {
	const source = sources.flatMap(({ tokens }) => tokens);
	const asks = !said.text.endsWith("?") && sources.some(({ text }) => text.endsWith("?"));
	return (
		tooOften(said, source) ??
		(asks ? null : personFault(said, source)) ??
		oppositeFault(said, source) ??
		wholeFault(said, sources)
	);
}

function count(tokens: readonly Placed[], kind: string, id: string): number {
	return tokens.filter((token) => token.kind === kind && token.id === id).length;
}

/** How many of what the passage calls "they" or "it" are named here instead. */
export function pronounsNamed(said: Sentence, source: readonly Placed[]): number {
	const vague = (tokens: readonly Placed[]) =>
		tokens.filter(({ kind, id }) => kind === "pronoun" || (kind === "owner" && id === "their")).length;
	return Math.max(0, vague(source) - vague(said.tokens));
}

function tooOften(said: Sentence, source: readonly Placed[]): string | null {
	let spare = pronounsNamed(said, source);
	for (const token of said.tokens) {
		if (!telling(token)) continue;
		// "Ask how long, and ask why" says "ask" once more.
		if (said.tokens[token.at - 1]?.id === "and" && token.kind === "content") continue;
		const here = said.tokens.filter(
			(other) => other.at <= token.at && other.kind === token.kind && other.id === token.id,
		).length;
		const there = source.filter((other) => stands(token, other)).length;
		if (here <= there || there === 0) continue;
		spare -= 1;
		if (spare < 0) return `named too often: ${token.word}`;
	}
	return null;
}

function personFault({ tokens }: Sentence, source: readonly Placed[]): string | null {
	const you = count(tokens, "actor", "you") - count(source, "actor", "you");
	const third = (list: readonly Placed[]) =>
		list.filter(
			({ kind, id, possessive }) =>
				!possessive && ((kind === "pronoun" && id === "they") || (kind === "actor" && id !== "you")),
		).length;
	const others = third(tokens) - third(source);
	// "Someone should explain it" may become "it should be explained to you".
	const passive = tokens.some(({ kind }) => kind === "be") && !source.some(({ kind }) => kind === "be");
	if ((you > 0 && others < 0 && !passive) || (you < 0 && others > 0)) return "somebody else in the reader's place";
	const your = count(tokens, "owner", "your") - count(source, "owner", "your");
	const their = count(tokens, "owner", "their") - count(source, "owner", "their");
	return (your > 0 && their < 0) || (your < 0 && their > 0) ? "somebody else's" : null;
}

function oppositeFault({ tokens }: Sentence, source: readonly Placed[]): string | null {
	for (const [kind, one, other] of OPPOSITES) {
		const more = count(tokens, kind, one) - count(source, kind, one);
		const less = count(tokens, kind, other) - count(source, kind, other);
		if ((more > 0 && less < 0) || (more < 0 && less > 0)) return `${one} and ${other} changed`;
	}
	const with_ = count(tokens, "preposition", "with") - count(source, "preposition", "with");
	const without =
		tokens.filter(({ word }) => word === "without").length - source.filter(({ word }) => word === "without").length;
	const against = count(tokens, "preposition", "against") - count(source, "preposition", "against");
	if (against > 0) return "against added";
	const outOf = count(tokens, "preposition", "out of") - count(source, "preposition", "out of");
	if (outOf > 0) return "direction changed: out of";
	if (bareBe(tokens)) return "modal lost: be";
	return (with_ > 0 && without < 0) || (with_ < 0 && without > 0) ? "with and without changed" : null;
}

/** "It be called": a modal has gone. */
function bareBe(tokens: readonly Placed[]): boolean {
	return tokens.some(({ word, at }) => {
		if (word !== "be" || at === 0) return false;
		const before = tokens.slice(Math.max(0, at - 4), at);
		return (
			before.at(-1)?.kind !== "join" &&
			!before.some(({ kind, id }) => kind === "modal" || kind === "not" || id === "to")
		);
	});
}

function wholeFault(said: Sentence, sources: readonly Sentence[]): string | null {
	for (const source of sources) {
		const words = source.tokens.filter(telling);
		const again = words.filter((word) => said.tokens.some((token) => telling(token) && stands(token, word))).length;
		if (words.length === 0 || again < words.length * WHOLE) continue;
		const others = sources.filter((other) => other !== source);
		const deed = source.tokens[0];
		const strange = said.tokens.some(
			(token) =>
				token.kind === "content" &&
				(token.at === 0 || token.afterStop || said.tokens[token.at - 1]?.kind === "join") &&
				!source.tokens.some((other) => stands(token, other)),
		);
		if (strange && deed?.kind === "content" && isBare(deed.word) && !said.tokens.some((token) => stands(token, deed)))
			return `deed changed: ${deed.word}`;
		const keeps = missing(degrees(source), degrees(said));
		if (keeps.length > 0) return `degree lost: ${keeps[0]}`;
		for (const kind of ["modal", "not", "condition"] as const) {
			const needed =
				kind === "condition"
					? source.tokens.filter((token) => binds(source, token, said)).map(({ id }) => id)
					: marksOfSaid(source, kind, said);

			const here = kind === "condition" ? [...marks(said, kind), ...whethers(said)] : marks(said, kind);
			const lost = missing(needed, here).filter((id) => !mayGo(kind, id, said));
			if (lost.length > 0) return `${kind} lost: ${lost[0]}`;
			const added = missing(marks(said, kind), [
				...marks(source, kind),
				...others.flatMap((other) => marks(other, kind)),
			]);
			const unexplained = added.filter(
				(id) =>
					!(id === "needto" && marks(source, kind).includes("must")) &&
					!(id === "can" && sources.some(startsWithCommand)) &&
					!(id === "would" && kind === "modal") &&
					!(kind === "condition" && said.tokens.some(({ amount, condition }) => amount !== null && condition === id)) &&
					!(/^(?:even )?if$/.test(id) && sources.some(({ text }) => text.endsWith("?"))),
			);
			if (unexplained.length > 0) return `${kind} added: ${unexplained[0]}`;
		}
	}
	return null;
}

function startsWithCommand({ tokens }: Sentence): boolean {
	return tokens.some(
		(token) => token.kind === "content" && (token.at === 0 || tokens[token.at - 1]?.clause !== token.clause),
	);
}

/** "You can ask" may become "Ask"; "a worker will come" may become "a worker comes". */
function mayGo(kind: string, id: string, said: Sentence): boolean {
	if (kind !== "modal") return false;
	if (id === "will" || id === "would" || marks(said, "modal").includes(id)) return true;
	if (id === "must") return marks(said, "modal").includes("needto");
	return (id === "can" || id === "could") && said.tokens[0]?.kind === "content";
}

function marks({ tokens }: Sentence, kind: "modal" | "not" | "condition"): readonly string[] {
	return tokens
		.filter((token) => token.kind === kind && !isAnswerWord(tokens, token.at))
		.map((token) => (kind === "not" ? "not" : token.id));
}

/** The marks of those clauses of a source that are said again; a clause left out takes its own along. */
function marksOfSaid(source: Sentence, kind: "modal" | "not", said: Sentence): readonly string[] {
	const again = source.tokens.filter(({ clause }) => {
		const own = source.tokens.filter((token) => token.clause === clause && telling(token));
		return own.length === 0 || own.some((token) => said.tokens.some((word) => telling(word) && stands(word, token)));
	});
	return again
		.filter((token) => token.kind === kind && !isAnswerWord(source.tokens, token.at))
		.map((token) => (kind === "not" ? "not" : token.id));
}

function whethers({ tokens }: Sentence): readonly string[] {
	return tokens.filter(({ word }) => word === "whether").map(() => "if");
}

function degrees({ tokens }: Sentence): readonly string[] {
	return tokens.filter(({ kind, id }) => kind === "degree" && KEPT_DEGREES.has(id)).map(({ id }) => id);
}

/** What the first list has more often than the second. */
function missing(one: readonly string[], other: readonly string[]): readonly string[] {
	const left = [...other];
	return one.filter((id) => {
		const at = left.indexOf(id);
		if (at >= 0) left.splice(at, 1);
		return at < 0;
	});
}
