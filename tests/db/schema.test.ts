import { getTableColumns, getTableName, is } from "drizzle-orm";
import { SQLiteTable } from "drizzle-orm/sqlite-core";
import { expect, test } from "vitest";
import * as callBacks from "#db/call-backs.ts";
import * as desk from "#db/desk.ts";
import * as operations from "#db/operations.ts";
import * as parts from "#db/parts.ts";
import * as places from "#db/places.ts";
import * as schema from "#db/schema.ts";
import { migratedDatabase } from "#tests/support/database.ts";

const tables = Object.values({ ...schema, ...parts, ...operations, ...places, ...callBacks, ...desk }).filter((value) =>
	is(value, SQLiteTable),
);

test("the migrations make the tables that the schema describes: no change was left ungenerated", async () => {
	const { client, close } = await migratedDatabase();
	expect(tables.length).toBeGreaterThan(20);
	for (const table of tables) {
		const name = getTableName(table);
		const { rows } = await client.execute(`SELECT name, "notnull" AS required FROM pragma_table_info('${name}')`);
		const made = rows.map((row) => [row.name, row.required === 1]);
		const described = Object.values(getTableColumns(table)).map((column) => [column.name, column.notNull]);
		expect([name, made.toSorted()]).toEqual([name, described.toSorted()]);
	}
	await close();
});

test("every row that belongs to an area goes with it", async () => {
	const { client, close } = await migratedDatabase();
	const withArea = tables.map(getTableName).filter((name) => name !== "areas");
	const orphans: string[] = [];
	for (const name of withArea) {
		const { rows } = await client.execute(`SELECT "table" AS target FROM pragma_foreign_key_list('${name}')`);
		if (rows.length === 0) orphans.push(name);
	}
	// Held in transit and swept by age; of no area; or kept by the clock alone, whatever becomes of their area.
	const inTransit = ["import_pieces", "snapshot_pieces"];
	const ofNoArea = ["bank_holidays", "jobs", "place_tables", "tallies"];
	const kept = Object.values({ ...callBacks, ...desk }).map(getTableName);
	expect(orphans.toSorted()).toEqual([...inTransit, ...ofNoArea, ...kept].toSorted());
	await close();
});
