import * as z from "zod";
import type { Holidays } from "#domain/hours/holidays.ts";
import { type DatedEntry, type DateWords, inWords } from "#domain/timeline/date-words.ts";
import { dueDates } from "#domain/timeline/due-dates.ts";
import { EVENTS, isEvent } from "#domain/timeline/rules.ts";

const LineId = z.object({ id: z.union([z.string(), z.number()]) });
const DatesLine = LineId.extend({ event: z.string(), date: z.string(), time: z.string().nullish() });

export type DatesResult = {
	readonly id: string | number | null;
	readonly dates: readonly DatedEntry[];
	/** Why the event has no dates, in words for the public. */
	readonly note?: string;
	/** What is wrong with the line; then there are no dates. */
	readonly error?: string;
};

/** One line of `evaluate dates`: `{id, event, date, time?}`. A line that cannot be read gives an `error` and no dates. */
export function evaluateDates(line: unknown, holidays: Holidays, words: DateWords): DatesResult {
	const parsed = DatesLine.safeParse(line);
	if (!parsed.success) {
		const problems = parsed.error.issues.map(({ path, message }) => `${path.join(".") || "line"}: ${message}`);
		return failed(line, problems.join(" "));
	}
	const { id, event, date, time } = parsed.data;
	if (!isEvent(event)) return failed(line, `event: "${event}" is not known. Write one of ${EVENTS.join(", ")}.`);
	const due = dueDates(event, { date, time }, holidays);
	if (due.kind === "invalid") {
		const right = due.field === "date" ? 'a real date, such as "2026-12-29"' : 'a time, such as "14:30"';
		return failed(line, `${due.field}: Write ${right}.`);
	}
	const note = words.no_dates[event];
	return { id, dates: due.dates.map((one) => inWords(one, words)), ...(note ? { note } : {}) };
}

function failed(line: unknown, error: string): DatesResult {
	return { id: LineId.safeParse(line).data?.id ?? null, dates: [], error };
}
