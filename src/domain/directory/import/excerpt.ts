const MOST = 160;
const BEFORE_THE_DIFFERENCE = 24;

/** What is around the first difference of two texts, short enough for a report. */
export function excerptOfChange(before: string, after: string): { readonly before: string; readonly after: string } {
	const shorter = Math.min(before.length, after.length);
	let same = 0;
	while (same < shorter && before.charCodeAt(same) === after.charCodeAt(same)) same += 1;
	const from = same > MOST / 2 ? same - BEFORE_THE_DIFFERENCE : 0;
	return { before: excerpt(before, from), after: excerpt(after, from) };
}

/** At most 160 letters from `from` on, with a mark where something was cut. */
export function excerpt(text: string, from = 0): string {
	const start = from === 0 ? "" : "…";
	const end = text.length > from + MOST ? "…" : "";
	return `${start}${text.slice(from, from + MOST)}${end}`.toWellFormed();
}

/**
 * Any value as text for a report: JSON, cut at `most` letters and at a depth that no real record reaches,
 * so that a hostile one cannot exhaust the stack.
 */
export function valueAsText(value: unknown, most = 4000): string {
	const text = typeof value === "string" ? value : (JSON.stringify(shallow(value, 12)) ?? "");
	return (text.length > most ? `${text.slice(0, most)}…` : text).toWellFormed();
}

function shallow(value: unknown, depth: number): unknown {
	if (typeof value !== "object" || value === null) return value;
	if (depth === 0) return "…";
	if (Array.isArray(value)) return value.slice(0, 200).map((item) => shallow(item, depth - 1));
	return Object.fromEntries(
		Object.entries(value)
			.slice(0, 200)
			.map(([key, held]) => [key, shallow(held, depth - 1)]),
	);
}
