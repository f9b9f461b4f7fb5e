/** More than anybody can use, and few enough to look up at once. */
export const MOST_KEPT = 20;

const idRe = /^[\w-]{1,64}$/;

/**
 * The services that somebody has put on their own list: they stand in the form of the page, and nowhere else. `keep` puts one
 * more on it, `drop` takes one off; both leave the form with that, so that a second press does nothing more.
 */
export function keptOf(form: URLSearchParams): readonly string[] {
	const dropped = new Set(form.getAll("drop"));
	const all = [...form.getAll("kept"), ...form.getAll("keep")].filter((id) => idRe.test(id) && !dropped.has(id));
	const kept = [...new Set(all)].slice(0, MOST_KEPT);
	for (const name of ["kept", "keep", "drop"]) form.delete(name);
	for (const id of kept) form.append("kept", id);
	return kept;
}
