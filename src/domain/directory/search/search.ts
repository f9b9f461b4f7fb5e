import { facetsOf } from "#domain/directory/search/count-facets.ts";
import { explain } from "#domain/directory/search/explain.ts";
import { type FoundRecords, findRecords } from "#domain/directory/search/find-records.ts";
import { hitOf } from "#domain/directory/search/hit.ts";
import type { Interpretation } from "#domain/directory/search/interpret.ts";
import type { Moment } from "#domain/directory/search/moment.ts";
import type { Hit, SearchAnswer, SearchQuery, SearchSettings } from "#domain/directory/search/query.ts";
import { recordOf } from "#domain/directory/search/rank.ts";
import { relaxationsFor } from "#domain/directory/search/relax.ts";
import type { Snapshot } from "#domain/directory/search/snapshot.ts";
import { DEFAULT_WEIGHTS } from "#domain/directory/search/weights.ts";

export const DEFAULT_SETTINGS: SearchSettings = { weights: DEFAULT_WEIGHTS, dropHidden: true };

/**
 * Answers a question from a snapshot: total, one page, the counts of every choice, and ways on when there is nothing.
 * Pure: the same snapshot, question and moment give the same answer.
 */
export function search(
	snapshot: Snapshot,
	query: SearchQuery,
	at: Moment,
	settings: SearchSettings = DEFAULT_SETTINGS,
): SearchAnswer {
	const found = findRecords(snapshot, query, at, settings);
	const items = found.page.map((key) => hitFor(snapshot, found, key, query, at, settings));
	const answer: SearchAnswer = {
		total: found.total,
		...wordsFound(found.total, found.whole, found.interpretation),
		page: query.page,
		per_page: query.per_page,
		items,
		facets: facetsOf(found.counts, snapshot, query),
		did_you_mean: found.total > 0 ? found.interpretation.didYouMean : null,
		...(found.unknown.length > 0 ? { unknown: found.unknown } : {}),
	};
	if (found.total > 0) return answer;
	const count = (changed: SearchQuery) => findRecords(snapshot, changed, at, settings).total;
	return { ...answer, relaxations: relaxationsFor(query, wordsOf(found.interpretation), count) };
}

/** The listing of a ranked key, explained when that is asked. */
export function hitFor(
	snapshot: Snapshot,
	found: FoundRecords,
	key: number,
	query: SearchQuery,
	at: Moment,
	{ weights }: SearchSettings,
): Hit {
	const record = recordOf(key);
	const hit = hitOf(snapshot, record, at, found.distances);
	return query.explain ? { ...hit, explain: explain(found, snapshot, record, weights) } : hit;
}

export function wordsFound(
	total: number,
	whole: boolean,
	{ slots }: Interpretation,
): Pick<SearchAnswer, "words_found"> {
	return total > 0 && slots.length > 0 ? { words_found: whole ? "all" : "some" } : {};
}

/** The words of a question that can be left out one by one; a quoted phrase counts as one. */
function wordsOf({ slots }: Interpretation): readonly string[] {
	return slots.filter((slot) => slot.required).map((slot) => (slot.phrase ? `"${slot.word}"` : slot.word));
}
