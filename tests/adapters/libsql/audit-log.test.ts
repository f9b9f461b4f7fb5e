import { afterEach, describe, expect, test } from "vitest";
import { createAuditLog } from "#adapters/libsql/audit-log.ts";
import { auditedBatch } from "#adapters/libsql/audited-batch.ts";
import type { AuditEntry } from "#domain/desk/audit-entry.ts";
import { databaseKinds, migratedDatabase, type TestDatabase } from "#tests/support/database.ts";

const entry = (over: Partial<AuditEntry> = {}): AuditEntry => ({
	area: "demo",
	at: new Date("2026-11-24T10:00:00Z"),
	actor: "Dana Duty <dana@example.org>",
	action: "call_back.claimed",
	entity: "call_back",
	entityId: "AB12CD34",
	detail: { why: "it’s overdue", times: 2 },
	...over,
});

let database: TestDatabase | undefined;
afterEach(async () => {
	await database?.close();
	database = undefined;
});

describe.each(databaseKinds)("on an %s", (kind) => {
	const open = async () => {
		database = await migratedDatabase(kind);
		return { client: database.client, log: createAuditLog(database.client) };
	};

	test("entries stand in order, each area with a chain of its own", async () => {
		const { log } = await open();
		await log.append([entry(), entry({ area: "other" }), entry({ action: "call_back.closed" })]);
		await log.append([entry({ action: "settings.changed", entity: "settings", entityId: null })]);
		const list = await log.list({ area: "demo", limit: 10 });
		expect(list.map(({ position, action }) => [position, action])).toEqual([
			[3, "settings.changed"],
			[2, "call_back.closed"],
			[1, "call_back.claimed"],
		]);
		expect(list[2]).toMatchObject(entry());
		expect(await log.verify("demo")).toEqual({ kind: "whole", entries: 3, head: list[0]?.hash });
		expect(await log.verify("other")).toMatchObject({ kind: "whole", entries: 1 });
		expect(await log.verify("empty")).toMatchObject({ kind: "whole", entries: 0 });
	});

	test("a reader filters by action, person, thing, time and page", async () => {
		const { log } = await open();
		const later = new Date("2026-11-25T10:00:00Z");
		await log.append([entry(), entry({ action: "member.given", actor: "Mo <mo@example.org>", at: later })]);
		const actions = async (question: object) =>
			(await log.list({ area: "demo", limit: 10, ...question })).map(({ action }) => action);
		expect(await actions({ action: "member." })).toEqual(["member.given"]);
		expect(await actions({ action: "%" })).toEqual([]);
		expect(await actions({ actor: "DANA" })).toEqual(["call_back.claimed"]);
		expect(await actions({ from: later })).toEqual(["member.given"]);
		expect(await actions({ until: later })).toEqual(["call_back.claimed"]);
		expect(await actions({ before: 2 })).toEqual(["call_back.claimed"]);
		expect(await actions({ entityId: "ZZ" })).toEqual([]);
	});

	test("neither a change nor a deletion of a row is accepted", async () => {
		const { client, log } = await open();
		await log.append([entry()]);
		await expect(client.execute("UPDATE audit_log SET actor = 'nobody'")).rejects.toThrow(/only added to/);
		await expect(client.execute("DELETE FROM audit_log")).rejects.toThrow(/only added to/);
	});

	test("a row that was changed, taken out or put in behind the log's back is found, and where", async () => {
		const { client, log } = await open();
		await log.append(Array.from({ length: 6 }, (_, index) => entry({ detail: { index } })));
		await client.execute("DROP TRIGGER audit_log_is_never_changed");
		await client.execute("DROP TRIGGER audit_log_is_never_cut");
		for (const column of ["actor", "action", "entity", "entity_id", "detail"]) {
			const before = (await client.execute(`SELECT ${column} AS was FROM audit_log WHERE position = 4`)).rows[0]?.was;
			await client.execute(`UPDATE audit_log SET ${column} = '{}' WHERE position = 4`);
			expect([column, await log.verify("demo")]).toEqual([column, { kind: "broken", position: 4, fault: "changed" }]);
			await client.execute({ sql: `UPDATE audit_log SET ${column} = ? WHERE position = 4`, args: [before ?? null] });
		}
		await client.execute("UPDATE audit_log SET at = at + 1 WHERE position = 2");
		expect(await log.verify("demo")).toEqual({ kind: "broken", position: 2, fault: "changed" });
		await client.execute("UPDATE audit_log SET at = at - 1 WHERE position = 2");
		expect(await log.verify("demo")).toMatchObject({ kind: "whole" });
		await client.execute("DELETE FROM audit_log WHERE position = 3");
		expect(await log.verify("demo")).toEqual({ kind: "broken", position: 3, fault: "missing" });
		await client.execute("UPDATE audit_log SET position = position - 1 WHERE position > 3");
		expect(await log.verify("demo")).toEqual({ kind: "broken", position: 3, fault: "changed" });
	});

	test("a change and its entry are written together or not at all", async () => {
		const { client, log } = await open();
		const give = "INSERT INTO desk_members VALUES ('demo', 'mo@example.org', 'viewer', 'x', 1)";
		await auditedBatch(client, [give, { audit: entry({ action: "member.given" }) }]);
		await expect(auditedBatch(client, [give, { audit: entry({ action: "again" }) }])).rejects.toThrow();
		expect((await log.list({ area: "demo", limit: 10 })).map(({ action }) => action)).toEqual(["member.given"]);
		const take = "DELETE FROM desk_members WHERE member = 'mo@example.org'";
		for (let times = 0; times < 2; times++)
			await auditedBatch(client, [take, { audit: entry({ action: "member.taken" }), ifChanged: true }]);
		expect((await log.list({ area: "demo", limit: 10 })).map(({ action }) => action)).toEqual([
			"member.taken",
			"member.given",
		]);
		expect(await log.verify("demo")).toMatchObject({ kind: "whole", entries: 2 });
	});

	test("many writers at once lose nothing and share no position", async () => {
		const { log } = await open();
		await Promise.all(Array.from({ length: 12 }, (_, index) => log.append([entry({ detail: { index } })])));
		expect(await log.verify("demo")).toMatchObject({ kind: "whole", entries: 12 });
		const seen = (await log.list({ area: "demo", limit: 20 })).map(({ detail }) => detail["index"]);
		expect(new Set(seen).size).toBe(12);
	});
});
