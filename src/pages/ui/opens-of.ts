import type { Words } from "#content/library.ts";
import type { RouteSource } from "#domain/conversation/route.ts";
import type { Holidays } from "#domain/hours/holidays.ts";
import { describeNextOpening } from "#domain/hours/opening.ts";
import { opensText } from "#pages/ui/plain-date.ts";

/** "Opens tomorrow at 9am"; null while it is open, and where its hours are not known for certain. */
export function opensOf(
	words: Words,
	{ hours }: Pick<RouteSource, "hours">,
	at: Date,
	holidays: Holidays,
): string | null {
	const next = hours && hours !== "always" ? describeNextOpening(hours, at.getTime(), holidays) : null;
	return next ? opensText(words, next) : null;
}
