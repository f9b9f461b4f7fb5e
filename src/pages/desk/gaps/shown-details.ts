import type { Library } from "#content/library.ts";
import type { ShownTally } from "#domain/tallies/suppress.ts";
import { detailLabel } from "#pages/desk/gaps/gap-labels.ts";
import type { GapTable } from "#services/show-gaps.ts";

/**
 * The parts of a figure that may be shown, with their names. Those of fewer than five are not even named: together they are "others",
 * whose count is null.
 */
export function shownDetails(
	content: Library,
	table: GapTable,
	{ total, details }: ShownTally,
): readonly { readonly label: string; readonly count: number | null }[] {
	if (total === null || details.every(({ detail }) => detail === "" && table !== "not_found_where")) return [];
	const shown = details.flatMap(({ detail, count }) =>
		count === null ? [] : [{ label: detailLabel(content, table, detail), count }],
	);
	return shown.length === details.length ? shown : [...shown, { label: content.words.desk_gaps.others, count: null }];
}
