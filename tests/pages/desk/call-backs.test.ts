import { afterAll, beforeAll, expect, test } from "vitest";
import { CallBackRequest } from "#domain/call-backs/call-back.ts";
import { DAY_MS } from "#domain/call-backs/retention.ts";
import type { RolesByArea } from "#domain/desk/roles.ts";
import { escalateCallBacks } from "#services/escalate-call-backs.ts";
import { requestCallBack } from "#services/request-call-back.ts";
import { createTestDesk, type Staff, staffWith } from "#tests/support/desk.ts";
import { type TestApp, TUESDAY_MORNING } from "#tests/support/test-app.ts";

let app: TestApp;
let worker: Staff;
let manager: Staff;
beforeAll(async () => {
	app = await createTestDesk();
	worker = await staffWith(app, { demo: ["duty_worker"] }, "Dana Duty");
	manager = await staffWith(app, { demo: ["manager"] }, "Max Manager");
});
afterAll(() => app.close());

let sent = 0;
async function ask(fields: object = {}, sending?: string): Promise<string> {
	sent += 1;
	const request = CallBackRequest.parse({
		name: `Zebedee ${sent}`,
		phone: "07700 900123",
		who: "parent",
		safe: { text: true },
		about: ["conference"],
		...fields,
	});
	const outcome = await requestCallBack(app.deps, { area: "demo", request, sending: sending ?? `sending ${sent}` });
	if (outcome.kind !== "accepted") throw new Error(outcome.kind);
	return outcome.receipt.reference;
}
const page = (reference: string) => `/desk/demo/call-backs/${reference}`;
const version = (html: string) => /name="version" value="(\d+)"/.exec(html)?.[1] ?? "";
const lines = async (action: string) => (await app.deps.auditLog.list({ area: "demo", action, limit: 100 })).length;

test("the queue tells no name and no number; opening one shows them, and is in the audit log", async () => {
	const reference = await ask({ line: "please text first" });
	const queue = await (await worker.get("/desk/demo/call-backs")).text();
	expect(queue).toContain(page(reference));
	for (const told of ["Zebedee", "900123", "please text first"]) expect(queue).not.toContain(told);
	const before = await lines("call_back.viewed");
	const response = await worker.get(page(reference));
	const html = await response.text();
	for (const told of ["Zebedee", "07700 900123", "please text first", "to text"]) expect(html).toContain(told);
	expect(response.headers.get("cache-control")).toContain("no-store");
	expect(await lines("call_back.viewed")).toBe(before + 1);
});

test("a worker takes one, notes what came of it and closes it, each in the audit log; the second of two is told", async () => {
	const reference = await ask();
	const seen = version(await (await worker.get(page(reference))).text());
	expect((await worker.post(`${page(reference)}/work`, { act: "claim", version: seen })).status).toBe(303);
	const late = await manager.post(`${page(reference)}/work`, { act: "claim", version: seen });
	expect(late.status).toBe(409);
	expect((await app.deps.callBacks.find(reference))?.claimedBy).toContain("Dana Duty");
	const steps: readonly Readonly<Record<string, string>>[] = [
		{ act: "tried" },
		{ act: "spoke" },
		{ act: "close", outcome: "passed_on" },
	];
	for (const fields of steps) {
		const now = version(await (await worker.get(page(reference))).text());
		expect((await worker.post(`${page(reference)}/work`, { ...fields, version: now })).status).toBe(303);
	}
	expect(await app.deps.callBacks.find(reference)).toMatchObject({ status: "closed", outcome: "passed_on" });
	const told = await app.deps.auditLog.list({ area: "demo", entity: "call_back", entityId: reference, limit: 50 });
	const actions = told.map(({ action }) => action).filter((action) => action !== "call_back.viewed");
	expect(actions.toReversed()).toEqual(["call_back.claimed", "call_back.tried", "call_back.spoke", "call_back.closed"]);
	expect(await app.deps.auditLog.verify("demo")).toMatchObject({ kind: "whole" });
});

test("what was asked several times shows once, and what is noted counts for each", async () => {
	const same = { name: "Same Person" };
	const references = [await ask(same), await ask(same), await ask(same)];
	const queue = await (await worker.get("/desk/demo/call-backs")).text();
	expect(references.filter((reference) => queue.includes(page(reference)))).toHaveLength(1);
	expect(queue).toContain("asked 3 times");
	const shown = references.find((reference) => queue.includes(page(reference))) ?? "";
	const seen = version(await (await worker.get(page(shown))).text());
	await worker.post(`${page(shown)}/work`, { act: "tried", version: seen });
	for (const reference of references) expect((await app.deps.callBacks.find(reference))?.status).toBe("tried");
});

test("a manager hands a request to somebody of the team and erases it; a duty worker can do neither by any form", async () => {
	const reference = await ask();
	const html = await (await manager.get(page(reference))).text();
	const to = /<option value="(Dana Duty[^"]*)"/.exec(html)?.[1]?.replaceAll("&lt;", "<").replaceAll("&gt;", ">") ?? "";
	expect((await manager.post(`${page(reference)}/assign`, { to, version: version(html) })).status).toBe(303);
	expect((await app.deps.callBacks.find(reference))?.claimedBy).toBe(to);
	const now = version(await (await worker.get(page(reference))).text());
	const outsider = await manager.post(`${page(reference)}/assign`, { to: "Nobody <x@example.org>", version: now });
	expect(outsider.status).toBe(422);
	for (const act of ["assign", "erase"]) {
		expect((await worker.post(`${page(reference)}/${act}`, { to, version: now })).status).toBe(403);
		expect((await worker.post(`${page(reference)}/work`, { act, to, version: now })).status).toBe(422);
	}
	expect((await manager.post(`${page(reference)}/erase`, { version: now })).status).toBe(303);
	const erased = await (await worker.get(page(reference))).text();
	expect(erased).toContain("was erased");
	expect(erased).not.toContain("Zebedee");
});

test("those of another area, the platform and whoever only reads listings see nothing of a request", async () => {
	await app.deps.areas.save({ slug: "othertown", name: "Othertown", demonstration: true });
	const reference = await ask();
	const other = await staffWith(app, { othertown: ["manager"] }, "Olu Other");
	expect((await other.get(page(reference))).status).toBe(403);
	expect((await other.get(`/desk/othertown/call-backs/${reference}`)).status).toBe(404);
	const seen = { act: "claim", version: "1" };
	expect((await other.post(`/desk/othertown/call-backs/${reference}/work`, seen)).status).toBe(404);
	const others: readonly RolesByArea[] = [{ demo: ["viewer"] }, { demo: ["editor"] }, { "*": ["platform"] }];
	for (const roles of others)
		expect((await (await staffWith(app, roles, "Somebody")).get(page(reference))).status).toBe(403);
});

test("what is past its promise stands first and on the front page, pressing", async () => {
	const reference = await ask({ name: "Late" });
	const late = TUESDAY_MORNING.getTime() - DAY_MS;
	await app.deps.callBacks.change(reference, 1, { at: late });
	const overdue = { ...app.deps, clock: { now: () => new Date(TUESDAY_MORNING.getTime() + DAY_MS) } };
	expect(await escalateCallBacks(overdue)).toBeGreaterThan(0);
	const html = await (await worker.get(page(reference))).text();
	expect(html).toContain("The duty inbox was told");
	const { listCallBacks } = await import("#services/list-call-backs.ts");
	const queue = await listCallBacks(overdue, "demo");
	const states = queue.waiting.map((one) => one.overdue);
	expect(states).toContain(true);
	expect(states.lastIndexOf(true)).toBeLessThan(states.includes(false) ? states.indexOf(false) : states.length);
});

test("a message that was given up shows at the desk and goes out again, with a line in the audit log", async () => {
	const message = {
		id: "m1",
		area: "demo",
		kind: "call_back.received",
		subject: "K7TQ3X4A",
		channel: "webhook" as const,
	};
	await app.deps.outbox.add([{ ...message, payload: { to: "webhook" } }], TUESDAY_MORNING.getTime());
	await app.deps.outbox.dead("m1", TUESDAY_MORNING.getTime(), "status 503");
	expect(await (await manager.get("/desk/demo")).text()).toContain("message did not arrive");
	const html = await (await manager.get("/desk/demo/messages")).text();
	expect(html).toContain("status 503");
	expect((await worker.get("/desk/demo/messages")).status).toBe(403);
	expect((await manager.post("/desk/demo/messages/again", { id: "m1" })).headers.get("location")).toContain(
		"done=sent",
	);
	expect((await manager.post("/desk/demo/messages/again", { id: "nope" })).headers.get("location")).toContain(
		"done=gone",
	);
	expect(await lines("message.replayed")).toBe(1);
	expect(await app.deps.outbox.deadLetters("demo", 5)).toEqual([]);
});

test("a manager adds a webhook, sees its secret once, changes it over and tries it; its address stands in no log", async () => {
	const { startReceiver } = await import("#tests/support/receiver.ts");
	const { deliverOutbox } = await import("#services/deliver-outbox.ts");
	const receiver = await startReceiver();
	const url = `${receiver.url}/hook?key=hidden-part`;
	const post = async (act: string) => (await manager.post("/desk/demo/webhooks", { act, url })).text();
	const added = await post("add");
	const secret = /whsec_[A-Za-z0-9+/=]+/.exec(added)?.[0] ?? "";
	expect(atob(secret.slice(6))).toHaveLength(32);
	expect(await (await manager.get("/desk/demo/webhooks")).text()).not.toContain("whsec_");
	expect(await post("add")).toContain("there already");
	expect(await post("rotate")).toContain("whsec_");
	expect((await app.deps.areaSettings.read("demo")).settings.delivery?.webhooks[0]?.secrets).toHaveLength(2);
	expect((await manager.post("/desk/demo/messages/test")).headers.get("location")).toContain("done=tested");
	const { sendWebhook } = await import("#adapters/webhook.ts");
	const carriers = {
		...app.deps.carriers,
		webhook: (message: Parameters<typeof sendWebhook>[0], at: Date) => sendWebhook(message, at, { loopback: true }),
	};
	expect((await deliverOutbox({ ...app.deps, carriers })).sent).toBe(1);
	expect(String(receiver.received[0]?.headers["webhook-signature"]).split(" ")).toHaveLength(2);
	await post("retire");
	expect((await app.deps.areaSettings.read("demo")).settings.delivery?.webhooks[0]?.secrets).toHaveLength(1);
	await post("remove");
	expect((await app.deps.areaSettings.read("demo")).settings.delivery?.webhooks).toEqual([]);
	const log = JSON.stringify(await app.deps.auditLog.list({ area: "demo", limit: 100 }));
	expect(log).toContain("settings.webhook_added");
	for (const told of ["hidden-part", "whsec_"]) expect(log).not.toContain(told);
	for (const wrong of ["http://example.org/", "javascript:alert(1)", "https://a:b@example.org/", "", "nonsense"])
		expect((await manager.post("/desk/demo/webhooks", { act: "add", url: wrong })).status).toBe(422);
	expect((await worker.post("/desk/demo/webhooks", { act: "add", url: "https://example.org/" })).status).toBe(403);
	await receiver.close();
});
