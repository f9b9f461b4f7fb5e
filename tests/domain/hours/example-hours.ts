import { type AnswerPromise, Hours } from "#domain/hours/hours.ts";
import { parseInstant } from "#domain/hours/zone-clock.ts";

/** The bank holidays around the dates that the tests use. */
export const HOLIDAYS: ReadonlySet<string> = new Set([
	"2026-04-03",
	"2026-04-06",
	"2026-08-31",
	"2026-12-25",
	"2026-12-28",
	"2027-01-01",
	"2027-03-26",
	"2027-03-29",
]);

const WORKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri"];

/** Monday to Friday with an hour for lunch, shut on bank holidays. */
export function office(promise: AnswerPromise = { kind: "none" }): Hours {
	return Hours.parse({
		zone: "Europe/London",
		weekly: WORKDAYS.flatMap((day) => [
			{ from: `${day} 09:00`, to: `${day} 12:30` },
			{ from: `${day} 13:30`, to: `${day} 17:00` },
		]),
		bank_holidays: "closed",
		exceptions: [{ date: "2026-12-24", open: [["09:00", "12:00"]] }],
		promise,
	});
}

/** Nights and weekends, and all day on bank holidays. */
export function outOfHours(promise: AnswerPromise = { kind: "none" }): Hours {
	return Hours.parse({
		zone: "Europe/London",
		weekly: [
			{ from: "Mon 16:30", to: "Tue 08:00" },
			{ from: "Tue 16:30", to: "Wed 08:00" },
			{ from: "Wed 16:30", to: "Thu 08:00" },
			{ from: "Thu 16:30", to: "Fri 08:00" },
			{ from: "Fri 16:30", to: "Mon 08:00" },
		],
		bank_holidays: "all_day",
		exceptions: [],
		promise,
	});
}

export function always(promise: AnswerPromise = { kind: "none" }): Hours {
	return Hours.parse({ weekly: [{ from: "Mon 00:00", to: "Mon 00:00" }], promise });
}

/** The instant of "2026-12-24 09:00" on a London wall, or of a text with an offset. */
export function at(text: string): number {
	const instant = parseInstant(text, "Europe/London");
	if (instant === null) throw new Error(`no such instant: ${text}`);
	return instant;
}
