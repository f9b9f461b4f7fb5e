import { expect, test } from "vitest";
import { rememberAreaSettings } from "#adapters/remembered-area-settings.ts";
import type { VersionedSettings } from "#domain/directory/area-settings.ts";
import type { AreaSettingsStore } from "#ports/area-settings.ts";

/** A store whose readings end when the test says so. */
function slowStore() {
	const reads: { readonly answer: (value: VersionedSettings) => void; readonly fail: () => void }[] = [];
	const store: AreaSettingsStore = {
		of: async () => null,
		read: () =>
			new Promise((answer, reject) => reads.push({ answer, fail: () => reject(new Error("the database is away")) })),
		save: async () => ({ kind: "saved", version: 1 }),
		areas: async () => [],
	};
	return { store, reads };
}

const settings = (version: number): VersionedSettings => ({ version, settings: { name: `Version ${version}` } });

test("a request whose reading never ends holds up no other", async () => {
	const { store, reads } = slowStore();
	const remembered = rememberAreaSettings(store, { now: () => new Date(0) });
	const stuck = remembered.of("demo");
	const second = remembered.of("demo");
	reads[1]?.answer(settings(2));
	expect(await second).toEqual(settings(2));
	expect(await remembered.of("demo")).toEqual(settings(2));
	expect(reads).toHaveLength(2);
	reads[0]?.answer(settings(1));
	expect(await stuck).toEqual(settings(1));
});

test("when it is time to read again, one request reads and the others go on with what is known", async () => {
	let now = 0;
	const { store, reads } = slowStore();
	const remembered = rememberAreaSettings(store, { now: () => new Date(now) });
	const first = remembered.of("demo");
	reads[0]?.answer(settings(1));
	await first;
	now = 61_000;
	const reading = remembered.of("demo");
	expect(await remembered.of("demo")).toEqual(settings(1));
	reads[1]?.answer(settings(2));
	expect(await reading).toEqual(settings(2));
	expect(await remembered.of("demo")).toEqual(settings(2));
	expect(reads).toHaveLength(2);
});

test("an area switched off stays so while the database is away", async () => {
	let now = 0;
	const { store, reads } = slowStore();
	const remembered = rememberAreaSettings(store, { now: () => new Date(now) });
	const first = remembered.of("demo");
	reads[0]?.answer(settings(7));
	await first;
	now = 61_000;
	const second = remembered.of("demo");
	reads[1]?.fail();
	expect(await second).toEqual(settings(7));
	expect(await remembered.of("demo")).toEqual(settings(7));
});
