import { londonMoment } from "#domain/directory/search/moment.ts";
import { dateOf } from "#domain/hours/local-date.ts";
import { judgeHolidays } from "#domain/hours/published-holidays.ts";
import type { Dependencies } from "#ports.ts";

/** Why the list in use stays: a job records the kind of this fault. */
export class HolidaysNotRefreshed extends Error {
	readonly code: "holidays_out_of_reach" | "holidays_doubted";
	constructor(code: HolidaysNotRefreshed["code"], message: string) {
		super(message);
		this.name = "HolidaysNotRefreshed";
		this.code = code;
	}
}

/**
 * Takes over GOV.UK's bank holidays where they can be believed. Answers how many dates are now stored, or null where this
 * deployment asks nobody. Stops with HolidaysNotRefreshed where the list cannot be had or is doubted; the one in use stays.
 */
export async function refreshBankHolidays({
	bankHolidays,
	content,
	clock,
}: Pick<Dependencies, "bankHolidays" | "content" | "clock">): Promise<number | null> {
	const answer = await bankHolidays.published();
	if (answer.kind === "off") return null;
	if (answer.kind === "unavailable")
		throw new HolidaysNotRefreshed("holidays_out_of_reach", "GOV.UK's list of bank holidays did not answer.");
	const stored = await bankHolidays.stored();
	const known = new Set([...content.holidays, ...(stored?.dates ?? [])]);
	const today = dateOf(londonMoment(clock.now(), []).day);
	const judged = judgeHolidays(known, answer.value, today);
	if (judged.kind === "doubted") throw new HolidaysNotRefreshed("holidays_doubted", judged.reason);
	await bankHolidays.store(judged.dates, clock.now());
	return judged.dates.length;
}
