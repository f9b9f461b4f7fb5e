import type { Freshness } from "#domain/directory/search/freshness.ts";
import type { OpeningHours } from "#domain/directory/search/timetable.ts";
import type { Weights } from "#domain/directory/search/weights.ts";

/** A point in degrees, already looked up; `text` is what was asked for. */
export type Near = {
	readonly latitude: number;
	readonly longitude: number;
	readonly precision: "postcode" | "sector" | "outcode";
	readonly text: string;
};
export const SORTS = ["relevance", "distance", "name", "fresh"] as const;
export type Sort = (typeof SORTS)[number];

/** What a person asks. Within a list any will do; across lists all must hold. */
export type SearchQuery = {
	readonly q?: string;
	readonly near?: Near;
	readonly radius_km?: number;
	/** A child's age in years, or "unborn". */
	readonly age?: number | "unborn";
	readonly need?: readonly string[];
	/** "mo" to "su". */
	readonly day?: readonly string[];
	readonly open_now?: boolean;
	readonly free?: boolean;
	readonly language?: readonly string[];
	readonly access?: readonly string[];
	readonly mode?: readonly string[];
	readonly audience?: readonly string[];
	readonly send?: readonly string[];
	readonly page: number;
	readonly per_page: number;
	readonly sort?: Sort;
	readonly explain?: boolean;
};

/** How this council wants its directory searched. */
export type SearchSettings = {
	readonly weights: Weights;
	/** Leaves out what nobody has confirmed for over a year, of which its provider was told; else it comes last, marked. */
	readonly dropHidden: boolean;
};

export type FacetCount = {
	readonly id: string;
	readonly name: string;
	readonly count: number;
	readonly parent?: string;
	readonly selected: boolean;
};
export type Facets = Readonly<Record<string, readonly FacetCount[]>>;

/** A change of the question that gives results: which parts to leave out or set anew, and how many it finds. */
export type Relaxation = {
	readonly kind: "filter" | "distance" | "words" | "spelling" | "filters" | "everything";
	/** The parts of the question that change, null for "leave out". */
	readonly change: Readonly<Record<string, string | number | null>>;
	readonly total: number;
};

export type ExplainedPart = {
	/** The word as asked, and the word or choice that was found for it. */
	readonly word: string;
	readonly found: string;
	readonly how: string;
	readonly fields: Readonly<Record<string, number>>;
	readonly score: number;
};
export type Explanation = {
	readonly score: number;
	readonly all_words: boolean;
	readonly words: readonly ExplainedPart[];
	readonly name_bonus: number;
	readonly nearness: number;
	readonly freshness: number;
};

/** One service of a list. What is not known is left out. */
export type Hit = {
	readonly id: string;
	readonly name: string;
	readonly organisation?: string;
	readonly summary?: string;
	readonly needs: readonly { readonly id: string; readonly name: string }[];
	/** The nearest place when asked near somewhere, else the first. */
	readonly where?: string;
	/** How many other places it has. */
	readonly other_places: number;
	readonly distance_km?: number;
	/** True where that is only to the middle of the postcode's neighbourhood. */
	readonly distance_rough?: boolean;
	/** Where the nearest place lies, in degrees, when asked near somewhere. Never a place that is kept secret. */
	readonly point?: { readonly latitude: number; readonly longitude: number };
	/** It needs no journey: online, by phone, at home, or no place given. */
	readonly everywhere: boolean;
	readonly modes: readonly string[];
	readonly free: boolean;
	readonly cost_text?: string;
	/** In years, as the record gives them. */
	readonly minimum_age?: number;
	readonly maximum_age?: number;
	/** Null where no times are known. */
	readonly open_now: boolean | null;
	readonly hours: OpeningHours;
	readonly phone?: string;
	readonly url?: string;
	readonly email?: string;
	readonly alert?: string;
	readonly temporarily_closed: boolean;
	readonly assured_date?: string;
	readonly freshness: Freshness;
	/** How much of what a family needs the listing says, 0 to 100. */
	readonly completeness?: number;
	readonly area: { readonly slug: string; readonly name: string };
	readonly explain?: Explanation;
};

export type SearchAnswer = {
	readonly total: number;
	/** Whether any result holds all the words of the question, or only some; left out where no words were asked. */
	readonly words_found?: "all" | "some";
	readonly page: number;
	readonly per_page: number;
	readonly items: readonly Hit[];
	readonly facets: Facets;
	readonly did_you_mean: string | null;
	/** Only when nothing was found. */
	readonly relaxations?: readonly Relaxation[];
	/** Choices that this area does not know, as "need=abc". */
	readonly unknown?: readonly string[];
};
