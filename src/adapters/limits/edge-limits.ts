import type { LimitKind } from "#domain/limits/limit-kinds.ts";
import { networkOf } from "#domain/limits/network-of.ts";
import type { Limited } from "#ports/limits.ts";

/** A rate limit as `wrangler.toml` binds it. */
type Binding = { readonly limit: (of: { readonly key: string }) => Promise<{ readonly success: boolean }> };

/** The bindings of `wrangler.toml`, one for each kind; one that is not bound limits nothing. */
export type LimitBindings = {
	readonly TURNS?: Binding;
	readonly WRITES?: Binding;
	readonly STATUSES?: Binding;
	readonly SIGN_INS?: Binding;
};

const NAMES = { turn: "TURNS", write: "WRITES", status: "STATUSES", sign_in: "SIGN_INS" } as const satisfies Record<
	LimitKind,
	keyof LimitBindings
>;

/** The edge counts by itself. Where its count cannot be asked nobody is kept out: help comes before limits. */
export function createEdgeLimits(bindings: LimitBindings): Limited {
	return async (kind, who) => {
		const asked = await bindings[NAMES[kind]]?.limit({ key: networkOf(who) }).catch(() => null);
		return asked?.success === false;
	};
}
