import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "#cli/content-files.ts";
import { agreement } from "#cli/evaluate/agreement.ts";
import { content } from "#content/compiled/content.ts";
import { evaluateHours } from "#domain/hours/evaluate-hours.ts";

/** Opening hours, next opening and promise: `{id, hours, at}` a line. */
export function hoursEvaluation() {
	const holidays = new Set(content.holidays.map((holiday) => holiday.date));
	const line = (value: unknown) => evaluateHours(value, holidays);
	const own = join(root, "tests/evaluation/hours/cases.jsonl");
	return { line, report: () => agreement("hours", readFileSync(own, "utf8"), line) };
}
