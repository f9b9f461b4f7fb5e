import { randomBytes } from "node:crypto";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { BackupEnd } from "#adapters/libsql/backup-lines.ts";
import { readBackup } from "#adapters/libsql/backup-tables.ts";
import type { Database } from "#adapters/libsql/client.ts";
import { main as backup } from "#cli/backup.ts";
import { backupKey, readBackupFile, writeBackupFile } from "#cli/backup-file.ts";
import { main as restore } from "#cli/restore.ts";
import { seedDemo } from "#cli/seed.ts";
import { createDependencies } from "#dependencies/create-dependencies.ts";
import { databaseKinds, emptyDatabase, migratedDatabase, type TestDatabase } from "#tests/support/database.ts";

const KEY = randomBytes(32).toString("base64");
const said: string[] = [];
const print = (line: string) => said.push(line);
const opened: TestDatabase[] = [];
let folder: string;
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), "backup-"));
});
afterEach(async () => {
	said.length = 0;
	for (const database of opened.splice(0)) await database.close();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function kept(database: Promise<TestDatabase>): Promise<TestDatabase> {
	opened.push(await database);
	return database;
}

const environment = (database: TestDatabase, key = KEY) => ({ DATABASE_URL: database.url, BACKUP_KEY: key });
const everything = (client: Database): Promise<BackupEnd> => readBackup(client, new Date(0), async () => {});

/** The demonstration, and rows that are hard to copy: bytes, nothing, large texts, odd letters, odd row numbers. */
async function filled(kind: (typeof databaseKinds)[number]): Promise<TestDatabase> {
	const database = await kept(migratedDatabase(kind));
	await seedDemo(createDependencies({ url: database.url }), () => {});
	const now = Date.now();
	const callBack = (reference: string, receivedAt: number) => ({
		sql: `INSERT INTO call_backs (reference, area, secret_hash, status, received_at, audience, urgency, sealed, sealed_with)
			VALUES (?, 'demo', 'h', 'received', ?, 'parent', 'none', 'SEALED', 'k1')`,
		args: [reference, receivedAt],
	});
	await database.client.batch(
		[
			callBack("NEW00000", now),
			callBack("OLD00000", now - 40 * 86_400_000),
			{
				sql: "INSERT INTO snapshot_pieces (token, position, bytes, written_at) VALUES ('t', 0, ?, 1), ('t', 1, ?, 1)",
				args: [new Uint8Array(randomBytes(1_800_000)), new Uint8Array(0)],
			},
			{
				sql: "INSERT INTO import_pieces (run, position, kind, rows, staged_at) VALUES ('r', -5, 'k', ?, 9007199254740991)",
				args: [`"'; DROP TABLE areas; -- ${"𝔭ø\u0001\u2028".repeat(60_000)}`],
			},
			"INSERT INTO audit_log VALUES ('demo', 1, 5, 'a', 'did', 'area', NULL, '{}', '', 'h1')",
			"INSERT INTO desk_sessions VALUES ('h', 'm', 'n', '{}', 1, 1, 99999999999999, NULL)",
			"INSERT INTO jobs (name, claimed_until) VALUES ('publish', 99999999999999)",
		],
		"write",
	);
	return database;
}

describe.each([
	["embedded file", "libSQL server"],
	["libSQL server", "embedded file"],
] as const)("a backup of an %s, restored into a %s", (from, to) => {
	test("holds every row as it was, and brings nothing back that must stay dead", async () => {
		const source = await filled(from);
		const path = join(folder, `${from}.backup`);
		expect([await backup([path], environment(source), print), ...said]).toEqual([
			0,
			expect.stringContaining("rows of"),
		]);
		const bytes = await readFile(path);
		for (const secret of ["SEALED", "NEW00000", "demo", "DROP TABLE"]) expect(bytes.includes(secret)).toBe(false);
		expect((await stat(path)).mode & 0o077).toBe(0);

		const target = await kept(emptyDatabase(to));
		said.length = 0;
		expect([await restore([path], environment(target), print), ...said]).toEqual([0, ...said]);
		expect(said.join(" ")).toContain("1 erased");
		const [before, after] = [await everything(source.client), await everything(target.client)];
		const changed = new Set(["call_backs", "erasures", "tallies", "outbox", "desk_sessions", "jobs"]);
		for (const [name, table] of Object.entries(before))
			if (!changed.has(name)) expect([name, after[name]]).toEqual([name, table]);
		expect(Object.keys(after)).toEqual(Object.keys(before));
		expect(before["services"]?.rows).toBeGreaterThan(20);

		const { rows } = await target.client.execute("SELECT reference, sealed FROM call_backs ORDER BY reference");
		expect(rows.map((row) => [row.reference, row.sealed])).toEqual([
			["NEW00000", "SEALED"],
			["OLD00000", null],
		]);
		expect((await target.client.execute("SELECT 1 FROM desk_sessions")).rows).toEqual([]);
		// The triggers are back: what is only added to cannot be changed, and words are found.
		await expect(target.client.execute("DELETE FROM audit_log")).rejects.toThrow();
		const found = await target.client.execute(
			"SELECT count(*) AS n FROM service_search WHERE service_search MATCH 'food'",
		);
		expect(Number(found.rows[0]?.n)).toBeGreaterThan(0);

		said.length = 0;
		expect(await restore([path], environment(target), print)).toBe(1);
		expect(said.join(" ")).toContain("not empty");
	}, 60_000);
});

test.each(databaseKinds)("a backup of an %s is of one moment, whatever is written meanwhile", async (kind) => {
	const database = await kept(migratedDatabase(kind));
	const pair = (n: number) => [
		{ sql: "INSERT INTO jobs (name) VALUES (?)", args: [`j${n}`] },
		{ sql: "INSERT INTO canaries VALUES ('a', ?, 1, NULL)", args: [`d${n}`] },
	];
	await database.client.batch(pair(0), "write");
	const lines: string[] = [];
	let writes = 0;
	const end = await readBackup(database.client, new Date(0), async (line) => {
		if (line.kind === "table") await database.client.batch(pair(++writes), "write");
		lines.push(line.kind);
	});
	expect(writes).toBeGreaterThan(20);
	expect([end["jobs"]?.rows, end["canaries"]?.rows]).toEqual([1, 1]);
});

describe("a backup's file", () => {
	const key = backupKey(KEY);
	const lines = Array.from({ length: 40 }, (_, n) => ({ n, text: "x".repeat(80_000) }));
	const path = () => join(folder, `${randomBytes(6).toString("hex")}.backup`);
	async function written(values: readonly unknown[] = lines): Promise<string> {
		const at = path();
		const file = await writeBackupFile(at, key);
		for (const line of values) await file.line(line);
		await file.end();
		return at;
	}
	async function read(bytes: Buffer, with_ = key): Promise<readonly unknown[]> {
		const at = path();
		await writeFile(at, bytes);
		const all: unknown[] = [];
		for await (const line of readBackupFile(at, with_)) all.push(line);
		return all;
	}

	test("gives back what was put in, and two of the same differ in every piece", async () => {
		const [one, two] = [await readFile(await written()), await readFile(await written())];
		expect(await read(one)).toEqual(lines);
		expect(one.subarray(60).equals(two.subarray(60))).toBe(false);
	});

	test("with any byte changed is refused", async () => {
		const good = await readFile(await written());
		await fc.assert(
			fc.asyncProperty(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
				const bad = Buffer.from(good);
				bad[at] = (bad[at] ?? 0) ^ by;
				await expect(read(bad)).rejects.toThrow(/backup|changed|BACKUP_KEY/);
			}),
			{ numRuns: 60 },
		);
	});

	test("that breaks off anywhere, or goes on after its end, is refused", async () => {
		const good = await readFile(await written());
		await fc.assert(
			fc.asyncProperty(fc.nat(good.length - 1), async (length) => {
				await expect(read(good.subarray(0, length))).rejects.toThrow(/backup|changed/);
			}),
			{ numRuns: 60 },
		);
		await expect(read(Buffer.concat([good, Buffer.from([0])]))).rejects.toThrow(/changed/);
		await expect(read(Buffer.concat([good, good]))).rejects.toThrow(/changed/);
	});

	test("with its pieces moved, left out or taken from another is refused", async () => {
		const [one, two] = [await readFile(await written()), await readFile(await written())];
		const pieces = (bytes: Buffer) => {
			const list: Buffer[] = [];
			for (let at = 52; at < bytes.length; at += 4 + bytes.readUInt32BE(at))
				list.push(bytes.subarray(at, at + 4 + bytes.readUInt32BE(at)));
			return list;
		};
		const [first, second, ...rest] = pieces(one);
		const head = one.subarray(0, 52);
		if (!first || !second) throw new Error("too few pieces");
		await expect(read(Buffer.concat([head, second, first, ...rest]))).rejects.toThrow();
		await expect(read(Buffer.concat([head, second, ...rest]))).rejects.toThrow();
		await expect(read(Buffer.concat([head, first, first, second, ...rest]))).rejects.toThrow();
		await expect(read(Buffer.concat([head, ...pieces(two)]))).rejects.toThrow();
	});

	test("opens with its own key alone", async () => {
		const good = await readFile(await written());
		await expect(read(good, randomBytes(32))).rejects.toThrow(/BACKUP_KEY/);
		expect(() => backupKey("short")).toThrow(/openssl rand/);
		expect(() => backupKey(undefined)).toThrow(/openssl rand/);
	});
});

describe("restoring", () => {
	test("writes nothing at all of a file that was cut, changed or locked with another key", async () => {
		const source = await kept(migratedDatabase());
		const path = join(folder, "small.backup");
		expect(await backup([path], environment(source), print)).toBe(0);
		const good = await readFile(path);
		const cut = join(folder, "cut.backup");
		await writeFile(cut, good.subarray(0, good.length - 1));
		const target = await kept(emptyDatabase("embedded file"));
		const other = randomBytes(32).toString("base64");
		for (const [from, key] of [
			[cut, KEY],
			[path, other],
			[join(folder, "nowhere"), KEY],
		] as const) {
			expect(await restore([from], environment(target, key), print)).toBe(1);
			expect((await target.client.execute("SELECT name FROM sqlite_master")).rows).toEqual([]);
		}
	});

	test("of a backup of a newer version is refused", async () => {
		const path = join(folder, "newer.backup");
		const file = await writeBackupFile(path, backupKey(KEY));
		await file.line({ kind: "head", madeAt: 0, migrations: [["9999_of_tomorrow.sql", "h"]] });
		await file.line({ kind: "end", tables: {} });
		await file.end();
		const target = await kept(emptyDatabase("embedded file"));
		expect(await restore([path], environment(target), print)).toBe(1);
		expect(said.join(" ")).toContain("9999_of_tomorrow");
	});

	test("and backing up ask for what they need, and never replace a file", async () => {
		const source = await kept(migratedDatabase());
		expect(await backup([], environment(source), print)).toBe(2);
		expect(await restore([], environment(source), print)).toBe(2);
		expect(await backup([join(folder, "x")], { DATABASE_URL: source.url }, print)).toBe(1);
		expect(said.join(" ")).toContain("openssl rand");
		const path = join(folder, "there");
		await writeFile(path, "mine");
		expect(await backup([path], environment(source), print)).toBe(2);
		expect(await readFile(path, "utf8")).toBe("mine");
	});
});
