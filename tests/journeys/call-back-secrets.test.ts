import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { openDatabase } from "#adapters/libsql/client.ts";
import { migrate } from "#adapters/libsql/migrate.ts";
import { readMigrations } from "#adapters/libsql/migration-files.ts";
import { createApp } from "#app.ts";
import { cookieKey } from "#cookie-key.ts";
import { createDependencies } from "#dependencies/create-dependencies.ts";
import { DAY_MS, ERASED_AT_AGE_DAYS } from "#domain/call-backs/retention.ts";
import { deliverOutbox } from "#services/deliver-outbox.ts";
import { eraseCallBacks } from "#services/erase-call-backs.ts";
import { webhookPlace } from "#services/hand-over.ts";
import { startReceiver } from "#tests/support/receiver.ts";
import { json, TEST_KEYS, TUESDAY_MORNING } from "#tests/support/test-app.ts";

/** Told nowhere else, so that finding one of them anywhere is finding the person. */
const NAME = "Zebedee Quillfeather";
const PHONE = "07700 900987";
const EMAIL = "quillfeather@example.org";
const LINE = "my xylophone is in the wardrobe";
const TOLD = [NAME, "Quillfeather", "7700900987", "07700 900987", EMAIL, LINE, "xylophone"];

let folder: string;
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), "secrets-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Every way in which a text may stand in a file. */
function traces(text: string): readonly Buffer[] {
	return [
		Buffer.from(text),
		Buffer.from(text, "utf16le"),
		Buffer.from(Buffer.from(text).toString("hex")),
		...[0, 1, 2].map((shift) => {
			const encoded = Buffer.from(" ".repeat(shift) + text).toString("base64");
			return Buffer.from(encoded.slice(shift === 0 ? 0 : 4, encoded.length - 4));
		}),
	];
}

async function found(texts: readonly string[]): Promise<readonly string[]> {
	const files = await Promise.all(
		(await readdir(folder)).map(async (name) => [name, await readFile(join(folder, name))] as const),
	);
	return texts.flatMap((text) =>
		files
			.filter(([, bytes]) => traces(text).some((trace) => bytes.includes(trace)))
			.map(([name]) => `${text} in ${name}`),
	);
}

test("a person's name, number, address and words stand in no file, no log, no error and no backup; once erased, not even sealed", async () => {
	const said: string[] = [];
	const log = (...words: unknown[]) =>
		void said.push(words.map((word) => (word instanceof Error ? `${word.stack}` : String(word))).join(" "));
	for (const method of ["log", "info", "warn", "error", "debug"] as const)
		vi.spyOn(console, method).mockImplementation(log);
	for (const stream of [process.stdout, process.stderr])
		vi.spyOn(stream, "write").mockImplementation((text: string | Uint8Array) => {
			said.push(String(text));
			return true;
		});
	const url = `file:${join(folder, "house.db")}`;
	const client = openDatabase({ url });
	await client.execute("PRAGMA journal_mode = WAL");
	await migrate(client, await readMigrations("db/migrations"), new Date(0));
	const receiver = await startReceiver((response) => response.writeHead(500).end(`no ${NAME}`));
	let now = TUESDAY_MORNING.getTime();
	const deps = createDependencies(
		{ url },
		{ clock: { now: () => new Date(now) }, feedLimits: { loopback: true }, callBacks: { keys: TEST_KEYS } },
	);
	const hook = `${receiver.url}/hook`;
	const secret = await deps.sealing.seal("demo", webhookPlace(hook), `whsec_${btoa("a secret of twenty-four b")}`);
	await deps.areaSettings.save("demo", { delivery: { webhooks: [{ url: hook, secrets: [secret] }] } }, 0, "m");
	const settings = {
		publicUrl: null,
		production: true,
		cookieKey: await cookieKey(undefined),
		limited: async () => false,
	};
	const app = createApp(deps, settings);
	const at = "/api/v1/areas/demo/call-backs";
	const body = { name: NAME, phone: PHONE, email: EMAIL, line: LINE, who: "parent", safe: { ring: true } };

	const { reference, secret: words } = await (await app.request(at, json(body))).json();
	const refused = await app.request(at, json({ ...body, line: LINE.repeat(20), surname: NAME }));
	const away = createApp(
		createDependencies({ url: "http://127.0.0.1:9" }, { callBacks: { keys: TEST_KEYS } }),
		settings,
	);
	const failed = await away.request(at, json(body));
	await app.request(`${at}/${reference}/status`, json({ secret: words }));
	await deliverOutbox(deps);
	await deps.callBacks.change(reference, 1, { claimedBy: "worker", at: now });
	await client.execute({ sql: "VACUUM INTO ?", args: [join(folder, "backup.db")] });

	const row = await deps.callBacks.find(reference);
	const box = row?.sealed ?? "";
	expect(await found([...TOLD, words])).toEqual([]);
	expect(await found([box])).not.toEqual([]);
	for (const answer of [refused, failed]) {
		const text = await answer.text();
		for (const one of TOLD) expect(text).not.toContain(one);
	}
	for (const message of receiver.received) for (const one of TOLD) expect(message.body).not.toContain(one);

	await rm(join(folder, "backup.db"));
	now += ERASED_AT_AGE_DAYS * DAY_MS;
	expect((await eraseCallBacks(deps)).old).toBe(1);
	await client.execute({ sql: "VACUUM INTO ?", args: [join(folder, "backup.db")] });
	expect(await found([box, box.slice(0, 40), box.slice(-40)])).toEqual([]);
	client.close();
	await receiver.close();
	vi.restoreAllMocks();
	for (const one of [...TOLD, words]) expect(said.join("\n")).not.toContain(one);
});
