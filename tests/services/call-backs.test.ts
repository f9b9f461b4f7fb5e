import { afterEach, expect, test } from "vitest";
import { CallBackRequest } from "#domain/call-backs/call-back.ts";
import {
	DAY_MS,
	ERASED_AT_AGE_DAYS,
	ERASED_DAYS_AFTER_CLOSING,
	REMAINS_DAYS_AFTER_ERASING,
} from "#domain/call-backs/retention.ts";
import type { Dependencies } from "#ports.ts";
import { callBacksNotSetUp } from "#services/call-back-alarms.ts";
import { cancelCallBack } from "#services/cancel-call-back.ts";
import { eraseCallBack } from "#services/erase-call-back.ts";
import { eraseCallBacks } from "#services/erase-call-backs.ts";
import { escalateCallBacks } from "#services/escalate-call-backs.ts";
import { requestCallBack } from "#services/request-call-back.ts";
import { runJobs } from "#services/run-jobs.ts";
import { SCHEDULED_JOBS } from "#services/scheduled-jobs.ts";
import { showCallBack } from "#services/show-call-back.ts";
import { createTestApp, type TestApp, TUESDAY_MORNING } from "#tests/support/test-app.ts";

const apps: TestApp[] = [];
afterEach(async () => {
	for (const app of apps.splice(0)) await app.close();
});

async function world(at?: Date): Promise<Dependencies> {
	const app = await createTestApp(at ? { at } : {});
	apps.push(app);
	return app.deps;
}

const later = (deps: Dependencies, days: number): Dependencies => ({
	...deps,
	clock: { now: () => new Date(TUESDAY_MORNING.getTime() + days * DAY_MS) },
});

const request = (fields: object = {}) =>
	CallBackRequest.parse({ name: "Sam", phone: "07700 900123", who: "parent", about: ["conference"], ...fields });

async function ask(deps: Dependencies, fields: object = {}, sending = "a sending") {
	const outcome = await requestCallBack(deps, { area: "demo", request: request(fields), sending });
	if (outcome.kind !== "accepted") throw new Error(outcome.kind);
	return outcome.receipt;
}

test("who asks is told by when, and sees with the reference and the words what is happening", async () => {
	const deps = await world(new Date("2026-12-24T15:00:00Z"));
	const receipt = await ask(deps);
	expect(receipt.promise).toBe("by 5pm on Tuesday 29 December");
	expect(receipt.secret.split(" ")).toHaveLength(4);
	const shown = await showCallBack(deps, {
		reference: receipt.reference.toLowerCase(),
		secret: receipt.secret.toUpperCase(),
	});
	expect(shown.kind === "found" && shown.view).toMatchObject({
		status: "received",
		promise: receipt.promise,
		late: false,
	});
	expect((await showCallBack(deps, { reference: receipt.reference, secret: "apple apple apple apple" })).kind).toBe(
		"unknown",
	);
	expect((await showCallBack(deps, { reference: "AAAAAAAA", secret: receipt.secret })).kind).toBe("mistyped");
});

test("what is sent twice is one request with one receipt; a stranger who sends the same learns nothing of it", async () => {
	const deps = await world();
	const [one, two] = await Promise.all([ask(deps), ask(deps)]);
	expect(two).toEqual(one);
	expect(await deps.callBacks.waiting("demo", 10)).toHaveLength(1);
	const stranger = await ask(deps, {}, "another sending");
	expect(stranger.reference).not.toBe(one.reference);
	expect(stranger.secret).not.toBe(one.secret);
	const [first] = await deps.callBacks.waiting("demo", 10);
	expect(first && (await deps.callBacks.same(first))).toHaveLength(2);
});

test("nothing that says who asks stands in the row", async () => {
	const deps = await world();
	const receipt = await ask(deps, { name: "Zebedee", email: "zebedee@example.org", line: "xyzzy" });
	const row = JSON.stringify(await deps.callBacks.find(receipt.reference));
	for (const told of ["Zebedee", "zebedee", "7700900123", "900123", "xyzzy", ...receipt.secret.split(" ")])
		expect(row).not.toContain(told);
});

test("details moved to another row, or to another area, do not open", async () => {
	const deps = await world();
	const one = await deps.callBacks.find((await ask(deps)).reference);
	const two = await deps.callBacks.find((await ask(deps, { name: "Kim" }, "b")).reference);
	const box = { box: one?.sealed ?? "", with: one?.sealedWith ?? "" };
	expect(await deps.sealing.open("demo", `call_backs/${one?.reference}/sealed`, box)).toContain("Sam");
	expect(await deps.sealing.open("demo", `call_backs/${two?.reference}/sealed`, box)).toBeNull();
	expect(await deps.sealing.open("other", `call_backs/${one?.reference}/sealed`, box)).toBeNull();
});

test("danger in the optional line is noted by its level, and the request is taken", async () => {
	const deps = await world();
	const { reference } = await ask(deps, { line: "he is hitting us right now" });
	expect((await deps.callBacks.find(reference))?.urgency).toBe("emergency");
});

test("a person takes a request back, and not after it was dealt with", async () => {
	const deps = await world();
	const receipt = await ask(deps);
	expect((await cancelCallBack(deps, receipt)).kind).toBe("cancelled");
	expect((await cancelCallBack(deps, receipt)).kind).toBe("cancelled");
	const other = await ask(deps, {}, "b");
	await deps.callBacks.change(other.reference, 1, { status: "spoke", at: deps.clock.now().getTime() });
	expect((await cancelCallBack(deps, other)).kind).toBe("too_late");
	expect((await cancelCallBack(deps, { ...other, secret: receipt.secret })).kind).toBe("unknown");
});

test("a person erases at once what they told, and can still see that it is gone", async () => {
	const deps = await world();
	const receipt = await ask(deps);
	const erased = await eraseCallBack(deps, receipt);
	expect(erased.kind === "erased" && erased.view).toMatchObject({ erased: true, waiting: false });
	const row = await deps.callBacks.find(receipt.reference);
	expect([row?.sealed, row?.fold, row?.topic]).toEqual([null, null, null]);
	expect(await deps.callBacks.erasures("demo", 5)).toMatchObject([{ why: "asked", erased: 1 }]);
});

test("of two workers who change the same state, the second changes nothing", async () => {
	const deps = await world();
	const { reference } = await ask(deps);
	const at = deps.clock.now().getTime();
	expect(await deps.callBacks.change(reference, 1, { claimedBy: "a", at })).toBe(true);
	expect(await deps.callBacks.change(reference, 1, { claimedBy: "b", at })).toBe(false);
	expect((await deps.callBacks.find(reference))?.claimedBy).toBe("a");
});

test("details go 14 days after closing and at 30 days whatever happens; counts are what is left, even from two at once", async () => {
	const deps = await world();
	const closed = await ask(deps, {}, "closed");
	await ask(deps, { name: "Kim" }, "open");
	await deps.callBacks.change(closed.reference, 1, {
		status: "closed",
		outcome: "spoke",
		at: deps.clock.now().getTime(),
	});
	expect(await eraseCallBacks(later(deps, ERASED_DAYS_AFTER_CLOSING - 0.01))).toMatchObject({ closed: 0, old: 0 });
	const both = await Promise.all([1, 2].map(() => eraseCallBacks(later(deps, ERASED_DAYS_AFTER_CLOSING))));
	expect(both.reduce((sum, { closed: count }) => sum + count, 0)).toBe(1);
	expect(await eraseCallBacks(later(deps, ERASED_AT_AGE_DAYS - 0.01))).toMatchObject({ closed: 0, old: 0 });
	expect(await eraseCallBacks(later(deps, ERASED_AT_AGE_DAYS))).toMatchObject({ closed: 0, old: 1 });
	expect(await deps.callBacks.waiting("demo", 10)).toEqual([]);
	const counted = await deps.tallies.of("demo", "2026-W01");
	expect(counted.filter(({ measure }) => measure === "call_back")).toEqual([
		expect.objectContaining({ week: "2026-W48", item: "conference", detail: "received", count: 1 }),
		expect.objectContaining({ week: "2026-W48", item: "conference", detail: "spoke", count: 1 }),
	]);
	expect(await deps.callBacks.erasures("demo", 9)).toMatchObject([
		{ why: "old", erased: 1 },
		{ why: "closed", erased: 1 },
	]);
	const gone = later(deps, ERASED_AT_AGE_DAYS + REMAINS_DAYS_AFTER_ERASING);
	expect((await eraseCallBacks(gone)).remains).toBe(2);
	expect(await deps.callBacks.find(closed.reference)).toBeNull();
});

test("a broken promise is told to the duty inbox, a day later to the manager, each once", async () => {
	const deps = await world();
	const delivery = {
		email_template: "217a419e-6a7d-482a-9596-718b889dffce",
		duty_email: "duty@example.org",
		manager_email: "manager@example.org",
		webhooks: [],
	};
	await deps.areaSettings.save("demo", { delivery }, 0, "m");
	const { reference } = await ask(deps);
	const kinds = async () =>
		(await deps.outbox.take(Date.now() + 10 ** 10, 1, 50)).map(({ kind, payload }) => [kind, payload.to]);
	expect(await escalateCallBacks(later(deps, 0.1))).toBe(0);
	await Promise.all([1, 2].map(() => escalateCallBacks(later(deps, 1))));
	expect(await escalateCallBacks(later(deps, 1.5))).toBe(0);
	expect(await escalateCallBacks(later(deps, 2))).toBe(1);
	expect(await escalateCallBacks(later(deps, 4))).toBe(0);
	expect((await kinds()).sort()).toEqual([
		["call_back.overdue", "duty"],
		["call_back.received", "duty"],
		["call_back.still_overdue", "manager"],
	]);
	expect((await deps.callBacks.find(reference))?.escalatedAgainAt).not.toBeNull();
});

test("an area that is switched off, or that never set this up, takes nothing and says so", async () => {
	const deps = await world();
	await deps.areas.save({ slug: "inland", name: "Inland", demonstration: false });
	const input = { request: request(), sending: "x" };
	expect(await requestCallBack(deps, { area: "inland", ...input })).toMatchObject({
		kind: "closed",
		why: "not_offered",
	});
	expect(await requestCallBack(deps, { area: "nowhere", ...input })).toMatchObject({ kind: "closed", why: "no_area" });
	const off = { call_backs: { off: true, reason: "Training day" }, services: [], answers: [] };
	await deps.areaSettings.save("demo", { switches: off }, 0, "m");
	expect(await requestCallBack(deps, { area: "demo", ...input })).toMatchObject({
		kind: "closed",
		why: "switched_off",
	});
});

test("where the clock leaps by a month and is put right within the hour, the job has erased nothing", async () => {
	const deps = await world();
	const erasing = SCHEDULED_JOBS.filter(({ name }) => name === "erase-call-backs");
	await ask(deps);
	await runJobs(deps, erasing);
	const leapt = later(deps, ERASED_AT_AGE_DAYS + 1);
	await runJobs(leapt, erasing);
	expect(await deps.callBacks.waiting("demo", 5)).toHaveLength(1);
	await runJobs(later(deps, ERASED_AT_AGE_DAYS + 1.1), erasing);
	expect(await deps.callBacks.waiting("demo", 5)).toHaveLength(0);
});

test("an area that only the database knows takes requests once its team's hours are set", async () => {
	const deps = await world();
	await deps.areas.save({ slug: "inland", name: "Inland", demonstration: false });
	const hours = deps.content.area("demo")?.early_help_hours;
	await deps.areaSettings.save("inland", hours ? { early_help_hours: hours } : {}, 0, "m");
	const outcome = await requestCallBack(deps, { area: "inland", request: request(), sending: "x" });
	expect(outcome).toMatchObject({ kind: "accepted", receipt: { area: { name: "Inland" } } });
	expect(await callBacksNotSetUp(deps)).toEqual([{ alarm: "call_backs_shown_at_the_desk_alone", count: 1 }]);
	expect(await callBacksNotSetUp({ ...deps, sealing: { ...deps.sealing, ready: false } })).toEqual([
		{ alarm: "call_backs_have_no_key" },
	]);
});
