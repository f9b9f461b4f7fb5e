/** A change of the question as a button's value: "need=&radius_km=20"; an empty value leaves that part out. */
export function changeText(change: Readonly<Record<string, string | number | null>>): string {
	return new URLSearchParams(
		Object.entries(change).map(([key, value]) => [key, value === null ? "" : String(value)]),
	).toString();
}

/** What was asked, with a button's change made to it. A new question starts at its first page. */
export function applyChange(asked: URLSearchParams, change: string): URLSearchParams {
	const changed = new URLSearchParams(asked);
	changed.delete("page");
	for (const [key, value] of new URLSearchParams(change)) {
		changed.delete(key);
		if (value !== "") changed.set(key, value);
	}
	return changed;
}
