import { afterEach, describe, expect, test } from "vitest";
import { createAuditLog } from "#adapters/libsql/audit-log.ts";
import { createDeskMembers } from "#adapters/libsql/desk-members.ts";
import { createDeskSessions } from "#adapters/libsql/desk-sessions.ts";
import { createSingleUseLinks } from "#adapters/libsql/single-use-links.ts";
import type { DeskSession } from "#domain/desk/desk-session.ts";
import { databaseKinds, migratedDatabase, type TestDatabase } from "#tests/support/database.ts";

const START = new Date("2026-11-24T10:00:00Z");
const later = (minutes: number) => new Date(START.getTime() + minutes * 60_000);

const session = (over: Partial<DeskSession> = {}): DeskSession => ({
	hash: "a".repeat(64),
	member: "https://idp.example.org user-1",
	name: "Dana “D” Duty",
	email: "dana@example.org",
	by: "oidc",
	roles: { demo: ["duty_worker", "editor"] },
	createdAt: START,
	seenAt: START,
	expiresAt: later(480),
	...over,
});
const link = {
	hash: "h",
	purpose: "reconfirm",
	area: "demo",
	subject: "service-1",
	madeAt: START,
	expiresAt: later(60),
} as const;
const entry = (action: string) => ({
	area: "demo",
	at: START,
	actor: "Mo",
	action,
	entity: "member",
	entityId: "ed@example.org",
	detail: {},
});

let database: TestDatabase | undefined;
afterEach(async () => {
	await database?.close();
	database = undefined;
});

describe.each(databaseKinds)("on an %s", (kind) => {
	const open = async () => {
		database = await migratedDatabase(kind);
		return database.client;
	};

	test("a session is kept as it was opened, until it is ended", async () => {
		const sessions = createDeskSessions(await open());
		await sessions.open(session());
		expect(await sessions.find(session().hash)).toEqual(session());
		await sessions.seen(session().hash, later(5));
		await sessions.seen(session().hash, later(1));
		expect((await sessions.find(session().hash))?.seenAt).toEqual(later(5));
		await sessions.revoke(session().hash, later(6));
		expect(await sessions.find(session().hash)).toBeNull();
		expect(await sessions.list(later(6))).toEqual([]);
	});

	test("all sessions of a person end by their own name or by their address, and nobody else's", async () => {
		const sessions = createDeskSessions(await open());
		const other = session({ hash: "c".repeat(64), member: "https://idp.example.org user-2", email: null });
		for (const one of [session(), session({ hash: "b".repeat(64) }), other]) await sessions.open(one);
		expect(await sessions.revokeAll("dana@example.org", later(1))).toBe(2);
		expect(await sessions.revokeAll("dana@example.org", later(1))).toBe(0);
		expect((await sessions.list(later(1))).map(({ hash }) => hash)).toEqual([other.hash]);
		expect(await sessions.revokeAll(other.member, later(1))).toBe(1);
	});

	test("a row that is not a session's lets nobody in", async () => {
		const client = await open();
		const sessions = createDeskSessions(client);
		await sessions.open(session());
		await client.execute(`UPDATE desk_sessions SET roles = '{"demo":["root"]}'`);
		expect(await sessions.find(session().hash)).toBeNull();
	});

	test("a role is given once and taken once, with one entry for each", async () => {
		const client = await open();
		const members = createDeskMembers(client);
		const member = { member: "ed@example.org", role: "editor", givenBy: "Mo", givenAt: START } as const;
		const given = [
			await members.give("demo", member, entry("given")),
			await members.give("demo", member, entry("given")),
		];
		expect(given).toEqual([true, false]);
		expect(await members.list("demo")).toEqual([member]);
		expect(await members.rolesOf(["someone@example.org", "ed@example.org"])).toEqual({ demo: ["editor"] });
		expect(await members.rolesOf(["ED@example.org"])).toEqual({});
		const taken = [
			await members.take("demo", "ed@example.org", "editor", entry("taken")),
			await members.take("demo", "ed@example.org", "editor", entry("taken")),
		];
		expect(taken).toEqual([true, false]);
		const log = await createAuditLog(client).list({ area: "demo", limit: 9 });
		expect(log.map(({ action }) => action)).toEqual(["taken", "given"]);
	});

	test("a role that no code knows, or that does not fit its area, gives nothing", async () => {
		const client = await open();
		await client.execute(
			"INSERT INTO desk_members VALUES ('demo', 'x', 'root', 'x', 1), ('*', 'x', 'manager', 'x', 1), ('demo', 'x', 'platform', 'x', 1)",
		);
		expect(await createDeskMembers(client).rolesOf(["x"])).toEqual({});
	});

	test("a link is used once, by one of several at once, for its purpose and in its time", async () => {
		const links = createSingleUseLinks(await open());
		expect([await links.make(link), await links.make(link)]).toEqual([true, false]);
		expect(await links.use("h", "demonstration", START)).toBeNull();
		expect(await links.use("h", "reconfirm", later(60))).toBeNull();
		expect(await links.look("h", "reconfirm", later(59))).toEqual(link);
		const used = await Promise.all([1, 2, 3].map(() => links.use("h", "reconfirm", later(1))));
		expect(used.filter((one) => one !== null)).toEqual([link]);
		expect(await links.look("h", "reconfirm", later(1))).toBeNull();
	});

	test("links of a subject are withdrawn together", async () => {
		const links = createSingleUseLinks(await open());
		for (const hash of ["1", "2"]) await links.make({ ...link, hash });
		await links.make({ ...link, hash: "3", subject: "service-2" });
		expect(await links.withdraw("demo", "reconfirm", "service-1", START)).toBe(2);
		expect(await links.use("1", "reconfirm", START)).toBeNull();
		expect(await links.use("3", "reconfirm", START)).not.toBeNull();
	});
});
