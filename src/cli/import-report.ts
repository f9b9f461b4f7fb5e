import { csvOf } from "#domain/directory/csv.ts";
import type { ImportBatch, ImportCounts, Reject, Repair } from "#domain/directory/import-batch.ts";

const FORMATS: Readonly<Record<ImportBatch["format"], string>> = {
	"oruk-v3": "Open Referral UK version 3",
	"oruk-v1": "Open Referral UK version 1 or 2",
	ndjson: "one record on each line",
	"hsds-csv": "HSDS tables",
	"four-table-csv": "four related tables",
	"outpost-csv": "Outpost's import table",
};

const number = new Intl.NumberFormat("en-GB");

/** "1 service", "1,165 rows". */
export function counted(count: number, one: string, many = `${one}s`): string {
	return `${number.format(count)} ${count === 1 ? one : many}`;
}
const short = (text: string) => (text.length > 70 ? `${text.slice(0, 70)}…` : text).replaceAll("\n", " ");

/** What an import read, mended and rejected, line by line: rules with a count and an example, every reject with its reason. */
export function reportLines(batch: ImportBatch): readonly string[] {
	const { read, services, folded, rejects, taxonomyTerms, format } = batch;
	return [
		`Read ${counted(read, "row")} (${FORMATS[format]}): ${counted(services.length, "service")}, ${number.format(folded)} joined into them, ${number.format(rejects.length)} rejected. ${counted(taxonomyTerms.length, "classification")}.`,
		...repairLines(batch.repairs),
		...rejectLines(rejects),
	];
}

/** What a council must see one by one, because something it gave was not taken. */
const EACH = new Set(["unknown field left out", "file left out", "only a part of the feed"]);

function repairLines(repairs: readonly Repair[]): readonly string[] {
	if (repairs.length === 0) return ["Nothing needed mending."];
	const byRule = new Map<string, { count: number; example: Repair }>();
	for (const repair of repairs.filter(({ rule }) => !EACH.has(rule))) {
		const known = byRule.get(repair.rule);
		if (known) known.count += 1;
		else byRule.set(repair.rule, { count: 1, example: repair });
	}
	const rules = [...byRule].sort(([, a], [, b]) => b.count - a.count);
	const each = repairs.filter(({ rule }) => EACH.has(rule));
	return [
		...(rules.length === 0 ? [] : ["Mended:"]),
		...rules.map(
			([rule, { count, example }]) => `${number.format(count).padStart(7)}  ${rule}. For example ${changeOf(example)}`,
		),
		...(each.length === 0 ? [] : ["Not taken:"]),
		...each.map((repair) => `         ${repair.rule}: ${changeOf(repair)}`),
	];
}

function changeOf(repair: Repair): string {
	const field = repair.field === "" ? repair.record : repair.field;
	return `${field}: ${JSON.stringify(short(repair.before))} → ${JSON.stringify(short(repair.after))}`;
}

export function rejectLines(rejects: readonly Reject[]): readonly string[] {
	if (rejects.length === 0) return [];
	return [
		"Rejected:",
		...rejects.flatMap((reject) => [`  ${reject.record}: ${reject.reason}`, `    ${short(reject.row)}`]),
	];
}

/** What an import did to the directory, in one sentence. */
export function countsLine(area: string, counts: ImportCounts): string {
	const { created, updated, unchanged, missing, deleted } = counts;
	if (created + updated + missing === 0)
		return `Nothing has changed in ${area}: ${counted(unchanged, "service is", "services are")} as before.`;
	const gone =
		missing === 0 ? "" : `, ${number.format(missing)} no longer in the source (${number.format(deleted)} taken out)`;
	return `${area}: ${number.format(created)} new, ${number.format(updated)} changed, ${number.format(unchanged)} as before${gone}.`;
}

/** Every repair and reject as CSV, for a spreadsheet. */
export function reportCsv(batch: Pick<ImportBatch, "rejects" | "repairs">): string {
	const rows = [
		["kind", "record", "field", "rule or reason", "before or row", "after"],
		...batch.rejects.map((reject) => ["rejected", reject.record, "", reject.reason, reject.row, ""]),
		...batch.repairs.map((repair) => ["mended", repair.record, repair.field, repair.rule, repair.before, repair.after]),
	];
	return csvOf(rows);
}
