import { createServer, connect as dial, type Server, type Socket } from "node:net";
import { afterEach, expect, test } from "vitest";
import { createAreaSettings } from "#adapters/libsql/area-settings.ts";
import { createCallBacks } from "#adapters/libsql/call-backs.ts";
import { openDatabase } from "#adapters/libsql/client.ts";
import { createDataKeys } from "#adapters/libsql/data-keys.ts";
import { createOutbox } from "#adapters/libsql/outbox.ts";
import { createSealing } from "#adapters/sealing/create-sealing.ts";
import { createApp } from "#app.ts";
import { cookieKey } from "#cookie-key.ts";
import { createDependencies } from "#dependencies/create-dependencies.ts";
import type { Dependencies } from "#ports.ts";
import { deliverOutbox } from "#services/deliver-outbox.ts";
import { migratedDatabase } from "#tests/support/database.ts";
import { fixedClock, json, TEST_KEYS } from "#tests/support/test-app.ts";

const AT = "/api/v1/areas/demo/call-backs";
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
	for (const close of closing.splice(0).reverse()) await close();
});

async function asking(deps: Dependencies) {
	const app = createApp(deps, {
		publicUrl: null,
		production: false,
		cookieKey: await cookieKey(undefined),
		limited: async () => false,
	});
	return async (number: number) => {
		const body = { name: `Person ${number}`, phone: "07700 900123", who: "parent", line: "x".repeat(200) };
		const response = await app.request(AT, json(body));
		return { status: response.status, answer: await response.json() };
	};
}

test("a full database refuses and says so with ways to people; what was accepted is there, and it goes on when there is room", async () => {
	const database = await migratedDatabase();
	closing.push(database.close);
	const client = openDatabase({ url: database.url });
	closing.push(async () => client.close());
	const clock = fixedClock();
	const deps: Dependencies = {
		...createDependencies({ url: database.url }, { clock, callBacks: { keys: TEST_KEYS } }),
		callBacks: createCallBacks(client),
		outbox: createOutbox(client),
		areaSettings: createAreaSettings(client, clock),
		sealing: createSealing(createDataKeys(client), TEST_KEYS, clock),
	};
	const ask = await asking(deps);
	const first = await ask(0);
	const [{ page_count: pages } = { page_count: 0 }] = (await client.execute("PRAGMA page_count")).rows;
	await client.execute(`PRAGMA max_page_count = ${Number(pages) + 2}`);
	const answers = [first];
	for (let number = 1; number < 60; number += 1) answers.push(await ask(number));
	const accepted = answers.filter(({ status }) => status === 201).map(({ answer }) => answer.reference);
	const refused = answers.filter(({ status }) => status !== 201);
	expect(accepted.length).toBeGreaterThan(1);
	expect(refused.length).toBeGreaterThan(1);
	for (const { status, answer } of refused) {
		expect(status).toBe(503);
		expect(answer.detail).toContain("nobody has seen it");
		expect(answer.routes.human.length).toBeGreaterThan(0);
	}
	const shown = async () => (await deps.callBacks.waiting("demo", 500)).map(({ reference }) => reference).sort();
	expect(await shown()).toEqual([...accepted].sort());
	await client.execute("PRAGMA max_page_count = 1000000");
	const after = await ask(100);
	expect(after.status).toBe(201);
	expect(await shown()).toEqual([...accepted, after.answer.reference].sort());
});

/** A wire to a server that can be cut and mended. */
async function wireTo(
	target: string,
): Promise<{ readonly url: string; cut: () => void; mend: () => void; close: () => Promise<void> }> {
	const { hostname, port } = new URL(target);
	const open = new Set<Socket>();
	let whole = true;
	const server: Server = createServer((near) => {
		open.add(near);
		near.on("error", () => {});
		near.on("close", () => open.delete(near));
		if (!whole) return void near.destroy();
		const far = dial(Number(port), hostname);
		far.on("error", () => near.destroy());
		near.on("close", () => far.destroy());
		near.pipe(far).pipe(near);
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const address = server.address();
	return {
		url: `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`,
		cut: () => {
			whole = false;
			for (const socket of open) socket.destroy();
		},
		mend: () => {
			whole = true;
		},
		close: () =>
			new Promise((resolve) => {
				for (const socket of open) socket.destroy();
				server.close(() => resolve());
			}),
	};
}

test("a database that goes away and comes back loses nothing that was accepted, and nobody is told otherwise", async () => {
	const database = await migratedDatabase("libSQL server");
	const wire = await wireTo(database.url);
	closing.push(database.close, wire.close);
	const deps = createDependencies({ url: wire.url }, { clock: fixedClock(), callBacks: { keys: TEST_KEYS } });
	const ask = await asking(deps);
	const answers: Awaited<ReturnType<typeof ask>>[] = [];
	const asked = Array.from({ length: 30 }, async (_, number) => {
		await new Promise((wait) => setTimeout(wait, number * 10));
		answers.push(await ask(number));
	});
	setTimeout(wire.cut, 100);
	setTimeout(wire.mend, 200);
	await Promise.all(asked);
	wire.cut();
	const away = await ask(500);
	expect(away.status).toBe(503);
	expect(away.answer.routes.human.length).toBeGreaterThan(0);
	await expect(deliverOutbox(deps)).rejects.toThrow();
	wire.mend();
	answers.push(await ask(501));
	const accepted = answers.filter(({ status }) => status === 201).map(({ answer }) => answer.reference);
	expect(answers.every(({ status }) => status === 201 || status === 503)).toBe(true);
	expect(accepted.length).toBeGreaterThan(0);
	const shown = (await deps.callBacks.waiting("demo", 500)).map(({ reference }) => reference);
	for (const reference of accepted) expect(shown.filter((one) => one === reference)).toHaveLength(1);
});
