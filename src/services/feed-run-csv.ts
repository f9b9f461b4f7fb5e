import { csvOf } from "#domain/directory/csv.ts";
import type { FeedRun, FeedRunNotes } from "#ports/feed-register.ts";

const HEAD = [
	"run",
	"ran at",
	"feed",
	"outcome",
	"kind",
	"record",
	"field",
	"rule, reason or count",
	"before or row",
	"after",
];

/** Runs with their counts, and what each mended, rejected and held back, for a spreadsheet. */
export function feedRunCsv(runs: readonly (readonly [FeedRun, FeedRunNotes])[]): string {
	return csvOf([
		HEAD,
		...runs.flatMap(([run, notes]) => {
			const start = [run.key, run.ranAt.toISOString(), run.source, run.outcome] as const;
			return [
				...(run.reason === null ? [] : [[...start, "reason", "", "", run.reason, "", ""]]),
				...Object.entries(run.counts).map(([name, count]) => [...start, "count", "", name, count, "", ""]),
				...notes.rejects.map(({ record, reason, row }) => [...start, "rejected", record, "", reason, row, ""]),
				...notes.repairs.map((repair) => [
					...start,
					"mended",
					repair.record,
					repair.field,
					repair.rule,
					repair.before,
					repair.after,
				]),
				...notes.heldBack.map((id) => [...start, "held back", id, "", "missing twice, waits for a yes", "", ""]),
			];
		}),
	]);
}
