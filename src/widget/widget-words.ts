/** What the widget says, in one language. The words stand in `content/words/widget.yaml`; a test holds them to this type. */
export type WidgetWords = {
	/** The language the words are in, as in HTML. */
	readonly lang: string;
	readonly dir: string;
	readonly directory: DirectoryWords;
	readonly guide: {
		readonly title: string;
		readonly body: string;
		readonly start: string;
		readonly young_title: string;
		readonly young_body: string;
	};
	readonly people: {
		readonly person: string;
		readonly call_us: string;
		readonly danger: string;
		readonly call_999: string;
	};
};

type Plain =
	| "title"
	| "what"
	| "where"
	| "where_hint"
	| "where_wrong"
	| "kind"
	| "any_kind"
	| "more"
	| "age"
	| "any_age"
	| "unborn"
	| "free"
	| "open_now"
	| "search"
	| "searching"
	| "found_one"
	| "found"
	| "shown"
	| "none"
	| "try_title"
	| "try_with"
	| "did_you_mean"
	| "unknown_place"
	| "show_more"
	| "distance"
	| "distance_rough"
	| "very_near"
	| "everywhere"
	| "others_one"
	| "others"
	| "free_tag"
	| "open_tag"
	| "closed_tag"
	| "closed_for_now"
	| "ages_from_to"
	| "ages_from"
	| "ages_to"
	| "call"
	| "text"
	| "email"
	| "website"
	| "all"
	| "unavailable";

export type DirectoryWords = Readonly<Record<Plain, string>> & {
	readonly relaxed: Readonly<Record<"filter" | "distance" | "words" | "spelling" | "filters" | "everything", string>>;
	readonly freshness: Readonly<Record<"fresh" | "due" | "stale" | "hidden" | "unknown", string>>;
};

export type WidgetLanguages = Readonly<Record<string, WidgetWords>> & { readonly en: WidgetWords };

/** The words for a language as a page names it ("pl", "pl-PL"); English where we do not have it. */
export function wordsFor(languages: WidgetLanguages, lang: string | null): WidgetWords {
	const wanted = (lang ?? "").toLowerCase();
	const own = Object.keys(languages).find((key) => key === wanted || key === wanted.split("-")[0]);
	return (own === undefined ? undefined : languages[own]) ?? languages.en;
}

/** A sentence with its gaps filled: "{count} services". */
export function fill(sentence: string, values: Readonly<Record<string, string | number>>): string {
	return sentence.replace(/\{(\w+)\}/g, (gap, name: string) => String(values[name] ?? gap));
}
