/** The forms of a regular English verb: "punch" → punch, punches, punched, punching; doubled: "slap" → slapped, slapping. */
export function inflect(verb: string, doubled: boolean): readonly string[] {
	if (doubled) {
		const stem = verb + verb.slice(-1);
		return [verb, `${verb}s`, `${stem}ed`, `${stem}ing`, `${stem}in`];
	}
	if (verb.endsWith("e")) return [verb, `${verb}s`, `${verb}d`, `${verb.slice(0, -1)}ing`, `${verb.slice(0, -1)}in`];
	if (/[^aeiou]y$/.test(verb)) {
		return [verb, `${verb.slice(0, -1)}ies`, `${verb.slice(0, -1)}ied`, `${verb}ing`, `${verb}in`];
	}
	const plural = /(?:s|x|z|ch|sh)$/.test(verb) ? `${verb}es` : `${verb}s`;
	return [verb, plural, `${verb}ed`, `${verb}ing`, `${verb}in`];
}
