import type { SearchVocabulary } from "#domain/directory/search/vocabulary.ts";

/** The groups a record's own data ticks. `open_now` and `freshness` are added when somebody asks, from the clock. */
export const FACET_GROUPS = ["need", "audience", "send", "access", "mode", "language", "free", "day", "age"] as const;
export type FacetGroup = (typeof FACET_GROUPS)[number];

/** One choice that can be ticked and counted. `parent` is the number of the broader need. */
export type FacetValue = {
	readonly group: FacetGroup;
	readonly id: string;
	readonly name: string;
	readonly parent: number | null;
};

/**
 * Every choice of the vocabulary, numbered group after group. The first `tags` of them (needs, audience, SEND, access,
 * mode, language) can also be found by words: each has a list of records of its own in the index.
 */
export type FacetValues = { readonly values: readonly FacetValue[]; readonly tags: number };

export function facetValues(vocabulary: SearchVocabulary): FacetValues {
	const { needs, filters } = vocabulary;
	const needIndex = new Map(needs.map((need, index) => [need.id, index]));
	const plain = (group: FacetGroup, choices: readonly { readonly id: string; readonly name: string }[]) =>
		choices.map(({ id, name }): FacetValue => ({ group, id, name, parent: null }));
	const tagged: readonly FacetValue[] = [
		...needs.map(
			({ id, name, parent }): FacetValue => ({
				group: "need",
				id,
				name,
				parent: parent === undefined ? null : (needIndex.get(parent) ?? null),
			}),
		),
		...plain("audience", filters.audience),
		...plain("send", filters.send),
		...plain("access", filters.access),
		...plain("mode", filters.mode),
		...plain("language", filters.language),
	];
	return {
		tags: tagged.length,
		values: [
			...tagged,
			...plain("free", [{ id: "free", name: filters.free.name }]),
			...plain("day", filters.day),
			...plain("age", filters.age),
		],
	};
}

/** A value and the broader ones it belongs to, itself first. A circle of parents ends where it began. */
export function withBroader(values: readonly FacetValue[], index: number): readonly number[] {
	const line: number[] = [];
	let at: number | null = index;
	while (at !== null && !line.includes(at)) {
		line.push(at);
		at = values[at]?.parent ?? null;
	}
	return line;
}
