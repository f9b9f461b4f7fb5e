import type { FacetValue } from "#domain/directory/search/facet-values.ts";
import { fold } from "#domain/directory/search/words.ts";

const codeRe = /^[a-z]{2,3}(-[a-z0-9]+)*$/i;

/**
 * The languages that records name and the vocabulary does not know, as choices of their own, in the order of their
 * ids; and for each language as a record names it ("pl", "Polish") the number of its choice.
 */
export function languageValues(
	known: readonly FacetValue[],
	named: Iterable<string>,
): { readonly added: readonly FacetValue[]; readonly numberOf: ReadonlyMap<string, number> } {
	const numbers = new Map<string, number>();
	known.forEach((value, number) => {
		if (value.group !== "language") return;
		numbers.set(value.id.toLowerCase(), number);
		numbers.set(fold(value.name), number);
	});
	const numberOf = new Map<string, number>();
	const fresh = new Map<string, string[]>();
	for (const name of new Set(named)) {
		const key = fold(name.trim());
		const number = numbers.get(key) ?? numbers.get(key.split("-")[0] ?? key);
		if (number !== undefined) numberOf.set(name, number);
		else if (key !== "") fresh.set(key, [...(fresh.get(key) ?? []), name]);
	}
	const added = [...fresh.keys()].sort().map((key, offset): FacetValue => {
		const names = fresh.get(key) ?? [];
		for (const name of names) numberOf.set(name, known.length + offset);
		return {
			group: "language",
			id: key.replace(/[^a-z0-9]+/g, "-"),
			name: nameOf([...names].sort()[0] ?? key),
			parent: null,
		};
	});
	return { added, numberOf };
}

function nameOf(name: string): string {
	if (!codeRe.test(name)) return name;
	try {
		return new Intl.DisplayNames("en-GB", { type: "language" }).of(name) ?? name;
	} catch {
		// A word that only looks like a language code names itself.
		return name;
	}
}
