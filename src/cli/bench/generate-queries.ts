import { type Random, seededRandom } from "#cli/bench/random.ts";
import type { SearchQuery } from "#domain/directory/search/query.ts";
import type { SearchVocabulary } from "#domain/directory/search/vocabulary.ts";

export const QUERY_KINDS = [
	"word",
	"words",
	"prefix",
	"typo",
	"families",
	"quoted",
	"filters",
	"near",
	"empty",
] as const;
export type QueryKind = (typeof QUERY_KINDS)[number];
export type BenchQuery = { readonly kind: QueryKind; readonly query: SearchQuery };

/** Questions as people put them, in equal parts of each kind; a third of those with words carry filters too. */
export function generateQueries(
	count: number,
	seed: number,
	topics: readonly string[],
	vocabulary: SearchVocabulary,
): readonly BenchQuery[] {
	const random = seededRandom(seed);
	const said = vocabulary.synonyms.means.flatMap(({ say }) => say);
	return Array.from({ length: count }, (_, number) => {
		const kind = QUERY_KINDS[number % QUERY_KINDS.length] ?? "word";
		return { kind, query: { page: 1, per_page: 10, ...questionOf(kind, random, topics, said, vocabulary) } };
	});
}

type Parts = Omit<SearchQuery, "page" | "per_page">;

function questionOf(
	kind: QueryKind,
	random: Random,
	topics: readonly string[],
	said: readonly string[],
	vocabulary: SearchVocabulary,
): Parts {
	const topic = random.pickCommon(topics);
	const filters = random.chance(1 / 3) ? filtersOf(random, vocabulary) : {};
	switch (kind) {
		case "word":
			return { q: `${random.pick(topic.split(" "))} `, ...filters };
		case "words":
			return { q: `${topic} ${random.pickCommon(topics)} `, ...filters };
		case "prefix":
			return { q: topic.slice(0, Math.max(3, Math.ceil(topic.length * 0.6))), ...filters };
		case "typo":
			return { q: `${withSlip(topic, random)} `, ...filters };
		case "families":
			return { q: `${random.pick(said)} `, ...filters };
		case "quoted":
			return { q: `"${topic}"`, ...filters };
		case "filters":
			return filtersOf(random, vocabulary);
		case "near":
			return { q: `${topic} `, near: nearby(random), radius_km: random.pick([2, 5, 10]), ...filters };
		case "empty":
			return random.chance(0.5) ? {} : { near: nearby(random) };
	}
}

function filtersOf(random: Random, { needs, filters }: SearchVocabulary): Parts {
	const parts: Parts[] = [
		{ age: random.below(18) },
		{ free: true },
		{ day: [random.pick(filters.day).id] },
		{ access: [random.pick(filters.access).id] },
		{ open_now: true },
		...(needs.length > 0 ? [{ need: [random.pick(needs).id] }] : []),
		{ audience: [random.pick(filters.audience).id] },
	];
	return random.chance(0.5) ? random.pick(parts) : { ...random.pick(parts), ...random.pick(parts) };
}

function nearby(random: Random): NonNullable<SearchQuery["near"]> {
	return {
		latitude: 52.42 + (random.unit() - 0.5) * 0.2,
		longitude: -1.5 + (random.unit() - 0.5) * 0.3,
		precision: "sector",
		text: "ZZ1 1",
	};
}

/** Drops, doubles, swaps or changes one letter of the longest word. */
function withSlip(text: string, random: Random): string {
	const words = text.split(" ");
	const longest = words.reduce((a, b) => (b.length > a.length ? b : a), "");
	const at = 1 + random.below(Math.max(1, longest.length - 2));
	const slips = [
		longest.slice(0, at) + longest.slice(at + 1),
		longest.slice(0, at) + longest.charAt(at) + longest.slice(at),
		longest.slice(0, at) + longest.charAt(at + 1) + longest.charAt(at) + longest.slice(at + 2),
		`${longest.slice(0, at)}x${longest.slice(at + 1)}`,
	];
	const slipped = random.pick(slips);
	return words.map((word) => (word === longest ? slipped : word)).join(" ");
}
