import type { Area } from "#domain/directory/area.ts";
import type { Authority } from "#domain/places/authority.ts";
import type { AuthorityBook } from "#domain/places/authority-book.ts";
import { authorityBySlug } from "#domain/places/authority-names.ts";

type Named = Pick<Area, "slug" | "gss_code">;

/**
 * Which of our areas serves an authority: the one with its code, else the one whose short name means it. Until a new
 * authority has an area of its own, that of the council before it serves on. Null where none does.
 */
export function servingArea<Known extends Named>(
	authority: Authority,
	areas: readonly Known[],
	book: AuthorityBook,
): Known | null {
	const own =
		areas.find(({ gss_code }) => gss_code !== undefined && gss_code === authority.gss_code) ??
		areas.find(({ slug, gss_code }) => gss_code === undefined && authorityBySlug(book, slug)?.slug === authority.slug);
	if (own) return own;
	for (const former of book.formersOf(authority.slug)) {
		const area = servingArea(former, areas, book);
		if (area) return area;
	}
	return null;
}
