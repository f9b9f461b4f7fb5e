import { afterEach, describe, expect, test } from "vitest";
import { migrate } from "#adapters/libsql/migrate.ts";
import { readMigrations } from "#adapters/libsql/migration-files.ts";
import { databaseKinds, emptyDatabase, type TestDatabase } from "#tests/support/database.ts";

const at = new Date("2026-03-01T09:00:00Z");
const migrations = await readMigrations("db/migrations");

describe.each(databaseKinds)("migrate on an %s", (kind) => {
	const opened: TestDatabase[] = [];
	afterEach(async () => {
		for (const database of opened.splice(0)) await database.close();
	});
	async function empty(): Promise<TestDatabase> {
		const database = await emptyDatabase(kind);
		opened.push(database);
		return database;
	}

	test("builds everything from nothing, and the second run changes nothing", async () => {
		const { client } = await empty();
		expect(await migrate(client, migrations, at)).toEqual({ kind: "done", applied: migrations.map((m) => m.name) });
		expect(await migrate(client, migrations, at)).toEqual({ kind: "done", applied: [] });
	});

	test("takes the previous version's data along", async () => {
		const { client } = await empty();
		await migrate(client, migrations.slice(0, 1), at);
		await client.batch(
			[
				"INSERT INTO areas (slug, name, demonstration) VALUES ('a', 'A', 1)",
				"INSERT INTO organizations (area, id, name, description) VALUES ('a', 'o', 'Riverside', 'd')",
				"INSERT INTO services (area, id, organization_id, name, description, status, last_modified) VALUES ('a', 's', 'o', 'Stay and play', 'Toys', 'active', 0)",
			],
			"write",
		);
		await migrate(client, migrations, at);
		const found = await client.execute(
			"SELECT name, organization FROM service_search WHERE service_search MATCH 'toys'",
		);
		expect(found.rows.map((row) => ({ ...row }))).toEqual([{ name: "Stay and play", organization: "Riverside" }]);
	});

	test("refuses an altered migration and changes nothing", async () => {
		const { client } = await empty();
		await migrate(client, migrations, at);
		const altered = migrations.map((m, i) => (i === 0 ? { ...m, sql: `${m.sql}\n-- one more line` } : m));
		const later = { name: "9999_later.sql", sql: "CREATE TABLE later (x text)" };
		const result = await migrate(client, [...altered, later], at);
		expect(result).toMatchObject({ kind: "refused", reason: expect.stringContaining(altered[0]?.name ?? "?") });
		await expect(client.execute("SELECT * FROM later")).rejects.toThrow(/no such table/);
	});

	test("takes a file with other line endings for the same migration", async () => {
		const { client } = await empty();
		await migrate(client, migrations, at);
		const windows = migrations.map((m) => ({ ...m, sql: m.sql.replaceAll("\n", "\r\n") }));
		expect(await migrate(client, windows, at)).toEqual({ kind: "done", applied: [] });
	});

	test("refuses a database that is newer than the program", async () => {
		const { client } = await empty();
		await migrate(client, migrations, at);
		expect(await migrate(client, migrations.slice(0, 1), at)).toMatchObject({ kind: "refused" });
	});

	test("refuses a migration that was slipped in before one already applied", async () => {
		const { client } = await empty();
		await migrate(client, migrations, at);
		const slipped = { name: "0000_a_earlier.sql", sql: "CREATE TABLE earlier (x text)" };
		expect(await migrate(client, [...migrations, slipped], at)).toMatchObject({ kind: "refused" });
	});

	test("leaves no half of a migration behind when one of its statements fails", async () => {
		const { client } = await empty();
		const broken = {
			name: "0001.sql",
			sql: "CREATE TABLE one (x text)\n--> statement-breakpoint\nCREATE TABLE oops (",
		};
		await expect(migrate(client, [broken], at)).rejects.toThrow();
		await expect(client.execute("SELECT * FROM one")).rejects.toThrow(/no such table/);
		const mended = { name: "0001.sql", sql: "CREATE TABLE one (x text)" };
		expect(await migrate(client, [mended], at)).toEqual({ kind: "done", applied: ["0001.sql"] });
	});

	test("keeps the children of a table that a migration rebuilds", async () => {
		const { client } = await empty();
		const first = {
			name: "1.sql",
			sql: "CREATE TABLE p (id text PRIMARY KEY)\n--> statement-breakpoint\nCREATE TABLE c (p text REFERENCES p(id) ON DELETE CASCADE)",
		};
		await migrate(client, [first], at);
		await client.batch(["INSERT INTO p VALUES ('1')", "INSERT INTO c VALUES ('1')"], "write");
		const rebuild = {
			name: "2.sql",
			sql: [
				"PRAGMA foreign_keys=OFF;",
				"CREATE TABLE p2 (id text PRIMARY KEY, more text)",
				"INSERT INTO p2 (id) SELECT id FROM p",
				"DROP TABLE p",
				"ALTER TABLE p2 RENAME TO p",
				"PRAGMA foreign_keys=ON;",
			].join("\n--> statement-breakpoint\n"),
		};
		await migrate(client, [first, rebuild], at);
		expect((await client.execute("SELECT count(*) AS n FROM c")).rows[0]?.n).toBe(1);
		await expect(client.execute("INSERT INTO c VALUES ('nobody')")).rejects.toThrow(/FOREIGN KEY/);
	});

	test("two programs that start at once end with one set of tables", async () => {
		const { client } = await empty();
		const results = await Promise.all([migrate(client, migrations, at), migrate(client, migrations, at)]);
		expect(results.flatMap((result) => (result.kind === "done" ? result.applied : []))).toHaveLength(migrations.length);
	});
});

describe.each(databaseKinds)("foreign keys on an %s", (kind) => {
	test("are enforced in single statements and in transactions", async () => {
		const { client, close } = await emptyDatabase(kind);
		await migrate(client, migrations, at);
		const orphan = "INSERT INTO organizations (area, id, name, description) VALUES ('nowhere', 'o', 'n', 'd')";
		await expect(client.execute(orphan)).rejects.toThrow(/FOREIGN KEY/);
		await expect(client.batch([orphan], "write")).rejects.toThrow(/FOREIGN KEY/);
		await close();
	});
});
