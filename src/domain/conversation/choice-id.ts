/** What a choice that we offered means. Ids are "kind:id", or one word for what the guide itself does. */
export type Choice =
	| { readonly kind: "option" | "ask" | "part" | "event" | "area"; readonly id: string }
	| { readonly kind: "back" | "restart" | "shrink" | "unshrink" | "unknown" };

export const BACK = "back";
export const RESTART = "restart";
export const SHRINK = "shrink";
export const UNSHRINK = "unshrink";

export function choiceId(kind: "option" | "ask" | "part" | "event" | "area", id: string): string {
	return `${kind}:${id}`;
}

/** Reads an id back; `unknown` for anything that we never offered. */
export function parseChoice(text: string): Choice {
	if (text === BACK || text === RESTART || text === SHRINK || text === UNSHRINK) return { kind: text };
	const parts = /^(option|ask|part|event|area):([a-z0-9_-]+)$/.exec(text);
	const [, kind, id] = parts ?? [];
	if (id && (kind === "option" || kind === "ask" || kind === "part" || kind === "event" || kind === "area"))
		return { kind, id };
	return { kind: "unknown" };
}
