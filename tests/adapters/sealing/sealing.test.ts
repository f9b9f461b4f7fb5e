import { afterAll, beforeAll, expect, test } from "vitest";
import { createDataKeys } from "#adapters/libsql/data-keys.ts";
import { createSealing } from "#adapters/sealing/create-sealing.ts";
import { databaseKinds, migratedDatabase, type TestDatabase } from "#tests/support/database.ts";
import { fixedClock } from "#tests/support/test-app.ts";

const key = (fill: number) => btoa(String.fromCharCode(...new Uint8Array(32).fill(fill)));
const FIRST = `first:${key(1)}`;
const SECOND = `second:${key(2)}`;
const CONTEXT = "QWERT3NA call_backs.sealed";

for (const kind of databaseKinds) {
	let database: TestDatabase;
	beforeAll(async () => {
		database = await migratedDatabase(kind);
	});
	afterAll(() => database.close());
	const sealing = (keys: string | null) => createSealing(createDataKeys(database.client), keys, fixedClock());

	test(`${kind}: what was sealed opens for its area and its place, and nowhere else`, async () => {
		const sealed = await sealing(FIRST).seal("north", CONTEXT, "Ask for Sam");
		expect(await sealing(FIRST).open("north", CONTEXT, sealed)).toBe("Ask for Sam");
		expect(await sealing(FIRST).open("south", CONTEXT, sealed)).toBeNull();
		expect(await sealing(FIRST).open("north", "ANOTHER3 call_backs.sealed", sealed)).toBeNull();
		expect(await sealing(FIRST).open("north", "QWERT3NA call_backs.other", sealed)).toBeNull();
		const other = sealed.box.startsWith("A") ? "B" : "A";
		expect(await sealing(FIRST).open("north", CONTEXT, { ...sealed, box: other + sealed.box.slice(1) })).toBeNull();
		expect(await sealing(SECOND).open("north", CONTEXT, sealed)).toBeNull();
	});

	test(`${kind}: keys of the environment change, and what was sealed opens on`, async () => {
		const sealed = await sealing(FIRST).seal("change", CONTEXT, "Ask for Kim");
		const mark = await sealing(FIRST).mark("change", "four plain words");
		const both = sealing(`${SECOND},${FIRST}`);
		expect((await both.rewrap()).unreadable).toBe(0);
		expect(await sealing(SECOND).open("change", CONTEXT, sealed)).toBe("Ask for Kim");
		expect(await sealing(SECOND).mark("change", "four plain words", mark?.with)).toEqual(mark);
		expect(await sealing(FIRST).open("change", CONTEXT, sealed)).toBeNull();
		expect((await both.rewrap()).rewrapped).toBe(0);
	});

	test(`${kind}: a new data key is used from then on, the old one opens what it sealed and goes when nothing needs it`, async () => {
		const one = await sealing(SECOND).seal("renew", CONTEXT, "old");
		const id = await sealing(SECOND).renew("renew");
		const two = await sealing(SECOND).seal("renew", CONTEXT, "new");
		expect([two.with, one.with === id]).toEqual([id, false]);
		expect(await sealing(SECOND).open("renew", CONTEXT, one)).toBe("old");
		expect(await sealing(SECOND).clear()).toBeGreaterThan(0);
		expect(await sealing(SECOND).open("renew", CONTEXT, one)).toBeNull();
		expect(await sealing(SECOND).open("renew", CONTEXT, two)).toBe("new");
	});

	test(`${kind}: two who need an area's first key at once go on with the same one`, async () => {
		const all = await Promise.all(["a", "b", "c", "d"].map((text) => sealing(SECOND).seal("race", CONTEXT, text)));
		const later = await sealing(SECOND).seal("race", CONTEXT, "later");
		for (const sealed of all) expect(await sealing(SECOND).open("race", CONTEXT, sealed)).not.toBeNull();
		expect((await sealing(SECOND).seal("race", CONTEXT, "again")).with).toBe(later.with);
	});

	test(`${kind}: without a key nothing is sealed`, async () => {
		expect(sealing(null).ready).toBe(false);
		await expect(sealing(null).seal("north", CONTEXT, "text")).rejects.toThrow("CALL_BACK_KEYS");
	});

	test(`${kind}: a stamp is ours under every key of the ring, and under no other`, async () => {
		const stamp = await sealing(FIRST).stamp("text");
		expect(await sealing(`${SECOND},${FIRST}`).isOurs("text", stamp)).toBe(true);
		expect(await sealing(SECOND).isOurs("text", stamp)).toBe(false);
		expect(await sealing(FIRST).isOurs("texts", stamp)).toBe(false);
		expect(await sealing(FIRST).isOurs("text", "")).toBe(false);
	});
}
