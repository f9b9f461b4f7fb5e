import * as z from "zod";
import type { Holidays } from "#domain/hours/holidays.ts";
import { Hours } from "#domain/hours/hours.ts";
import { isOpen, nextOpening } from "#domain/hours/opening.ts";
import { promise } from "#domain/hours/promise.ts";
import { formatInstant, parseInstant } from "#domain/hours/zone-clock.ts";

const LineId = z.object({ id: z.union([z.string(), z.number()]) });
const HoursLine = LineId.extend({ hours: Hours, at: z.string() });

export type HoursResult = {
	readonly id: string | number | null;
	readonly open: boolean | null;
	/** ISO 8601 with the offset of the hours' zone. */
	readonly next_open: string | null;
	readonly promise: string | null;
	/** What is wrong with the line; then everything else is null. */
	readonly error?: string;
};

/**
 * One line of `evaluate hours`: `{id, hours, at}`. An `at` without an offset is read on the wall
 * clock of the hours' zone. A line that cannot be read gives an `error` and nothing else.
 */
export function evaluateHours(line: unknown, holidays: Holidays): HoursResult {
	const parsed = HoursLine.safeParse(line);
	if (!parsed.success) return failed(line, problemsIn(parsed.error));
	const { id, hours } = parsed.data;
	const at = parseInstant(parsed.data.at, hours.zone);
	if (at === null) {
		return failed(line, 'at: Write a date and time with an offset, such as "2026-12-29T10:30:00Z".');
	}
	return {
		id,
		open: isOpen(hours, at, holidays),
		next_open: textOf(hours.zone, nextOpening(hours, at, holidays)),
		promise: textOf(hours.zone, promise(hours, at, holidays)),
	};
}

function textOf(zone: string, instant: number | null): string | null {
	return instant === null ? null : formatInstant(zone, instant);
}

/** "hours.weekly.0.to: Write …", one after the other. */
function problemsIn(error: z.ZodError): string {
	return error.issues.map(({ path, message }) => `${path.join(".") || "line"}: ${message}`).join(" ");
}

function failed(line: unknown, error: string): HoursResult {
	const id = LineId.safeParse(line).data?.id ?? null;
	return { id, open: null, next_open: null, promise: null, error };
}
