/** What a network may do too much of: ask, write, look a secret up, sign in. */
export type LimitKind = "turn" | "write" | "status" | "sign_in";

/**
 * Requests a minute from one network. Generous where people only ask, since a school or a library is one network; strict
 * where guessing would pay. Signing in takes two requests, a whole council is one network, and there is no password to guess.
 * `wrangler.toml` says the same of the edge, and a test compares the two.
 */
export const PER_MINUTE = { turn: 600, write: 60, status: 20, sign_in: 60 } as const satisfies Record<
	LimitKind,
	number
>;
