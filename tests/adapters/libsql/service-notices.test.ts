import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createAreas } from "#adapters/libsql/areas.ts";
import { createFeed } from "#adapters/libsql/feed.ts";
import { createServiceNotices } from "#adapters/libsql/service-notices.ts";
import type { ServiceNotice } from "#domain/directory/notices.ts";
import { databaseKinds, migratedDatabase, type TestDatabase } from "#tests/support/database.ts";
import { uuid } from "#tests/support/directory.ts";

const sentAt = new Date("2026-03-02T09:00:00.000Z");
const notice: ServiceNotice = { service: uuid(1), kind: "hiding", assured: "2025-04-01", sentAt, state: "sent" };

describe.each(databaseKinds)("notices on an %s", (kind) => {
	let database: TestDatabase;
	beforeAll(async () => {
		database = await migratedDatabase(kind);
	});
	afterAll(() => database.close());

	test("a notice stands once, with what came of it, and has the area published again", async () => {
		await createAreas(database.client).save({ slug: "here", name: "Here", demonstration: true });
		const notices = createServiceNotices(database.client);
		await notices.record("here", notice);
		await notices.record("here", { ...notice, kind: "due", sentAt: new Date("2025-07-01T09:00:00.000Z") });
		expect(await createFeed(database.client).version("here")).toMatchObject({ changedAt: sentAt });
		await notices.record("here", { ...notice, state: "confirmed" });
		expect(await notices.list("here", uuid(1))).toEqual([
			{ ...notice, state: "confirmed" },
			{ ...notice, kind: "due", sentAt: new Date("2025-07-01T09:00:00.000Z") },
		]);
		expect(await notices.list("here", uuid(2))).toEqual([]);
	});
});
