import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createJobs } from "#adapters/libsql/jobs.ts";
import { databaseKinds, migratedDatabase, type TestDatabase } from "#tests/support/database.ts";

const PACE = { every: 60_000, again: 10_000, hold: 30_000 };
const at = (seconds: number) => new Date(Date.UTC(2026, 10, 24, 10, 0, seconds));

describe.each(databaseKinds)("jobs in an %s", (kind) => {
	let database: TestDatabase;
	let other: ReturnType<typeof createJobs>;
	let jobs: ReturnType<typeof createJobs>;
	beforeAll(async () => {
		database = await migratedDatabase(kind);
		jobs = createJobs(database.client);
		other = createJobs(database.client);
	});
	afterAll(() => database.close());

	test("are each taken by one of many runners at once", async () => {
		const claims = await Promise.all(
			Array.from({ length: 12 }, (_, i) => (i % 2 ? jobs : other).claim("crowded", PACE, at(0))),
		);
		expect(claims.filter((claim) => claim !== null)).toEqual([{ name: "crowded", run: 1 }]);
	});

	test("are due again after their time, and sooner after a fault", async () => {
		const first = await jobs.claim("paced", PACE, at(0));
		if (!first) throw new Error("not claimed");
		await jobs.finish(first, null, at(1));
		expect(await jobs.claim("paced", PACE, at(59))).toBeNull();
		const second = await jobs.claim("paced", PACE, at(60));
		if (!second) throw new Error("not claimed");
		await jobs.finish(second, "TypeError", at(61));
		expect(await jobs.claim("paced", PACE, at(69))).toBeNull();
		expect(await jobs.claim("paced", PACE, at(70))).toEqual({ name: "paced", run: 3 });
	});

	test("of a runner that died are free when the hold ends, and its late word changes nothing", async () => {
		const died = await jobs.claim("held", { ...PACE, every: 1000 }, at(0));
		expect(await other.claim("held", { ...PACE, every: 1000 }, at(29))).toBeNull();
		const next = await other.claim("held", { ...PACE, every: 1000 }, at(30));
		expect(next).toEqual({ name: "held", run: 2 });
		if (died) await jobs.finish(died, "TypeError", at(31));
		const record = (await jobs.list()).find(({ name }) => name === "held");
		expect(record).toMatchObject({ lastFault: null, lastFailedAt: null, heldUntil: at(60) });
	});

	test("started by a clock that was wrong do not wait for that day to come", async () => {
		await jobs.claim("future", PACE, new Date("2036-01-01T00:00:00Z"));
		expect(await jobs.claim("future", PACE, at(0))).toEqual({ name: "future", run: 2 });
	});

	test("tell when they last started, went well and failed, and since when they could have run", async () => {
		const claim = await jobs.claim("told", PACE, at(0));
		if (claim) await jobs.finish(claim, null, at(2));
		expect((await jobs.list()).find(({ name }) => name === "told")).toEqual({
			name: "told",
			heldUntil: null,
			lastStartedAt: at(0),
			lastSucceededAt: at(2),
			lastFailedAt: null,
			lastFault: null,
			runs: 1,
		});
		expect(await jobs.since()).toEqual(new Date("2026-11-24T10:00:00Z"));
	});
});
