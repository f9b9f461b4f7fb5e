import { createHmac } from "node:crypto";
import { jwtVerify } from "jose";
import { afterEach, expect, test } from "vitest";
import { createDependencies } from "#dependencies/create-dependencies.ts";
import { MOST_ATTEMPTS } from "#domain/call-backs/back-off.ts";
import { CallBackRequest } from "#domain/call-backs/call-back.ts";
import { DAY_MS, HOUR_MS } from "#domain/call-backs/retention.ts";
import type { DeliverySettings } from "#domain/directory/area-settings.ts";
import type { Dependencies } from "#ports.ts";
import { messagesInTrouble } from "#services/call-back-alarms.ts";
import { deliverOutbox } from "#services/deliver-outbox.ts";
import { webhookPlace } from "#services/hand-over.ts";
import { requestCallBack } from "#services/request-call-back.ts";
import { sendCanaries } from "#services/send-canary.ts";
import { type DatabaseKind, databaseKinds, migratedDatabase } from "#tests/support/database.ts";
import { type Receiver, startReceiver } from "#tests/support/receiver.ts";
import { TEST_KEYS, TUESDAY_MORNING } from "#tests/support/test-app.ts";

const SERVICE = "26785a09-ab16-4eb0-8407-a37497a57506";
const NOTIFY_SECRET = "3d844edf-8d35-48ac-975b-e847b4f122b0";
const TEMPLATE = "217a419e-6a7d-482a-9596-718b889dffce";
const SECRET = `whsec_${btoa("a secret of twenty-four b")}`;
const OLD_SECRET = `whsec_${btoa("an older secret of ours..")}`;
/** Long enough for a machine that is busy; one who hangs is waited for less. */
const PATIENCE_MS = 8000;
const LITTLE_PATIENCE_MS = 1500;

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
	for (const close of closing.splice(0).reverse()) await close();
});

type World = Dependencies & { readonly receiver: Receiver; readonly advance: (by: number) => void };

/** An area that announces by webhook, and a clock that goes when it is told to. */
async function world(
	delivery: Partial<DeliverySettings> = {},
	kind: DatabaseKind = "embedded file",
	patience = PATIENCE_MS,
): Promise<World> {
	const [database, receiver] = await Promise.all([migratedDatabase(kind), startReceiver()]);
	closing.push(database.close, receiver.close);
	let now = TUESDAY_MORNING.getTime();
	const deps = createDependencies(
		{ url: database.url },
		{
			clock: { now: () => new Date(now) },
			feedLimits: { loopback: true },
			callBacks: {
				keys: TEST_KEYS,
				notifyKeyOf: () => `team-${SERVICE}-${NOTIFY_SECRET}`,
				notifyUrl: receiver.url,
				publicUrl: "https://help.example.org",
				patience,
				chance: { bytes: (count) => crypto.getRandomValues(new Uint8Array(count)), fraction: () => 0.5 },
			},
		},
	);
	const url = `${receiver.url}/hook`;
	const secrets = await Promise.all(
		[SECRET, OLD_SECRET].map((secret) => deps.sealing.seal("demo", webhookPlace(url), secret)),
	);
	await deps.areaSettings.save("demo", { delivery: { webhooks: [{ url, secrets }], ...delivery } }, 0, "m");
	return { ...deps, receiver, advance: (by) => (now += by) };
}

let sent = 0;
async function ask(deps: Dependencies): Promise<string> {
	sent += 1;
	const request = CallBackRequest.parse({
		name: `Sam ${sent}`,
		phone: "07700 900123",
		who: "parent",
		line: "Zanzibar",
	});
	const outcome = await requestCallBack(deps, { area: "demo", request, sending: `sending ${sent}` });
	if (outcome.kind !== "accepted") throw new Error(outcome.kind);
	return outcome.receipt.reference;
}

/** Runs the job again and again as time goes by, until `hours` have passed. */
async function run(deps: World, hours: number): Promise<void> {
	for (let minutes = 0; minutes < hours * 60; minutes += 5) {
		await deliverOutbox(deps);
		deps.advance(5 * 60_000);
	}
}

test.each(databaseKinds)(
	"%s: a webhook is signed with both secrets, thin, and sent once when all goes well",
	async (kind) => {
		const deps = await world({}, kind);
		const reference = await ask(deps);
		expect(await deliverOutbox(deps)).toEqual({ sent: 1, failed: 0, givenUp: 0 });
		expect(await deliverOutbox(deps)).toEqual({ sent: 0, failed: 0, givenUp: 0 });
		const [message, ...more] = deps.receiver.received;
		expect(more).toEqual([]);
		if (!message) throw new Error("Nothing was received.");
		const { headers, body } = message;
		const signed = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`;
		const by = (secret: string) =>
			`v1,${createHmac("sha256", Buffer.from(secret.slice(6), "base64"))
				.update(signed)
				.digest("base64")}`;
		expect(headers["webhook-signature"]).toBe(`${by(SECRET)} ${by(OLD_SECRET)}`);
		expect(JSON.parse(body)).toMatchObject({
			type: "call_back.received",
			data: { area: "demo", reference, link: `https://help.example.org/desk/demo/call-backs/${reference}` },
		});
		for (const told of ["Sam", "900123", "Zanzibar"]) expect(body).not.toContain(told);
	},
);

test("e-mail and text go by GOV.UK Notify with a token, a reference and a link, and never a name", async () => {
	const deps = await world({
		webhooks: [],
		email_template: TEMPLATE,
		duty_email: "duty@example.org",
		sms_template: TEMPLATE,
		duty_phone: "07700 900999",
	});
	const reference = await ask(deps);
	expect((await deliverOutbox(deps)).sent).toBe(2);
	const email = deps.receiver.received.find(({ path }) => path === "/v2/notifications/email");
	const sms = deps.receiver.received.find(({ path }) => path === "/v2/notifications/sms");
	const token = (email?.headers.authorization ?? "").replace("Bearer ", "");
	const { payload } = await jwtVerify(token, new TextEncoder().encode(NOTIFY_SECRET));
	expect(payload.iss).toBe(SERVICE);
	expect(JSON.parse(email?.body ?? "{}")).toMatchObject({
		email_address: "duty@example.org",
		template_id: TEMPLATE,
		personalisation: { reference, due: "by 5pm on Tuesday 24 November" },
		sanitise_content_for: ["what", "reference", "due"],
	});
	expect(JSON.parse(sms?.body ?? "{}")).toMatchObject({ phone_number: "07700 900999" });
	for (const told of ["Sam", "900123", "Zanzibar"])
		for (const { body } of deps.receiver.received) expect(body).not.toContain(told);
});

test.each([
	[
		"fails",
		(response: import("node:http").ServerResponse) => response.writeHead(500).end("secret words of theirs"),
		"status 500",
	],
	["hangs", () => {}, "timeout"],
	["breaks off", (response: import("node:http").ServerResponse) => response.destroy(), "unreachable"],
	[
		"half answers",
		(response: import("node:http").ServerResponse) => {
			response.writeHead(200, { "content-length": "100" });
			response.write("half");
			setTimeout(() => response.destroy(), 20);
		},
		"unreachable",
	],
] as const)(
	"a receiver that %s gets the message again, later and later, until it takes it",
	async (_how, manner, fault) => {
		const deps = await world({}, "embedded file", fault === "timeout" ? LITTLE_PATIENCE_MS : PATIENCE_MS);
		await ask(deps);
		deps.receiver.behave((response, _received, before) =>
			before < 2 ? manner(response) : response.writeHead(200).end("ok"),
		);
		expect((await deliverOutbox(deps)).failed).toBe(1);
		expect((await deliverOutbox(deps)).failed).toBe(0);
		const [waiting] = await deps.outbox.take(TUESDAY_MORNING.getTime() + HOUR_MS, 0, 5);
		expect(waiting?.attempts).toBe(2);
		await deps.outbox.failed(waiting?.id ?? "", TUESDAY_MORNING.getTime(), fault);
		expect((await deliverOutbox(deps)).failed).toBe(1);
		deps.advance(HOUR_MS);
		expect((await deliverOutbox(deps)).sent).toBe(1);
		const ids = deps.receiver.received.map(({ headers }) => headers["webhook-id"]);
		expect([ids.length, new Set(ids).size]).toEqual([3, 1]);
	},
);

test("a receiver that never takes it makes a dead letter that is loud, and that goes out again by hand", async () => {
	const deps = await world();
	const reference = await ask(deps);
	deps.receiver.behave((response) => response.writeHead(503).end());
	await run(deps, 24);
	expect(deps.receiver.received).toHaveLength(MOST_ATTEMPTS);
	const [dead] = await deps.outbox.deadLetters("demo", 5);
	expect(dead).toMatchObject({ subject: reference, fault: "status 503", attempts: MOST_ATTEMPTS });
	expect(await messagesInTrouble(deps)).toContainEqual({ alarm: "messages_given_up", count: 1 });
	expect(await deps.outbox.replay("elsewhere", dead?.id ?? "", 0)).toBe(false);
	deps.receiver.behave((response) => response.writeHead(200).end());
	expect(await deps.outbox.replay("demo", dead?.id ?? "", TUESDAY_MORNING.getTime())).toBe(true);
	expect((await deliverOutbox(deps)).sent).toBe(1);
	expect((await messagesInTrouble(deps)).some(({ alarm }) => alarm === "messages_given_up")).toBe(false);
});

test("a receiver that says it is gone is given up at once", async () => {
	const deps = await world();
	await ask(deps);
	deps.receiver.behave((response) => response.writeHead(410).end());
	expect(await deliverOutbox(deps)).toEqual({ sent: 0, failed: 0, givenUp: 1 });
});

test("a receiver that sends on to elsewhere is not followed", async () => {
	const deps = await world();
	const elsewhere = await startReceiver();
	closing.push(elsewhere.close);
	await ask(deps);
	deps.receiver.behave((response) => response.writeHead(307, { location: elsewhere.url }).end());
	expect((await deliverOutbox(deps)).failed).toBe(1);
	expect(elsewhere.received).toEqual([]);
});

test.each([
	"http://10.0.0.1/",
	"https://169.254.169.254/latest",
	"https://[::1]/",
	"https://intranet/",
	"https://user:word@example.org/",
	"ftp://example.org/",
])("%s is not called: a webhook knocks on no door inside", async (url) => {
	const { sendWebhook } = await import("#adapters/webhook.ts");
	const handed = await sendWebhook({ id: "1", url, secrets: [SECRET], body: "{}" }, TUESDAY_MORNING);
	expect(handed).toEqual({ kind: "failed", fault: "address refused", forGood: false });
});

test("one message that trips us up holds up no other", async () => {
	const deps = await world();
	await deps.outbox.add(
		[{ id: "bad", area: "demo", kind: "listing.reconfirm", subject: "x", channel: "email", payload: { to: "sealed" } }],
		TUESDAY_MORNING.getTime(),
	);
	await ask(deps);
	expect(await deliverOutbox(deps)).toEqual({ sent: 1, failed: 1, givenUp: 0 });
});

test.each(databaseKinds)("%s: two who drain one outbox share the work, and nothing is left", async (kind) => {
	const deps = await world({}, kind);
	const references = await Promise.all(Array.from({ length: 25 }, () => ask(deps)));
	await Promise.all([deliverOutbox(deps), deliverOutbox(deps), deliverOutbox(deps)]);
	const told = deps.receiver.received.map(({ body }) => JSON.parse(body).data.reference);
	expect([...told].sort()).toEqual([...references].sort());
});

test("a clock that runs ahead by a year and is put right loses and holds up nothing", async () => {
	const deps = await world();
	await ask(deps);
	deps.receiver.behave((response) => response.writeHead(500).end());
	deps.advance(365 * DAY_MS);
	expect((await deliverOutbox(deps)).failed).toBe(1);
	await ask(deps);
	await deps.outbox.take(TUESDAY_MORNING.getTime() + 365 * DAY_MS, 60_000, 5);
	deps.advance(-365 * DAY_MS);
	deps.receiver.behave((response) => response.writeHead(200).end());
	expect((await deliverOutbox(deps)).sent).toBe(2);
});

test("a canary goes out once each morning, arrives, and is missed where it does not", async () => {
	const deps = await world();
	expect(await Promise.all([sendCanaries(deps), sendCanaries(deps)])).toContain(1);
	expect(await sendCanaries(deps)).toBe(0);
	deps.receiver.behave((response) => response.writeHead(500).end());
	await deliverOutbox(deps);
	deps.advance(2 * HOUR_MS);
	expect(await messagesInTrouble(deps)).toContainEqual({ alarm: "canaries_lost", count: 1 });
	deps.receiver.behave((response) => response.writeHead(200).end());
	await deliverOutbox(deps);
	expect(await messagesInTrouble(deps)).toEqual([]);
	expect(deps.receiver.received.at(-1)?.body).toContain('"type":"canary"');
	deps.advance(DAY_MS);
	expect(await sendCanaries(deps)).toBe(1);
});

test("an area without any way set up keeps its requests at the desk alone", async () => {
	const deps = await world({ webhooks: [] });
	await ask(deps);
	expect(await deliverOutbox(deps)).toEqual({ sent: 0, failed: 0, givenUp: 0 });
	expect(await deps.callBacks.waiting("demo", 5)).toHaveLength(1);
	expect(await sendCanaries(deps)).toBe(0);
});
