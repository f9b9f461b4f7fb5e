/** A question of the labelled set: which services answer it, 3 best to 1 marginal. None means that nothing fits. */
export type GradedQuery = {
	readonly id: string;
	readonly directory: string;
	readonly kind: string;
	readonly q: string;
	readonly relevant: Readonly<Record<string, number>>;
};
export type SearchFigures = {
	readonly kind: string;
	readonly queries: number;
	/** Mean nDCG of the first ten, over the questions that something answers. */
	readonly ndcg: number;
	/** How many had a good service (2 or 3) within the first three; for questions that nothing fits, no result at all. */
	readonly good: number;
};

const DEPTH = 10;
const GOOD = 2;
const GOOD_WITHIN = 3;

/** nDCG@10 with gains 2^grade - 1 (Järvelin and Kekäläinen 2002). Null where nothing is relevant. */
export function ndcg(found: readonly string[], relevant: GradedQuery["relevant"]): number | null {
	const gain = (grade: number, place: number) => (2 ** grade - 1) / Math.log2(place + 2);
	const ideal = Object.values(relevant)
		.sort((a, b) => b - a)
		.slice(0, DEPTH)
		.reduce((sum, grade, place) => sum + gain(grade, place), 0);
	if (ideal === 0) return null;
	return found.slice(0, DEPTH).reduce((sum, id, place) => sum + gain(relevant[id] ?? 0, place), 0) / ideal;
}

/** Whether a family would be served: a good service within three, or, where nothing fits, an honest nothing. */
export function isServed(found: readonly string[], relevant: GradedQuery["relevant"]): boolean {
	if (Object.values(relevant).every((grade) => grade < GOOD)) return found.every((id) => id in relevant);
	return found.slice(0, GOOD_WITHIN).some((id) => (relevant[id] ?? 0) >= GOOD);
}

/** Figures per kind of question, and for all together first. */
export function searchFigures(
	results: readonly { readonly query: GradedQuery; readonly found: readonly string[] }[],
): readonly SearchFigures[] {
	const kinds = [...new Set(results.map(({ query }) => query.kind))];
	const figures = (kind: string, some: typeof results): SearchFigures => {
		const scores = some.flatMap(({ query, found }) => ndcg(found, query.relevant) ?? []);
		return {
			kind,
			queries: some.length,
			ndcg: scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length),
			good: some.filter(({ query, found }) => isServed(found, query.relevant)).length,
		};
	};
	return [
		figures("all", results),
		...kinds.map((kind) =>
			figures(
				kind,
				results.filter(({ query }) => query.kind === kind),
			),
		),
	];
}
