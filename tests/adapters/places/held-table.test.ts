import { expect, test } from "vitest";
import { createHeldTable } from "#adapters/places/held-table.ts";
import { encodeTable } from "#domain/places/table/encode-table.ts";
import type { PlaceTables, StoredPlaceTable } from "#ports/places.ts";

const table = (version: number): StoredPlaceTable => ({
	version,
	bytes: encodeTable({ source: `file ${version}`, madeOn: "2026-11-22", patches: [], sectors: [] }),
});

/** A database that can be changed and switched off, and a clock that can be moved on. */
function world(stored: StoredPlaceTable | null) {
	const state = { stored, away: false, now: 0, asked: 0, behind: Promise.resolve() };
	const ask = async <T>(answer: T) => {
		state.asked += 1;
		if (state.away) throw new Error("away");
		return answer;
	};
	const tables: PlaceTables = {
		version: () => ask(state.stored?.version ?? null),
		load: () => ask(state.stored),
		publish: () => Promise.reject(new Error("not here")),
	};
	const clock = { now: () => new Date(state.now) };
	const later = (work: Promise<void>) => {
		state.behind = work;
	};
	const held = createHeldTable({ tables, clock, later });
	return { state, source: async () => (await held.newest())?.source ?? null };
}

test("the table is read once, however many ask within a minute", async () => {
	const { state, source } = world(table(1));
	expect(await source()).toBe("file 1");
	const asked = state.asked;
	for (let ask = 0; ask < 10; ask += 1) expect(await source()).toBe("file 1");
	expect(state.asked).toBe(asked);
});

test("a newer table is noticed within a minute, and nobody waits for it", async () => {
	const { state, source } = world(table(1));
	await source();
	state.stored = table(2);
	state.now = 60_000;
	expect(await source()).toBe("file 1");
	await state.behind;
	expect(await source()).toBe("file 2");
});

test("the first table is noticed sooner", async () => {
	const { state, source } = world(null);
	expect(await source()).toBeNull();
	state.stored = table(1);
	state.now = 10_000;
	await source();
	await state.behind;
	expect(await source()).toBe("file 1");
});

test("while the database is away the last good table serves on; one that cannot be read changes nothing", async () => {
	const { state, source } = world(table(1));
	await source();
	const changes = [{ away: true }, { away: false }, { away: false, stored: { version: 9, bytes: Uint8Array.of(1) } }];
	for (const change of changes) {
		Object.assign(state, change);
		state.now += 60_000;
		await source();
		await state.behind;
		expect(await source()).toBe("file 1");
	}
});

test("a database that is away from the start is as good as no table", async () => {
	const { state, source } = world(table(1));
	state.away = true;
	expect(await source()).toBeNull();
	state.away = false;
	state.now = 10_000;
	await source();
	await state.behind;
	expect(await source()).toBe("file 1");
});

test("nobody waits long for a database that does not answer", async () => {
	const never: PlaceTables = {
		version: () => new Promise(() => {}),
		load: () => new Promise(() => {}),
		publish: () => Promise.reject(new Error("not here")),
	};
	const held = createHeldTable({ tables: never, clock: { now: () => new Date(0) }, later: () => {} });
	const from = performance.now();
	expect(await held.newest()).toBeNull();
	expect(performance.now() - from).toBeLessThan(4_000);
	const again = performance.now();
	expect(await held.newest()).toBeNull();
	expect(performance.now() - again).toBeLessThan(200);
});
