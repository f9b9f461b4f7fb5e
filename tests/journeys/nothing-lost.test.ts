import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, rm } from "node:fs/promises";
import { resolve } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createDependencies } from "#dependencies/create-dependencies.ts";
import { webhookPlace } from "#services/hand-over.ts";
import type { ProcessPlan } from "#tests/support/call-back-process.ts";
import { migratedDatabase, type TestDatabase } from "#tests/support/database.ts";
import { type Receiver, startReceiver } from "#tests/support/receiver.ts";
import { json, TEST_KEYS } from "#tests/support/test-app.ts";

const PROGRAM = resolve(`node_modules/.cache/fingerpost/call-back-process-${process.pid}.mjs`);
const REQUESTS = 100;
const AT_ONCE = 8;
/** Each step between a request and its delivery, and how often it is passed before the process dies there. */
const DEATHS = [
	{ step: "request.sealed", time: 9 },
	{ step: "request.kept", time: 12 },
	{ step: "outbox.taken", time: 2 },
	{ step: "outbox.sending", time: 4 },
	{ step: "outbox.sent", time: 3 },
	{ step: "outbox.settled", time: 5 },
] as const;
/** Longer than a message is held for one who takes it. */
const LEASE_MS = 120_000;

let database: TestDatabase;
let receiver: Receiver;
/** Which of the messages received were taken. */
const taken: number[] = [];
const children: ChildProcess[] = [];

beforeAll(async () => {
	[database, receiver] = await Promise.all([
		migratedDatabase(),
		startReceiver(),
		mkdir(resolve(PROGRAM, ".."), { recursive: true }),
	]);
	await build({
		entryPoints: ["tests/support/call-back-process.ts"],
		outfile: PROGRAM,
		bundle: true,
		platform: "node",
		format: "esm",
		jsx: "automatic",
		jsxImportSource: "hono/jsx",
		external: ["@libsql/client", "libsql", "openai"],
		banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
		logLevel: "error",
	});
});
afterAll(async () => {
	for (const child of children) child.kill("SIGKILL");
	await rm(PROGRAM, { force: true });
	await receiver.close();
	await database.close();
});

type Running = { readonly url: string; readonly ended: Promise<unknown>; readonly child: ChildProcess };

async function start(killAt: ProcessPlan["killAt"], generation: number): Promise<Running> {
	const plan: ProcessPlan = { databaseUrl: database.url, keys: TEST_KEYS, ahead: generation * LEASE_MS, killAt };
	const child = spawn(process.execPath, [PROGRAM, JSON.stringify(plan)], { stdio: ["ignore", "pipe", "inherit"] });
	children.push(child);
	const ended = once(child, "exit");
	const [port] = await Promise.race([once(child.stdout, "data"), ended.then(() => ["0"])]);
	return { url: `http://127.0.0.1:${String(port).trim()}`, ended, child };
}

test("of a hundred requests sent while the process is killed at every step, each accepted one is delivered and shown once", async () => {
	const deps = createDependencies({ url: database.url }, { callBacks: { keys: TEST_KEYS } });
	const url = `${receiver.url}/hook`;
	const secret = await deps.sealing.seal("demo", webhookPlace(url), `whsec_${btoa("a secret of twenty-four b")}`);
	await deps.areaSettings.save("demo", { delivery: { webhooks: [{ url, secrets: [secret] }] } }, 0, "m");

	let running = await start(DEATHS[0], 0);
	let over = false;
	// A receiver that takes none of its first messages, and one in five after that, until the processes live.
	receiver.behave((response, _received, before) => {
		const takes = over || (before > 5 && before % 5 !== 0);
		response.writeHead(takes ? 204 : 503).end();
		if (takes) taken.push(before);
	});
	const deaths = (async () => {
		for (const [at, next] of [...DEATHS.slice(1), null].entries()) {
			await running.ended;
			running = await start(next, at + 1);
		}
	})();

	/** As a browser that is asked to send again: the same form, until it is told that it was kept. */
	const ask = async (number: number): Promise<string> => {
		const body = { name: `Person ${number}`, phone: "07700 900123", who: "parent", safe: { ring: true } };
		const init = json(body);
		const headers = { ...init.headers, "idempotency-key": `the form of person ${number}`.replaceAll(" ", "-") };
		for (;;) {
			const response = await fetch(`${running.url}/api/v1/areas/demo/call-backs`, { ...init, headers }).catch(
				() => null,
			);
			const answer = response ? await response.json().catch(() => null) : null;
			if (response?.status === 201 && answer) return answer.reference;
			if (response && answer && response.status !== 503) throw new Error(`It was refused with ${response.status}.`);
			await new Promise((wait) => setTimeout(wait, 20));
		}
	};
	const accepted: string[] = [];
	let number = 0;
	await Promise.all([
		deaths.then(() => {
			over = true;
		}),
		...Array.from({ length: AT_ONCE }, async () => {
			// Beyond the hundred it goes on until every death was died, so that each step has work to die at.
			while (number < REQUESTS || !over) {
				number += 1;
				accepted.push(await ask(number));
				await new Promise((wait) => setTimeout(wait, 10));
			}
		}),
	]);
	// So far ahead that whatever still waits for its next try is due.
	const second = await start(null, DEATHS.length + 60);

	const told = () => taken.map((at) => JSON.parse(receiver.received[at]?.body ?? "{}").data.reference);
	await expect.poll(() => new Set(told()).size, { timeout: 40_000 }).toBe(accepted.length);
	expect(accepted.length).toBeGreaterThanOrEqual(REQUESTS);
	expect(new Set(accepted).size).toBe(accepted.length);
	expect(new Set(told())).toEqual(new Set(accepted));
	const shown = (await deps.callBacks.waiting("demo", 500)).map(({ reference }) => reference);
	expect([...shown].sort()).toEqual([...accepted].sort());
	await expect.poll(async () => (await deps.outbox.state(Date.now())).length).toBe(0);
	expect(running.child.exitCode).toBeNull();
	expect(second.child.exitCode).toBeNull();
}, 150_000);
