import { knownYears } from "#domain/hours/holidays.ts";
import type { Alarm } from "#domain/jobs/alarm.ts";
import type { Dependencies } from "#ports.ts";
import { callBacksNotSetUp, messagesInTrouble } from "#services/call-back-alarms.ts";

/** Promises of a call reach past the end of the list long before it is empty. */
const HALF_A_YEAR_MS = 183 * 86_400_000;

/** What looks for trouble whenever `/health` or the desk asks: each answers what is wrong now, and nothing where all is well. */
export const ALARMS: readonly ((deps: Dependencies) => Promise<readonly Alarm[]>)[] = [
	holidaysEndSoon,
	messagesInTrouble,
	callBacksNotSetUp,
];

/** Fewer than six months of bank holidays are known: no promise beyond them can be worked out. */
async function holidaysEndSoon({ content, clock }: Dependencies): Promise<readonly Alarm[]> {
	const known = knownYears(content.holidays);
	const end = known === null ? 0 : Date.parse(known.until);
	return end - clock.now().getTime() < HALF_A_YEAR_MS ? [{ alarm: "bank_holidays_end_soon" }] : [];
}
