import { afterEach, beforeEach, expect, test } from "vitest";
import { runJobs } from "#services/run-jobs.ts";
import { SCHEDULED_JOBS } from "#services/scheduled-jobs.ts";
import { createTestDesk, staffWith } from "#tests/support/desk.ts";
import type { TestApp } from "#tests/support/test-app.ts";

let app: TestApp;
beforeEach(async () => {
	app = await createTestDesk();
	await app.deps.areas.save({ slug: "demo", name: "Demo", demonstration: true });
});
afterEach(() => app.close());

test("a manager sees each job with when it was last done, in words", async () => {
	const manager = await staffWith(app, { demo: ["manager"] });
	await runJobs(app.deps, [{ name: "publish", everyMinutes: 1, run: async () => {} }]);
	await runJobs(app.deps, [
		{ name: "feeds", everyMinutes: 1, run: () => Promise.reject(new RangeError("Pat Example")) },
	]);
	const page = await (await manager.get("/desk/demo/running")).text();
	expect(page).toContain("24 Nov 2026, 10:00");
	expect(page).toContain("Failed: RangeError");
	expect(page).not.toContain("Pat Example");
	const names: Readonly<Record<string, string>> = app.deps.content.words.desk_running.jobs;
	for (const { name } of SCHEDULED_JOBS) expect(page).toContain(names[name] ?? `a name for ${name}`);
});

test("what is late waits on the front page, for those who may see it", async () => {
	const late = { ...app.deps.clock, now: () => new Date("2026-11-25T10:00:00Z") };
	Object.assign(app.deps, { clock: late });
	const [manager, viewer] = [
		await staffWith(app, { demo: ["manager"] }),
		await staffWith(app, { demo: ["viewer"] }, "Vi"),
	];
	const { waiting } = app.deps.content.words.desk_running;
	expect(await (await manager.get("/desk/demo")).text()).toContain(waiting);
	expect(await (await viewer.get("/desk/demo")).text()).not.toContain(waiting);
	expect((await viewer.get("/desk/demo/running")).status).toBe(403);
});
