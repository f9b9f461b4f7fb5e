import { type Placed, type Sentence, stands } from "#domain/phrasing/clauses.ts";
import { isBare, isParticiple } from "#domain/phrasing/grammar.ts";

/** Somebody does something, or has it done to them. */
type Part = { readonly who: Placed; readonly role: "does" | "has done"; readonly what: Placed };

/** Who does what, and to whom, is as the passage has it. "They" may be anyone but the reader. */
export function roleFault(said: Sentence, sources: readonly Sentence[]): string | null {
	const known = sources.flatMap(partsOf);
	// "Who will you tell?" is a question to somebody else than the reader.
	if (!said.text.endsWith("?") && sources.some(({ text }) => text.endsWith("?"))) return null;
	for (const part of partsOf(said)) {
		const exact = sources.some(({ tokens }) =>
			tokens.some(({ kind, id }) => kind === part.what.kind && id === part.what.id),
		);
		const same = known.filter(({ what }) => (exact ? what.id === part.what.id : stands(part.what, what)));
		const alike = same.filter(({ role }) => role === part.role);
		if (alike.length > 0 && !alike.some(({ who }) => sameOne(part.who, who)))
			return `somebody else: ${part.who.word} ${part.what.word}`;
		const turned = same.some(({ role, who }) => role !== part.role && who.id === part.who.id);
		if (turned && once(part.what, sources) && part.who.id !== "it" && !alike.some(({ who }) => who.id === part.who.id))
			return `turned round: ${part.who.word} ${part.what.word}`;
	}
	return null;
}

/** A deed that is told twice may turn round between the two. */
function once(what: Placed, sources: readonly Sentence[]): boolean {
	return sources.reduce((sum, { tokens }) => sum + tokens.filter((token) => stands(what, token)).length, 0) < 2;
}

/** "Your social worker or teacher": both. */
function withOthers(sentence: Sentence, who: Placed, step: 1 | -1): readonly Placed[] {
	const found = [who];
	let joined = false;
	for (let at = who.at + step; at >= 0 && at < sentence.tokens.length; at += step) {
		const token = sentence.tokens[at];
		if (!token || token.clause !== who.clause) break;
		if (token.kind === "join" || token.afterStop) joined = true;
		if (/^(?:like|such|include|includes|including|as)$/.test(token.word)) break;
		if (token.kind === "join" || token.kind === "owner" || token.kind === "free" || token.kind === "degree") continue;
		if (token.kind !== "actor" || token.possessive || !joined) break;
		found.push(token);
		joined = false;
	}
	return found;
}

function sameOne(said: Placed, source: Placed): boolean {
	if (said.id === source.id) return true;
	const reader = (token: Placed) => token.id === "you" || token.id === "we";
	if (reader(said) || reader(source)) return false;
	if (said.kind === "content" && source.kind === "actor") return !said.id.startsWith("who:") && source.id !== "you";
	if (isVague(said) && isVague(source)) return said.id === source.id;
	if (isVague(said) || isVague(source)) return true;
	return stands(said, source);
}

function isVague(token: Placed): boolean {
	return token.kind === "pronoun";
}

const YOU = {
	kind: "actor",
	id: "you",
	keys: ["you"],
	word: "you",
	possessive: false,
	afterStop: false,
	amount: null,
} as const;

/** Who does what in a sentence, as far as the order of its words tells. */
function partsOf(sentence: Sentence): readonly Part[] {
	return sentence.tokens.flatMap((what): readonly Part[] => {
		if (what.kind === "modal") return modalPart(sentence, what);
		if (what.kind !== "content" || what.possessive) return [];
		const { subject, passive } = subjectOf(sentence, what);
		const parts: Part[] = [];
		if (subject)
			for (const who of withOthers(sentence, subject, -1))
				parts.push({ who, role: passive ? "has done" : "does", what });
		const object = objectOf(sentence, what);
		if (object && (object.by || !passive))
			for (const who of withOthers(sentence, object.who, 1))
				parts.push({ who, role: object.by ? "does" : "has done", what });
		return parts;
	});
}

/** Who a modal is said of. A passive is left out: there it is said of whom it is done to. */
function modalPart(sentence: Sentence, what: Placed): readonly Part[] {
	const next = sentence.tokens.find((token) => token.at > what.at && (token.kind === "content" || token.kind === "be"));
	if (next?.kind === "be") return [];
	const before = sentence.tokens[what.at - 1];
	const thing =
		before?.kind === "content" && before.clause === what.clause && !governed(sentence, before) ? before : null;
	const subject = subjectOf(sentence, what).subject ?? thing;
	return subject ? withOthers(sentence, subject, -1).map((who) => ({ who, role: "does", what })) : [];
}

function subjectOf(sentence: Sentence, what: Placed): { readonly subject: Placed | null; readonly passive: boolean } {
	let passive = false;
	for (let at = what.at - 1; at >= 0; at -= 1) {
		const token = sentence.tokens[at];
		if (!token || token.clause !== what.clause) break;
		if (token.kind === "be") {
			if (isParticiple(what.word)) passive = true;
			// "You are a parent": no deed.
			else if (!/ing$/.test(what.word)) return { subject: null, passive };
			continue;
		}
		if (token.kind === "modal" || token.kind === "not" || token.kind === "degree") continue;
		if (
			token.kind === "free" &&
			/^(?:have|has|had|do|does|did|also|still|even|then|just|both|yet|being)$/.test(token.word)
		)
			continue;
		if (token.kind === "actor" || token.kind === "pronoun") {
			if (token.at === what.at - 1 && isCompound(token, what)) return { subject: null, passive };
			if (token.possessive || governed(sentence, token)) return { subject: null, passive };
			return { subject: token, passive };
		}
		return { subject: null, passive };
	}
	if (what.kind === "modal") return { subject: null, passive };
	const first = sentence.tokens[what.at - 1];
	const opens =
		!first ||
		first.clause !== what.clause ||
		(first.kind === "free" && /^(?:please|then|also|just)$/.test(first.word) && !sentence.tokens[first.at - 1]);
	if (opens && looksCommanding(what)) return { subject: { ...what, ...YOU, at: -1 }, passive: false };
	return { subject: null, passive };
}

/** "A family hub", "a court order": one thing, and no deed. */
function isCompound(who: Placed, what: Placed): boolean {
	const many =
		who.kind === "pronoun" ||
		who.id === "you" ||
		who.id === "we" ||
		/(?:s|children|people|police|women|men)$/.test(who.word);
	return !many && isBare(what.word);
}

/** "from the council" does nothing: it belongs to what stands before. */
function governed(sentence: Sentence, who: Placed): boolean {
	for (let at = who.at - 1; at >= 0; at -= 1) {
		const token = sentence.tokens[at];
		if (!token || token.clause !== who.clause) return false;
		if (/^(?:whether|that|which|what|how|why|where|who|so|then)$/.test(token.word)) return false;
		if (token.kind === "free" || token.kind === "owner" || token.kind === "degree") continue;
		return token.kind === "preposition" || token.kind === "content";
	}
	return false;
}

/** The bare form of a verb, as in "Ask your worker". */
function looksCommanding(what: Placed): boolean {
	return isBare(what.word);
}

/** "Such as close friends", "a law solicitor": what stands before somebody there is no deed. */
function isDeed(sentence: Sentence, what: Placed): boolean {
	const before = sentence.tokens[what.at - 1];
	const next = sentence.tokens[what.at + 1];
	if (
		next?.kind === "actor" &&
		/^(?:solicitor|worker|team|officer|group|manager|carer|visitor|doctor|nurse)$/.test(next.word)
	)
		return false;
	return !/^(?:as|like|a|an|the)$/.test(before?.word ?? "");
}

/** Whom a deed is done to, or who does it after "by". */
function objectOf(sentence: Sentence, what: Placed): { readonly who: Placed; readonly by: boolean } | null {
	if (!isDeed(sentence, what)) return null;
	let by = false;
	for (let at = what.at + 1; at < Math.min(sentence.tokens.length, what.at + 5); at += 1) {
		const token = sentence.tokens[at];
		if (!token || token.clause !== what.clause || token.afterStop) return null;
		if (token.kind === "preposition") {
			if (token.id === "by") by = true;
			else if (token.id !== "to" && token.id !== "with") return null;
			continue;
		}
		if (token.kind === "free" || token.kind === "owner" || token.kind === "degree") {
			if (/^(?:that|which|what|how|where|whether|whose)$/.test(token.word)) return null;
			continue;
		}
		if (token.kind === "actor" || token.kind === "pronoun") return token.possessive ? null : { who: token, by };
		return null;
	}
	return null;
}
