import { anchorOf, isAnswerWord, type Placed, type Sentence, stands } from "#domain/phrasing/clauses.ts";
import { isBare } from "#domain/phrasing/grammar.ts";
import { matchesOf } from "#domain/phrasing/support.ts";

/** A word under one modal in the passage stands under the same one here: must, should, may, can and might are not each other. */
export function strengthFault(said: Sentence, sources: readonly Sentence[]): string | null {
	for (const token of said.tokens)
		if (token.kind === "modal" && !modalHolds(token, said, sources)) return `strength added or changed: ${token.word}`;
	for (const source of sources)
		for (const token of source.tokens)
			if (token.kind === "modal" && isLost(token, source, said, sources)) return `strength lost: ${token.word}`;
	return null;
}

/** What is denied in the passage is denied here, and nothing else is. */
export function negationFault(said: Sentence, sources: readonly Sentence[]): string | null {
	for (const token of nots(said)) if (!denialHolds(token, said, sources)) return `denial added: ${token.word}`;
	for (const source of sources)
		for (const token of nots(source)) {
			const anchor = anchorOf(source, token.at);
			if (anchor && lostDenial(anchor, said, sources)) return `denial lost: ${token.word}`;
		}
	if (nots(said).length > sources.reduce((sum, source) => sum + nots(source).length, 0)) return "denial added";
	const answer = said.tokens[0];
	if (answer && (isAnswerWord(said.tokens, 0) || answer.word === "yes") && /^(?:yes|no)$/.test(answer.word))
		if (!sources.some(({ tokens }) => tokens[0]?.word === answer.word)) return "yes or no added";
	return null;
}

function nots({ tokens }: Sentence): readonly Placed[] {
	return tokens.filter((token) => token.kind === "not" && !isAnswerWord(tokens, token.at));
}

/** A modal may be put in place of another only where it says the very same. */
function sameModal(said: string, source: string | null): boolean {
	return said === source || (said === "needto" && source === "must");
}

function modalHolds(modal: Placed, said: Sentence, sources: readonly Sentence[]): boolean {
	const anchor = anchorOf(said, modal.at);
	const anchored = anchor ? matchesOf(anchor, sources) : [];
	// "If you want to, you can": the deed stands before.
	const bare = sources.some((source) =>
		source.tokens.some(
			(token) => token.kind === "modal" && token.id === modal.id && anchorOf(source, token.at) === null,
		),
	);
	if (bare || isHypothetical(modal, said)) return true;
	// "What would you need to see": another modal stands between.
	if (anchor && anchor.modal !== modal.id)
		return sources.some(({ tokens }) => tokens.some((token) => token.kind === "modal" && token.id === modal.id));
	if (anchored.length > 0) {
		const holds = anchored.some((token) => under(modal.id, token, sources));
		return holds || (isOffer(modal, said) && anchored.some((token) => isOrder(token, sources)));
	}
	const around = said.tokens.filter((token) => token.clause === modal.clause && token.kind === "content");
	if (around.length === 0)
		return sources.some(({ tokens }) =>
			tokens.some((token) => token.kind === "modal" && token.id === modal.id && token.condition === modal.condition),
		);
	return around.flatMap((token) => matchesOf(token, sources)).some((token) => under(modal.id, token, sources));
}

/** "unless that would put", "what would help": no stronger than "puts" and "helps". */
function isHypothetical(modal: Placed, sentence: Sentence): boolean {
	if (modal.id !== "would") return false;
	return modal.condition !== null || /^(?:what|that|which|who)$/.test(sentence.tokens[modal.at - 1]?.word ?? "");
}

/** "You can ring" says no more than "Ring", but would say too little of "Call 999". */
function isOffer(modal: Placed, said: Sentence): boolean {
	const who = said.tokens[modal.at - 1];
	return modal.id === "can" && who?.id === "you" && !said.tokens.some((token) => token.id === "999 ");
}

/** The passage tells the reader to do this. */
function isOrder(token: Placed, sources: readonly Sentence[]): boolean {
	const source = sources.find(({ tokens }) => tokens[token.at] === token);
	if (!source || token.modal !== null || token.negated || !isBare(token.word)) return false;
	return isCommand(source, token);
}

/** Whether a token of a source stands under a modal, or is the subject of it. */
function under(modal: string, token: Placed, sources: readonly Sentence[]): boolean {
	if (sameModal(modal, token.modal)) return true;
	const source = sources.find(({ tokens }) => tokens[token.at] === token);
	if (!source || token.modal !== null) return false;
	return source.tokens.some(
		(other) =>
			other.kind === "modal" && other.clause === token.clause && other.at > token.at && sameModal(modal, other.id),
	);
}

function isLost(modal: Placed, source: Sentence, said: Sentence, sources: readonly Sentence[]): boolean {
	if (modal.id === "will" || isHypothetical(modal, source)) return false;
	const anchor = anchorOf(source, modal.at);
	if (!anchor) return false;
	return said.tokens.some((token) => {
		if (token.kind !== "content" || !stands(token, anchor)) return false;
		if (sameModal(token.modal ?? "", modal.id) || token.modal !== null) return false;
		if (said.tokens.some((other) => other.clause === token.clause && other.kind === "modal")) return false;
		// "You can still work with them if you complain": what it was said of stands elsewhere.
		if (token.condition !== null && said.tokens.some(({ kind, id }) => kind === "modal" && id === modal.id))
			return false;
		if (matchesOf(token, sources).some((other) => other.modal === null && !isSubjectOfModal(other, sources)))
			return false;
		return !isNoun(said, token) && !(isCommand(said, token) && /^(?:can|could)$/.test(modal.id));
	});
}

function isSubjectOfModal(token: Placed, sources: readonly Sentence[]): boolean {
	const source = sources.find(({ tokens }) => tokens[token.at] === token);
	return (
		source?.tokens.some((other) => other.kind === "modal" && other.clause === token.clause && other.at > token.at) ??
		false
	);
}

/** "to ask", "asking", "the visit": no verb of its own that could have lost its modal. */
function isNoun(said: Sentence, token: Placed): boolean {
	const before = said.tokens[token.at - 1];
	return (
		/ing$/.test(token.word) ||
		before?.id === "to" ||
		before?.kind === "owner" ||
		before?.kind === "preposition" ||
		before?.kind === "degree" ||
		before?.possessive === true ||
		/^(?:a|an|the)$/.test(before?.word ?? "")
	);
}

/** The first word of a clause that tells the reader to do something. */
function isCommand(said: Sentence, token: Placed): boolean {
	const before = said.tokens[token.at - 1];
	if (!before || before.clause !== token.clause) return true;
	if (before.kind === "join" || /^(?:please|then|just|also|so)$/.test(before.word)) return true;
	return before.kind === "condition" || token.afterStop;
}

function denialHolds(not: Placed, said: Sentence, sources: readonly Sentence[]): boolean {
	const anchor = anchorOf(said, not.at) ?? lastTelling(said, not);
	const anchored = anchor ? matchesOf(anchor, sources) : [];
	// "who you do not": what is denied stands before.
	const bare = sources.some((source) => nots(source).some((token) => anchorOf(source, token.at) === null));
	if (anchored.length > 0) return bare || anchored.some((token) => token.negated || deniedAround(token, sources));
	const around = said.tokens.filter((token) => token.clause === not.clause && token.kind === "content");
	if (around.length === 0)
		return sources.some((source) => nots(source).some((token) => anchorOf(source, token.at) === null));
	return around.flatMap((token) => matchesOf(token, sources)).some((token) => token.negated);
}

/** "None of it is your fault": the denial may stand behind the word in the passage. */
function deniedAround(token: Placed, sources: readonly Sentence[]): boolean {
	const source = sources.find(({ tokens }) => tokens[token.at] === token);
	return (
		source?.tokens.some(
			(other) => other.kind === "not" && other.clause === token.clause && anchorOf(source, other.at) === null,
		) ?? false
	);
}

function lastTelling(said: Sentence, before: Placed): Placed | null {
	return (
		said.tokens
			.filter((token) => token.clause === before.clause && token.at < before.at && token.kind === "content")
			.at(-1) ?? null
	);
}

function lostDenial(anchor: Placed, said: Sentence, sources: readonly Sentence[]): boolean {
	return said.tokens.some((token) => {
		if (token.kind !== "content" || !stands(token, anchor) || token.negated) return false;
		if (
			token.modal === "nothaveto" ||
			said.tokens.some((other) => other.clause === token.clause && other.kind === "not")
		)
			return false;
		return !matchesOf(token, sources).some((other) => !other.negated);
	});
}
