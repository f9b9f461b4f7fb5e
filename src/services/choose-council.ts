import type { CouncilChoice, FoundPlace, PlaceArea } from "#domain/places/found-place.ts";
import { findPlace, ofAuthority, type PlaceNeeds, servedAreas } from "#services/find-place.ts";

/** What a page says to a person who typed a postcode. `content/words/places.yaml` has the sentence for each kind. */
export type CouncilGuess =
	| { readonly kind: "not_a_postcode" }
	/** Not in England: the page of `content/pages/` that says who helps there. */
	| { readonly kind: "elsewhere"; readonly place: FoundPlace; readonly page: string }
	/** "We think your council is X. Not right? Choose another": `others` are around, then the whole list. */
	| {
			readonly kind: "one";
			readonly place: FoundPlace;
			readonly council: PlaceArea;
			readonly others: readonly PlaceArea[];
	  }
	/** Near a border: which of the two or three is it? */
	| {
			readonly kind: "several";
			readonly place: FoundPlace;
			readonly councils: readonly PlaceArea[];
			readonly others: readonly PlaceArea[];
	  }
	/** In England as far as we can tell, but we cannot say which council: choose by name. */
	| { readonly kind: "unknown"; readonly place: FoundPlace };

const PAGES = {
	scotland: "scotland",
	wales: "wales",
	northern_ireland: "northern-ireland",
	jersey: "not-in-england",
	guernsey: "not-in-england",
	isle_of_man: "not-in-england",
} as const;

/** Our guess at a person's council from a postcode, always open to correction. */
export async function guessCouncil(deps: PlaceNeeds, text: string): Promise<CouncilGuess> {
	const place = await findPlace(deps, text);
	if (!place) return { kind: "not_a_postcode" };
	const { nation, areas, other_authorities: others = [] } = place;
	const [council, ...more] = areas;
	if (council) {
		if (more.length === 0) return { kind: "one", place, council, others };
		return { kind: "several", place, councils: areas, others };
	}
	if (nation === null || nation === "england" || nation === "border") return { kind: "unknown", place };
	return { kind: "elsewhere", place, page: PAGES[nation] };
}

/** Every council in England whose name, or whose district's, fits what was typed, those that we serve first. No text: all. */
export async function councilChoices(deps: PlaceNeeds, text: string): Promise<readonly CouncilChoice[]> {
	const served = await servedAreas(deps);
	const named = deps.places.councils(text).map(({ authority, district }) => ({
		...ofAuthority(deps, authority, served),
		...(district ? { district } : {}),
	}));
	return named.toSorted((a, b) => Number(b.served) - Number(a.served));
}
