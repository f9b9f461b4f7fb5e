import { sameAmount } from "#domain/phrasing/amount.ts";
import { type Placed, type Sentence, stands } from "#domain/phrasing/clauses.ts";
import { telling } from "#domain/phrasing/support.ts";

/** How far around a number its subject is looked for, in words. */
const WINDOW = 7;

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
		if (!own.some(({ shared }) => shared >= best)) return `number of something else: ${token.id}`;
	}
	return null;
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
