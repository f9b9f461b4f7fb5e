import { readFileSync } from "node:fs";
import { parse } from "yaml";
import * as z from "zod";
import type { DateWords } from "#domain/timeline/date-words.ts";
import { EVENTS, RULES, type RuleId } from "#domain/timeline/rules.ts";

/** The words and the bank holidays that ship, read as strictly as the domain needs them. */

const RULE_IDS = Object.keys(RULES).filter((id): id is RuleId => id in RULES);
const Words = z.object({
	events: z.strictObject(record(EVENTS, z.string().min(1))),
	no_dates: z.partialRecord(z.enum(EVENTS), z.string().min(1)),
	rules: z.strictObject(
		record(RULE_IDS, z.strictObject({ what: z.string().min(1), says: z.string().min(1), fact: z.string() })),
	),
});
const BankHolidays = z.object({ holidays: z.array(z.object({ date: z.iso.date(), title: z.string() })) });

export const words: DateWords = Words.parse(read("content/words/dates.yaml"));
export const bankHolidays = BankHolidays.parse(read("content/bank-holidays.yaml")).holidays;
export const holidays: ReadonlySet<string> = new Set(bankHolidays.map(({ date }) => date));

function read(path: string): unknown {
	return parse(readFileSync(path, "utf8"));
}

function record<Key extends string, Value>(keys: readonly Key[], value: Value): Record<Key, Value> {
	const entries = keys.map((key) => [key, value]);
	return Object.fromEntries(entries);
}
