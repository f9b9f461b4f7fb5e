import { sameAmount } from "#domain/phrasing/amount.ts";
import { type Placed, type Sentence, stands } from "#domain/phrasing/clauses.ts";
import { telling } from "#domain/phrasing/support.ts";

/** How far around a number its subject is looked for, in words. */
const WINDOW = 7;

const EVENT_REACH = 3;

/** Each number stands in the passage with its unit and its limit, and of all the passage's numbers it is the one about this. */
export function amountFault(said: Sentence, sources: readonly Sentence[]): string | null {
	for (const token of said.tokens) {
		const { amount } = token;
		if (!amount) continue;
		const rivals = sources.flatMap((source) =>
			source.tokens
				.filter((other) => other.amount !== null)
				.map((other) => ({ other, shared: sharedAround(token, said, other, source) })),
		);
		if (!rivals.some(({ other }) => other.amount && sameAmount(amount, other.amount)))
			return `number not in the passage: ${token.id}`;
		const best = Math.max(...rivals.map(({ shared }) => shared));
		const own = rivals.filter(({ other }) => other.amount && sameAmount(amount, other.amount));
		if (own.every(({ other }) => otherEvent(token, said, other, sources)))
			return `number from another event: ${token.id}`;
		if (!own.some(({ shared }) => shared >= best)) return `number of something else: ${token.id}`;
	}
	return null;
}

/** "Within 10 days of the conference" is counted from the conference, here and in the passage. */
function otherEvent(token: Placed, said: Sentence, other: Placed, sources: readonly Sentence[]): boolean {
	const source = sources.find(({ tokens }) => tokens[other.at] === other);
	const here = eventAfter(said, token.at);
	const there = source ? eventAfter(source, other.at) : null;
	return here !== null && there !== null && !stands(here, there);
}

function eventAfter({ tokens }: Sentence, at: number): Placed | null {
	const of = tokens.find((token) => token.at > at && token.amount === null && !(token.kind === "free"));
	if (of?.id !== "of") return null;
	const event = tokens.find((token) => token.at > of.at && telling(token));
	return event && event.at <= of.at + EVENT_REACH ? event : null;
}

function sharedAround(token: Placed, said: Sentence, other: Placed, source: Sentence): number {
	const near = said.tokens.filter(
		(word) =>
			telling(word) && word.amount === null && word.clause === token.clause && Math.abs(word.at - token.at) <= WINDOW,
	);
	return near.reduce((sum, word) => {
		const there = source.tokens.filter((match) => match.amount === null && stands(word, match));
		const inClause = there.some((match) => match.clause === other.clause);
		const close = there.some((match) => Math.abs(match.at - other.at) <= WINDOW);
		return sum + (inClause ? 2 : close ? 1 : 0);
	}, 0);
}
