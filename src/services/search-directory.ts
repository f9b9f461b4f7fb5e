import { londonMoment } from "#domain/directory/search/moment.ts";
import type { SearchAnswer, SearchQuery } from "#domain/directory/search/query.ts";
import { searchAcross } from "#domain/directory/search/search-across.ts";
import type { Point } from "#ports/places.ts";
import type { Dependencies } from "#ports.ts";

export type SearchInput = Omit<SearchQuery, "near"> & {
	readonly area: string;
	/** A postcode, a sector or an outcode, as typed. */
	readonly near?: string;
	/** Areas whose services just over the border are shown too, when it is asked near somewhere. */
	readonly neighbours?: readonly string[];
};

export type DirectorySearch =
	| {
			readonly kind: "found";
			readonly answer: SearchAnswer;
			/** Where "near" is; null where none was asked, `unknown` where we do not know it and show the whole area. */
			readonly place: (Point & { readonly text: string }) | "unknown" | null;
	  }
	| { readonly kind: "none" }
	| { readonly kind: "unavailable" };

/** Searches an area's directory as it stands in memory, at this minute in London. */
export async function searchDirectory(
	deps: Pick<Dependencies, "openSnapshots" | "places" | "clock" | "content">,
	{ area, near, neighbours = [], ...query }: SearchInput,
): Promise<DirectorySearch> {
	const opened = await deps.openSnapshots.of(area);
	if (opened.kind !== "open") return opened;
	const point = near ? await deps.places.point(near) : null;
	const asked = near && point ? { ...query, near: { ...point, text: near } } : query;
	const others = point ? await Promise.all(neighbours.map((slug) => deps.openSnapshots.of(slug))) : [];
	// A neighbour that cannot be read is left out: the area's own results do not wait for it.
	const beyond = others.flatMap((other) => (other.kind === "open" ? [other.snapshot] : []));
	const at = londonMoment(deps.clock.now(), deps.content.holidays);
	const answer = searchAcross(opened.snapshot, beyond, asked, at);
	const place = near ? (point ? { ...point, text: near } : "unknown") : null;
	return { kind: "found", answer, place };
}
