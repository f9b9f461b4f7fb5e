import { afterAll, beforeAll, expect, test } from "vitest";
import { createAreaSettings } from "#adapters/libsql/area-settings.ts";
import { rememberAreaSettings } from "#adapters/remembered-area-settings.ts";
import { AppError } from "#domain/errors.ts";
import type { AreaSettingsStore } from "#ports/area-settings.ts";
import { migratedDatabase, type TestDatabase } from "#tests/support/database.ts";

let database: TestDatabase;
beforeAll(async () => {
	database = await migratedDatabase();
});
afterAll(() => database.close());

function tickingClock(at = 1_800_000_000_000) {
	let now = at;
	return { now: () => new Date(now), advance: (by: number) => (now += by) };
}

test("an area that set nothing has empty settings of version 0, and each save raises the version", async () => {
	const store = createAreaSettings(database.client, tickingClock());
	expect(await store.read("north")).toEqual({ settings: {}, version: 0 });
	expect(await store.save("north", { name: "North" }, 0, "m")).toEqual({ kind: "saved", version: 1 });
	expect(await store.save("north", { name: "Northern" }, 1, "m")).toEqual({ kind: "saved", version: 2 });
	expect(await store.read("north")).toEqual({ settings: { name: "Northern" }, version: 2 });
});

test("of two people who change the same version, the second is told and changes nothing", async () => {
	const store = createAreaSettings(database.client, tickingClock());
	await store.save("east", { name: "One" }, 0, "a");
	expect(await store.save("east", { name: "Two" }, 0, "b")).toEqual({ kind: "changed_meanwhile" });
	expect((await store.read("east")).settings.name).toBe("One");
});

test("settings are remembered for a minute, kept when the database goes away, and never waited for long", async () => {
	const clock = tickingClock();
	let reads = 0;
	let state: "up" | "down" | "hangs" = "up";
	const store: AreaSettingsStore = {
		of: async () => null,
		read: async () => {
			reads += 1;
			if (state === "down") throw new AppError("UNAVAILABLE", "away");
			if (state === "hangs") await new Promise(() => {});
			return { settings: { name: `Read ${reads}` }, version: reads };
		},
		save: async () => ({ kind: "saved", version: 9 }),
		areas: async () => [],
	};
	const remembered = rememberAreaSettings(store, clock);
	expect((await remembered.of("west"))?.version).toBe(1);
	clock.advance(59_000);
	expect((await remembered.of("west"))?.version).toBe(1);
	clock.advance(2000);
	expect((await remembered.of("west"))?.version).toBe(2);
	state = "down";
	clock.advance(61_000);
	expect((await remembered.of("west"))?.version).toBe(2);
	expect(await remembered.of("elsewhere")).toBeNull();
	state = "hangs";
	clock.advance(61_000);
	expect((await remembered.of("west"))?.version).toBe(2);
	clock.advance(-3_600_000);
	state = "up";
	await remembered.save("west", {}, 2, "m");
	expect(reads).toBeLessThan(8);
});

test("a clock set back by an hour does not keep an answer for that hour", async () => {
	const clock = tickingClock();
	let version = 1;
	const remembered = rememberAreaSettings(
		{
			of: async () => null,
			read: async () => ({ settings: {}, version: version++ }),
			save: async () => ({ kind: "saved", version: 1 }),
			areas: async () => [],
		},
		clock,
	);
	expect((await remembered.of("a"))?.version).toBe(1);
	clock.advance(-3_600_000);
	expect((await remembered.of("a"))?.version).toBe(2);
});
