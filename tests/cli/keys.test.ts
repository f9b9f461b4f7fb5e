import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createDataKeys } from "#adapters/libsql/data-keys.ts";
import { createSealing } from "#adapters/sealing/create-sealing.ts";
import { callBackKeys, newKey } from "#cli/call-back-keys.ts";
import { type KeysIo, main } from "#cli/keys.ts";
import { readEnv } from "#env.ts";
import { migratedDatabase, type TestDatabase } from "#tests/support/database.ts";
import { fixedClock } from "#tests/support/test-app.ts";

let database: TestDatabase;
let folder: string;
beforeAll(async () => {
	[database, folder] = await Promise.all([migratedDatabase(), mkdtemp(join(tmpdir(), "keys-"))]);
});
afterAll(async () => {
	await database.close();
	await rm(folder, { recursive: true, force: true });
});

function command(keys: string | null, said: string[] = []): KeysIo {
	return {
		print: (line) => void said.push(line),
		open: async () => ({ sealing: createSealing(createDataKeys(database.client), keys, fixedClock()) }),
		addDevelopmentKey: async () => {},
		development: false,
		newId: () => "k2",
	};
}

test("in development a key is made once, in a file that its owner alone can read; in production none is made", async () => {
	const file = join(folder, "deep/call-back.keys");
	const made = await callBackKeys(readEnv({}), file);
	expect(await callBackKeys(readEnv({}), file)).toBe(made);
	expect((await readFile(file, "utf8")).trim()).toBe(made);
	expect((await stat(file)).mode & 0o777).toBe(0o600);
	expect(readEnv({ CALL_BACK_KEYS: made ?? "" }).CALL_BACK_KEYS).toBe(made);
	expect(await callBackKeys(readEnv({ ENVIRONMENT: "production" }), file)).toBeNull();
	expect(await callBackKeys(readEnv({ CALL_BACK_KEYS: newKey("set") }), file)).toMatch(/^set:/);
});

test.each(["short:abc", "no-colon", `a:${btoa("31 bytes are not enough for keys")}x`, "a:b,c"])(
	"%s as CALL_BACK_KEYS is refused with how to make one, and is not repeated",
	(keys) => {
		expect(() => readEnv({ CALL_BACK_KEYS: keys })).toThrow("npm run keys -- make");
		expect(() => readEnv({ CALL_BACK_KEYS: keys })).not.toThrow(keys);
	},
);

test("rotating wraps every data key anew; a key that is missing is told and fails; a new data key is used from then on", async () => {
	const [old, fresh] = [newKey("old"), newKey("fresh")];
	const sealing = (keys: string) => createSealing(createDataKeys(database.client), keys, fixedClock());
	const sealed = await sealing(old).seal("demo", "here", "text");
	const said: string[] = [];
	expect(await main(["rotate"], command(fresh, said))).toBe(1);
	expect(said.join(" ")).toContain("Put that key back");
	expect(await main(["rotate"], command(`${fresh},${old}`))).toBe(0);
	expect(await sealing(fresh).open("demo", "here", sealed)).toBe("text");
	expect(await main(["renew", "demo"], command(fresh))).toBe(0);
	expect((await sealing(fresh).seal("demo", "here", "next")).with).not.toBe(sealed.with);
	const listed: string[] = [];
	expect(await main(["list"], command(fresh, listed))).toBe(0);
	expect(listed.filter((line) => line.includes("retired"))).toHaveLength(1);
	expect(await main(["clear"], command(fresh))).toBe(0);
});

test("a command that is none shows how to use it; without a key it says how to make one", async () => {
	const said: string[] = [];
	expect(await main(["renew", "Not An Area"], command(newKey("a"), said))).toBe(2);
	expect(await main([], command(newKey("a"), said))).toBe(2);
	expect(await main(["list"], command(null, said))).toBe(1);
	expect(said.join(" ")).toContain("npm run keys -- make");
	const made: string[] = [];
	expect(await main(["make"], command(null, made))).toBe(0);
	expect(readEnv({ CALL_BACK_KEYS: made[0] ?? "" }).CALL_BACK_KEYS).toBe(made[0]);
});
