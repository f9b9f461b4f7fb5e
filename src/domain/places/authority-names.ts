import { type Authority, type District, inForce } from "#domain/places/authority.ts";
import type { AuthorityBook } from "#domain/places/authority-book.ts";

/** Words that stand in many councils' names and tell none of them apart. */
const COMMON = new Set(
	"and at by in of on the upon with city county council borough london royal metropolitan district unitary authority mbc lb rb".split(
		" ",
	),
);

/**
 * The authority that an area's short name stands for: "hounslow", "london-borough-of-hounslow", "bristol-city-council".
 * Null where none or more than one may be meant.
 */
export function authorityBySlug(book: Pick<AuthorityBook, "all">, slug: string): Authority | null {
	const bare = slug.replace(/-(?:council|corporation)$/, "");
	const own = book.all.find((authority) => [authority.slug, ...authority.also].includes(bare));
	if (own) return own;
	const key = tellingWords(slug);
	if (key === "") return null;
	const meant = book.all.filter((authority) =>
		[authority.slug, ...authority.also].some((name) => tellingWords(name) === key),
	);
	return meant.length === 1 ? (meant[0] ?? null) : null;
}

/** A council found by name; `district` where it was the district's name that fitted. */
export type NamedCouncil = { readonly authority: Authority; readonly district?: string };

/**
 * Councils in force on a day whose name, or the name of one of whose districts, has words that begin like those typed:
 * "elmb" finds Surrey by Elmbridge. Own names first, each by the alphabet. No words find every council.
 */
export function councilsNamed(
	book: AuthorityBook,
	districts: readonly District[],
	text: string,
	day: string,
): readonly NamedCouncil[] {
	const typed = wordsOf(text).filter((word) => !COMMON.has(word) || wordsOf(text).length === 1);
	const fits = (name: string) => {
		const words = wordsOf(name);
		return typed.every((start) => words.some((word) => word.startsWith(start)));
	};
	const own = book.all.filter(
		(authority) => inForce(authority, day) && [authority.name, ...authority.also].some((name) => fits(name)),
	);
	const named = new Map<string, NamedCouncil>(own.toSorted(byName).map((authority) => [authority.slug, { authority }]));
	if (typed.length === 0) return [...named.values()];
	for (const district of districts.toSorted(byName)) {
		if (!fits(district.name)) continue;
		for (const authority of book.onDay(book.wayOf(district.code) ?? "", day))
			if (!named.has(authority.slug)) named.set(authority.slug, { authority, district: district.name });
	}
	return [...named.values()];
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
	return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}

function tellingWords(slug: string): string {
	return wordsOf(slug)
		.filter((word) => !COMMON.has(word))
		.join(" ");
}

function wordsOf(text: string): readonly string[] {
	return text
		.normalize("NFD")
		.toLowerCase()
		.replace(/[\u0300-\u036f'’.]/g, "")
		.split(/[^a-z0-9]+/)
		.filter((word) => word !== "");
}
