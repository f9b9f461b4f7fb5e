import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createApp } from "#app.ts";
import { cookieKey } from "#cookie-key.ts";
import { createDependencies } from "#dependencies/create-dependencies.ts";
import { DAY_MS } from "#domain/call-backs/retention.ts";
import type { Dependencies } from "#ports.ts";
import { decideDraft } from "#services/decide-draft.ts";
import { deliverOutbox } from "#services/deliver-outbox.ts";
import { importFeed } from "#services/import-feed.ts";
import { publishChanged } from "#services/publish-changed.ts";
import { remindProviders } from "#services/remind-providers.ts";
import { searchDirectory } from "#services/search-directory.ts";
import { migratedDatabase, type TestDatabase } from "#tests/support/database.ts";
import { aService, uuid } from "#tests/support/directory.ts";
import { type Receiver, startReceiver } from "#tests/support/receiver.ts";
import { form, TEST_KEYS } from "#tests/support/test-app.ts";

const NOTIFY_KEY = "team-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0";
const TEMPLATE = "217a419e-6a7d-482a-9596-718b889dffce";
const AREA = "zedshire";

let database: TestDatabase;
let receiver: Receiver;
let deps: Dependencies;
let now: number;
let request: (path: string, init?: RequestInit) => Promise<Response>;

beforeEach(async () => {
	[database, receiver] = await Promise.all([migratedDatabase(), startReceiver()]);
	now = Date.parse("2026-11-24T10:00:00Z");
	const chance = { bytes: (count: number) => crypto.getRandomValues(new Uint8Array(count)), fraction: () => 0.5 };
	const callBacks = { keys: TEST_KEYS, notifyKeyOf: () => NOTIFY_KEY, notifyUrl: receiver.url, chance };
	deps = createDependencies(
		{ url: database.url },
		{
			clock: { now: () => new Date(now) },
			callBacks: { ...callBacks, publicUrl: "https://help.example.org" },
		},
	);
	const settings = { publicUrl: null, production: true, cookieKey: await cookieKey(undefined) };
	const app = createApp(deps, { ...settings, limited: async () => false });
	request = async (path, init) => app.request(path, init);
});
afterEach(async () => {
	await Promise.all([receiver.close(), database.close()]);
});

/** A feed of one listing that was confirmed on this day. */
async function imported(assured: string, more = {}): Promise<void> {
	const service = {
		...aService(1, { name: "Otter Club", email: "otters@example.org", ...more }),
		assured_date: assured,
	};
	const files = new Map([["services.json", JSON.stringify([service])]]);
	const result = await importFeed(deps, { area: AREA, source: "https://feed.example.org", files });
	expect(result.kind).toBe("imported");
	await deps.areas.save({ slug: AREA, name: "Zedshire", demonstration: false });
	await publishChanged(deps);
}

async function mayMail(): Promise<void> {
	const { version } = await deps.areaSettings.read(AREA);
	await deps.areaSettings.save(AREA, { delivery: { email_template: TEMPLATE, webhooks: [] } }, version, "m");
}

type Mail = {
	readonly email_address: string;
	readonly personalisation: { readonly what: string; readonly link: string };
};

async function mails(): Promise<readonly Mail[]> {
	await deliverOutbox(deps);
	return receiver.received.map(({ body }) => JSON.parse(body));
}

/** The path behind the newest mail's link. */
async function link(): Promise<string> {
	const newest = (await mails()).at(-1);
	return new URL(newest?.personalisation.link ?? "").pathname;
}

const states = async () =>
	(await deps.serviceNotices.list(AREA)).map(({ kind, state, assured }) => `${kind} ${assured} ${state}`).sort();

describe("a listing, from import to reminder to the page", () => {
	test("is confirmed by its provider with one press, and families see the new date", async () => {
		await imported("2026-08-20");
		await mayMail();
		expect(await remindProviders(deps)).toEqual({ sent: 1, withoutAddress: 0, bounced: 0, cannotMail: [] });
		const [mail] = await mails();
		expect(mail).toMatchObject({ email_address: "otters@example.org" });
		expect(mail?.personalisation.what).toContain("Otter Club");
		expect(mail?.personalisation.what).toContain("20 August 2026");
		const path = await link();

		// Looking does not use it up: a mail scanner looks first, and follows nothing that changes.
		for (let looks = 0; looks < 2; looks++) {
			const page = await request(path);
			expect(page.status).toBe(200);
			expect(page.headers.get("cache-control")).toBe("no-store");
			const html = await page.text();
			expect(html).toContain("20 August 2026");
			expect(html).toContain("noindex");
		}

		now += 60_000;
		const pressed = await request(`${path}/right`, form({}));
		expect(pressed.status).toBe(200);
		expect(await (await request(`/directory/${AREA}/services/${uuid(1)}`)).text()).toContain("24 November 2026");
		await publishChanged(deps);
		now += 2 * 60_000;
		await expect
			.poll(
				async () => {
					const found = await searchDirectory(deps, { area: AREA, page: 1, per_page: 10 });
					return found.kind === "found" ? found.answer.items[0]?.freshness : found.kind;
				},
				{ timeout: 10_000 },
			)
			.toBe("fresh");
		expect(await states()).toEqual(["due 2026-08-20 confirmed"]);

		const again = await request(`${path}/right`, form({}));
		expect(again.status).toBe(410);
		expect(await again.text()).toContain("116 123");
		expect((await remindProviders(deps)).sent).toBe(0);
	});

	test("is corrected by its provider once the desk agrees", async () => {
		await imported("2026-05-01", { description: "We meet on Mondays." });
		await mayMail();
		await remindProviders(deps);
		const path = await link();
		const bad = await request(`${path}/change`, form({ email: "not an address", description: "<script>x</script>" }));
		expect(bad.status).toBe(422);
		expect(await bad.text()).not.toContain("<script>x");
		expect((await request(`${path}/change`, form({ name: "Otter Club" }))).status).toBe(422);
		const change = { description: "We meet on Tuesdays.", phones: "01632 960123" };
		expect((await request(`${path}/change`, form(change))).status).toBe(200);
		expect((await request(`${path}/change`, form(change))).status).toBe(410);

		const page = () => request(`/directory/${AREA}/services/${uuid(1)}`).then((answer) => answer.text());
		expect(await page()).toContain("Mondays");
		const [draft, ...others] = await deps.drafts.list(AREA, "waiting");
		expect(others).toEqual([]);
		expect(draft).toMatchObject({ origin: "provider", service: uuid(1) });
		const decided = await decideDraft(deps, { area: AREA, draft: draft?.id ?? "", decision: "approve", by: "Bea" });
		expect(decided.kind).toBe("approved");
		expect(await page()).toContain("Tuesdays");
		expect(await states()).toEqual(["stale 2026-05-01 changed"]);
	});

	test("is told of at 3, 6 and 11 months, each once, and left out at 12 only after the last was sent", async () => {
		await imported("2026-11-01");
		await mayMail();
		const kinds: string[] = [];
		const start = now;
		for (let day = 0; day < 340; day += 5) {
			now = start + day * DAY_MS;
			await remindProviders(deps);
			await remindProviders(deps);
			const all = await mails();
			if (all.length > kinds.length) kinds.push(new Date(now).toISOString().slice(0, 7));
		}
		expect(kinds).toEqual(["2027-02", "2027-05", "2027-10"]);
		expect(receiver.received.length).toBe(3);
		const listed = async () => {
			await publishChanged(deps);
			now += 2 * 60_000;
			await searchDirectory(deps, { area: AREA, page: 1, per_page: 10 });
			const found = await searchDirectory(deps, { area: AREA, page: 1, per_page: 10 });
			return found.kind === "found" ? found.answer.total : -1;
		};
		now = Date.parse("2027-10-30T10:00:00Z");
		await expect.poll(listed, { timeout: 10_000 }).toBe(1);
		now = Date.parse("2027-11-10T10:00:00Z");
		await expect.poll(listed, { timeout: 10_000 }).toBe(0);
	});

	test("without an address, or whose mail is refused for good, is not left out for its silence", async () => {
		await imported("2025-12-20", { email: undefined });
		await mayMail();
		expect(await remindProviders(deps)).toMatchObject({ sent: 0, withoutAddress: 1 });
		expect(await states()).toEqual(["hiding 2025-12-20 no address"]);

		await imported("2025-12-21", {});
		receiver.behave((response) => response.writeHead(400).end());
		expect((await remindProviders(deps)).sent).toBe(1);
		for (let hour = 0; hour < 24 * 8; hour++) {
			await deliverOutbox(deps);
			now += 3_600_000;
		}
		expect((await remindProviders(deps)).bounced).toBe(1);
		expect(await states()).toContain("hiding 2025-12-21 bounced");
	});

	test("whose area cannot mail waits, and is told once it can", async () => {
		await imported("2026-08-20");
		expect(await remindProviders(deps)).toMatchObject({ sent: 0, cannotMail: [AREA] });
		expect(await states()).toEqual([]);
		await mayMail();
		expect((await remindProviders(deps)).sent).toBe(1);
	});

	test("has a link that nobody can read in the database, that expires, and that no guess opens", async () => {
		await imported("2026-08-20");
		await mayMail();
		await Promise.all([remindProviders(deps), remindProviders(deps)]);
		const { rows } = await database.client.execute("SELECT payload FROM outbox");
		expect(rows.length).toBe(1);
		expect(String(rows[0]?.payload)).not.toMatch(/listing\/|otters@/);
		const path = await link();
		now += 61 * DAY_MS;
		for (const address of [path, "/listing/x", `/listing/${"A".repeat(43)}`, "/listing/%00"]) {
			const gone = await request(address);
			expect(gone.status).toBe(410);
			expect(await gone.text()).toContain("116 123");
			expect((await request(`${address}/right`, form({}))).status).toBe(410);
			expect((await request(`${address}/change`, form({ name: "Mine" }))).status).toBe(410);
		}
	});
});
