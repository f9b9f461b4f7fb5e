import type { Schedule } from "#domain/jobs/schedule.ts";
import type { Dependencies } from "#ports.ts";
import { deliverOutbox } from "#services/deliver-outbox.ts";
import { ERASING, eraseWithSteadyClock } from "#services/erase-call-backs.ts";
import { escalateCallBacks } from "#services/escalate-call-backs.ts";
import { forgetSignIns } from "#services/forget-sign-ins.ts";
import { publishChanged } from "#services/publish-changed.ts";
import { refreshBankHolidays } from "#services/refresh-bank-holidays.ts";
import { remindProviders } from "#services/remind-providers.ts";
import { runFeeds } from "#services/run-feeds.ts";
import { sendCanaries } from "#services/send-canary.ts";

/** Work that is done by the clock. Each is safe to run twice at once, and a second run changes nothing more. */
export type Job = Schedule & { readonly run: (deps: Dependencies) => Promise<unknown> };

/**
 * Every job, in the order in which one runner takes those that are due: what a person waits for comes first, and what
 * may take long comes last.
 */
export const SCHEDULED_JOBS: readonly Job[] = [
	{ name: "escalate-call-backs", everyMinutes: 5, run: escalateCallBacks },
	{ name: "send-canary", everyMinutes: 15, run: sendCanaries },
	{ name: "deliver", everyMinutes: 1, holdMinutes: 2, run: deliverOutbox },
	{ name: ERASING, everyMinutes: 60, run: eraseWithSteadyClock },
	{ name: "publish", everyMinutes: 1, run: publishChanged },
	{ name: "remind-providers", everyMinutes: 180, holdMinutes: 15, run: remindProviders },
	{ name: "forget-sign-ins", everyMinutes: 1440, run: forgetSignIns },
	{ name: "bank-holidays", everyMinutes: 1440, run: refreshBankHolidays },
	{ name: "feeds", everyMinutes: 15, holdMinutes: 30, run: (deps) => runFeeds(deps) },
];
