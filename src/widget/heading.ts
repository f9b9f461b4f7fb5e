import { make } from "#widget/make-element.ts";

const LEVELS = ["h1", "h2", "h3", "h4", "h5", "h6"] as const;

/** A heading of a level; beyond the sixth it stays the sixth, as in HTML. */
export function heading(level: number, attributes: Readonly<Record<string, string>>, ...children: (Node | string)[]) {
	return make(LEVELS[Math.min(level, 6) - 1] ?? "h6", attributes, ...children);
}
