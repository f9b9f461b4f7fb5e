import { londonMoment } from "#domain/directory/search/moment.ts";
import type { SearchAnswer, SearchQuery } from "#domain/directory/search/query.ts";
import { searchAcross } from "#domain/directory/search/search-across.ts";
import { parsePostcode } from "#domain/places/postcode.ts";
import type { Point } from "#ports/places.ts";
import type { Dependencies } from "#ports.ts";
import { type CountNeeds, count } from "#services/count.ts";

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

type FindNeeds = Pick<Dependencies, "openSnapshots" | "places" | "clock" | "content">;

/** Searches an area's directory as it stands in memory, at this minute in London. What finds nothing is counted, without its words. */
export async function searchDirectory(deps: FindNeeds & CountNeeds, input: SearchInput): Promise<DirectorySearch> {
	const found = await findInDirectory(deps, input);
	if (found.kind === "found" && found.answer.total === 0) countNothing(deps, input, found);
	return found;
}

/** By the kinds of help chosen and the neighbourhood asked about, as far as we know both. */
function countNothing(deps: CountNeeds, { area, near, need = [] }: SearchInput, { answer, place }: Found): void {
	const asked = place !== "unknown" && near ? parsePostcode(near) : null;
	const known = need.filter((id) => !answer.unknown?.includes(`need=${id}`));
	for (const id of known.length > 0 ? known : [""])
		count(deps, area, "found_nothing", id, asked?.sector ?? asked?.outcode ?? "");
}
type Found = Extract<DirectorySearch, { readonly kind: "found" }>;

/** The same, for what the guide looks up by itself: nobody asked, so nothing is counted. */
export async function findInDirectory(
	deps: FindNeeds,
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
