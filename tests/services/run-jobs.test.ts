import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { runJobs } from "#services/run-jobs.ts";
import { type Job, SCHEDULED_JOBS } from "#services/scheduled-jobs.ts";
import { showHealth } from "#services/show-health.ts";
import { createTestApp, type TestApp, TUESDAY_MORNING } from "#tests/support/test-app.ts";

const MINUTE = 60_000;
let app: TestApp;
let now: number;
beforeEach(async () => {
	app = await createTestApp();
	now = TUESDAY_MORNING.getTime();
});
afterEach(() => app.close());

const deps = () => ({ ...app.deps, clock: { now: () => new Date(now) } });

describe("a run", () => {
	test("does what is due, in order, and nothing twice in its time", async () => {
		const done: string[] = [];
		const jobs: readonly Job[] = [
			{ name: "first", everyMinutes: 1, run: async () => done.push("first") },
			{ name: "second", everyMinutes: 60, run: async () => done.push("second") },
		];
		await runJobs(deps(), jobs);
		await runJobs(deps(), jobs);
		expect(done).toEqual(["first", "second"]);
		now += MINUTE;
		await runJobs(deps(), jobs);
		expect(done).toEqual(["first", "second", "first"]);
	});

	test("beside others at the same moment does each job once", async () => {
		let runs = 0;
		const jobs: readonly Job[] = [{ name: "once", everyMinutes: 1, run: async () => runs++ }];
		await Promise.all(Array.from({ length: 8 }, () => runJobs(deps(), jobs)));
		expect(runs).toBe(1);
	});

	test("goes on after a job that fails, and records a kind of fault and no data", async () => {
		const done: string[] = [];
		const jobs: readonly Job[] = [
			{ name: "throws", everyMinutes: 1, run: () => Promise.reject(new RangeError("Pat Example 07700 900123")) },
			{
				name: "throws-at-once",
				everyMinutes: 1,
				run: () => {
					throw "a story";
				},
			},
			{ name: "works", everyMinutes: 1, run: async () => done.push("works") },
		];
		expect(await runJobs(deps(), jobs)).toEqual([
			{ name: "throws", fault: "RangeError" },
			{ name: "throws-at-once", fault: "unknown" },
			{ name: "works", fault: null },
		]);
		expect(done).toEqual(["works"]);
		expect(JSON.stringify(await app.deps.jobs.list())).not.toMatch(/Pat|07700|story/);
	});

	test("gives up a job that hangs when its hold ends", async () => {
		vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
		try {
			const jobs: readonly Job[] = [
				{ name: "hangs", everyMinutes: 1, holdMinutes: 1, run: () => new Promise(() => {}) },
				{ name: "next", everyMinutes: 1, run: async () => {} },
			];
			const run = runJobs(deps(), jobs);
			await vi.waitFor(() => expect(vi.getTimerCount()).toBeGreaterThan(0), { timeout: 10_000 });
			await vi.advanceTimersByTimeAsync(MINUTE);
			expect(await run).toEqual([
				{ name: "hangs", fault: "took_too_long" },
				{ name: "next", fault: null },
			]);
		} finally {
			vi.useRealTimers();
		}
	});
});

describe("health", () => {
	test("is well before the first run and after it, and degraded when a job is late", async () => {
		expect((await showHealth(deps())).status).toBe("ok");
		await runJobs(deps());
		expect((await showHealth(deps())).jobs.map(({ name }) => name)).toEqual(SCHEDULED_JOBS.map(({ name }) => name));
		expect((await showHealth(deps())).status).toBe("ok");
		now += 13 * MINUTE;
		const late = await showHealth(deps());
		expect(late.status).toBe("degraded");
		expect(late.jobs.find(({ name }) => name === "publish")).toMatchObject({
			late: true,
			last_success: TUESDAY_MORNING.toISOString(),
		});
	});

	test("is degraded where nothing ever ran, an hour after the database was made", async () => {
		now += 60 * MINUTE;
		expect((await showHealth(deps())).status).toBe("degraded");
	});

	test("is told at /health, and does not fail without a database", async () => {
		const away = await createTestApp({ databaseUrl: "http://127.0.0.1:9" });
		const health = await (await away.request("/health")).json();
		expect(health).toMatchObject({ status: "degraded", missing: ["database"], jobs: [], alarms: [] });
		await expect(runJobs(away.deps)).rejects.toMatchObject({ code: "UNAVAILABLE" });
	});
});
