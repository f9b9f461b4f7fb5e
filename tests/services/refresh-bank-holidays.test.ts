import { createServer, type Server } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createPublishedHolidays } from "#adapters/published-holidays.ts";
import { createDependencies } from "#dependencies/create-dependencies.ts";
import { knownYears } from "#domain/hours/holidays.ts";
import type { Dependencies } from "#ports.ts";
import { refreshBankHolidays } from "#services/refresh-bank-holidays.ts";
import { runJobs } from "#services/run-jobs.ts";
import { SCHEDULED_JOBS } from "#services/scheduled-jobs.ts";
import { showHealth } from "#services/show-health.ts";
import { migratedDatabase, type TestDatabase } from "#tests/support/database.ts";

let server: Server;
let address: string;
let answer: { status: number; body: string };
beforeAll(async () => {
	server = createServer((_request, response) => {
		response.writeHead(answer.status, answer.status === 302 ? { location: "/elsewhere" } : {}).end(answer.body);
	});
	await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
	const at = server.address();
	address = `http://127.0.0.1:${typeof at === "object" ? at?.port : 0}/bank-holidays.json`;
});
afterAll(() => {
	server.close();
});

let database: TestDatabase;
let deps: Dependencies;
let now: number;
beforeEach(async () => {
	database = await migratedDatabase();
	now = Date.parse("2026-11-24T10:00:00Z");
	deps = createDependencies({ url: database.url }, { clock: { now: () => new Date(now) }, bankHolidaysUrl: address });
	return () => database.close();
});

/** Eight Mondays of the first year that the build does not know. */
function nextYear(): readonly string[] {
	const until = Date.parse(knownYears(deps.content.holidays)?.until ?? "");
	const days = Array.from({ length: 360 }, (_, i) => new Date(until + (i + 1) * 86_400_000));
	return days
		.filter((day) => day.getUTCDay() === 1)
		.slice(0, 8)
		.map((day) => day.toISOString().slice(0, 10));
}

function publish(dates: readonly string[], status = 200): void {
	const events = dates.map((date) => ({ title: "x", date, notes: "", bunting: true }));
	answer = { status, body: JSON.stringify({ "england-and-wales": { division: "england-and-wales", events } }) };
}

const job = SCHEDULED_JOBS.filter(({ name }) => name === "bank-holidays");

describe("the bank holidays", () => {
	test("of GOV.UK's newer list are reckoned with everywhere, without anybody waiting", async () => {
		const [first = "", ...others] = nextYear();
		expect(deps.content.holidays.has(first)).toBe(false);
		publish([...deps.content.holidays, first, ...others]);
		expect(await runJobs(deps, job)).toEqual([{ name: "bank-holidays", fault: null }]);
		now += 3_600_000;
		await expect.poll(() => deps.content.holidays.has(first), { timeout: 10_000 }).toBe(true);
	});

	test("stay as they are where the list is doubted, does not answer, moves away or is no list", async () => {
		const fault = async () => {
			now += 86_400_000;
			return (await runJobs(deps, job))[0]?.fault;
		};
		const known = [...deps.content.holidays];
		publish(known.slice(0, 12));
		expect(await fault()).toBe("holidays_doubted");
		publish(known, 503);
		expect(await fault()).toBe("holidays_out_of_reach");
		publish(known, 302);
		expect(await fault()).toBe("holidays_out_of_reach");
		answer = { status: 200, body: "<html>We are sorry</html>" };
		expect(await fault()).toBe("holidays_out_of_reach");
		answer = { status: 200, body: `"${"x".repeat(1_000_000)}"` };
		expect(await fault()).toBe("holidays_out_of_reach");
		expect(await deps.bankHolidays.stored()).toBeNull();
	});

	test("of the build win over a list that was fetched before they were last checked", async () => {
		await deps.bankHolidays.store(["2026-01-01"], new Date("2025-01-01T00:00:00Z"));
		const first = deps.content.holidays;
		now += 7_200_000;
		void deps.content.holidays;
		await deps.bankHolidays.stored();
		expect(deps.content.holidays).toBe(first);
	});

	test("are asked of nobody where that is switched off", async () => {
		const off = createDependencies({ url: database.url }, { clock: deps.clock });
		expect(await refreshBankHolidays(off)).toBeNull();
		expect(await createPublishedHolidays(null)()).toEqual({ kind: "off" });
	});

	test("of fewer than six months are an alarm at /health", async () => {
		expect((await showHealth(deps)).alarms).toEqual([]);
		now = Date.parse(knownYears(deps.content.holidays)?.until ?? "") - 182 * 86_400_000;
		expect((await showHealth(deps)).alarms).toEqual([{ alarm: "bank_holidays_end_soon" }]);
	});
});
