import { csvOf } from "#domain/directory/csv.ts";
import type { DeskPart } from "#pages/desk/desk-part.ts";
import { itemLabel } from "#pages/desk/gaps/gap-labels.ts";
import { GapsPage } from "#pages/desk/gaps/gaps-page.tsx";
import { shownDetails } from "#pages/desk/gaps/shown-details.ts";
import { GAP_TABLES, showGaps } from "#services/show-gaps.ts";

/** What people could not find: a council's gap analysis, from which nobody can be recognised. */
export const gapsPart: DeskPart = {
	label: (words) => words.desk_gaps.title,
	bar: { path: "/gaps", permission: "tallies.read" },
	routes: [
		{
			method: "GET",
			path: "/gaps",
			permission: "tallies.read",
			answer: async (c, desk) => {
				const { deps } = c.var;
				const gaps = await showGaps(deps, { area: desk.area.slug, period: c.req.query("period") ?? "" });
				return c.html(<GapsPage content={deps.content} desk={desk} gaps={gaps} />);
			},
		},
		{
			method: "GET",
			path: "/gaps.csv",
			permission: "tallies.read",
			answer: async (c, desk) => {
				const { deps } = c.var;
				const { period, tables } = await showGaps(deps, {
					area: desk.area.slug,
					period: c.req.query("period") ?? "",
				});
				const { few, all } = deps.content.words.desk_gaps;
				const lines = GAP_TABLES.flatMap((table) =>
					tables[table].flatMap((tally) => {
						const label = itemLabel(deps.content, table, tally.item);
						const line = (detail: string, count: number | null) => [
							period.id,
							table,
							tally.item,
							label,
							detail,
							count ?? few,
						];
						const parts = shownDetails(deps.content, table, tally);
						return [line(all, tally.total), ...parts.map((part) => line(part.label, part.count))];
					}),
				);
				c.header("content-type", "text/csv; charset=utf-8");
				c.header("content-disposition", `attachment; filename="looked-for-${desk.area.slug}-${period.id}.csv"`);
				return c.body(csvOf([["period", "table", "item", "label", "detail", "count"], ...lines]));
			},
		},
	],
};
