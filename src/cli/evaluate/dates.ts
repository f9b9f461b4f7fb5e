import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "#cli/content-files.ts";
import { agreement } from "#cli/evaluate/agreement.ts";
import { content } from "#content/compiled/content.ts";
import { words } from "#content/compiled/words.ts";
import { evaluateDates } from "#domain/timeline/evaluate-dates.ts";

/** The dates that follow from an event: `{id, event, date, time?}` a line. */
export function datesEvaluation() {
	const holidays = new Set(content.holidays.map((holiday) => holiday.date));
	const line = (value: unknown) => evaluateDates(value, holidays, words.dates);
	const own = join(root, "tests/evaluation/dates/cases.jsonl");
	return { line, report: () => agreement("dates", readFileSync(own, "utf8"), line) };
}
