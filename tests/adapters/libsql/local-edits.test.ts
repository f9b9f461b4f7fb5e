import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createAreas } from "#adapters/libsql/areas.ts";
import { createDirectoryWriter } from "#adapters/libsql/directory-writer.ts";
import { createFeed } from "#adapters/libsql/feed.ts";
import { createLocalEdits } from "#adapters/libsql/local-edits.ts";
import { createServiceHistory } from "#adapters/libsql/service-history.ts";
import type { Service } from "#domain/directory/service.ts";
import { databaseKinds, migratedDatabase, type TestDatabase } from "#tests/support/database.ts";
import { aBatch, aLocation, aService, aTerm, placed, uuid } from "#tests/support/directory.ts";

const monday = new Date("2026-03-02T09:00:00.000Z");
const tuesday = new Date("2026-03-03T09:00:00.000Z");
const wednesday = new Date("2026-03-04T09:00:00.000Z");
const edited = { by: "editor@example.org", at: tuesday, why: "edit" };

describe.each(databaseKinds)("local edits on an %s", (kind) => {
	let database: TestDatabase;
	let areaCount = 0;
	beforeAll(async () => {
		database = await migratedDatabase(kind);
	});
	afterAll(() => database.close());

	async function freshArea(...services: readonly Service[]) {
		const area = `area-${++areaCount}`;
		await createAreas(database.client).save({ slug: area, name: area, demonstration: true });
		const writer = createDirectoryWriter(database.client);
		const edits = createLocalEdits(database.client);
		const take = (given: readonly Service[], at: Date) => writer.applyImport(area, "feed", aBatch(given), at);
		await take(services, monday);
		return {
			area,
			edits,
			take,
			history: createServiceHistory(database.client, edits),
			feed: createFeed(database.client),
			shown: async () => (await writer.publishable(area))[0],
		};
	}

	test("wins over the feed field by field, run after run, and leaves the feed's own word beneath", async () => {
		const { area, edits, take, shown, feed } = await freshArea(
			aService(1, { description: "Ours", url: "https://a.example.org" }),
		);
		await edits.save(area, uuid(1), [{ field: "description", value: "Mended here" }], edited);
		expect(await shown()).toMatchObject({ description: "Mended here", last_modified: tuesday.toISOString() });
		expect(await feed.service(area, uuid(1))).toMatchObject({ description: "Mended here" });

		expect(await take([aService(1, { description: "Ours", url: "https://a.example.org" })], wednesday)).toMatchObject({
			unchanged: 1,
		});
		const news = aService(1, {
			description: "Theirs again",
			url: "https://b.example.org",
			last_modified: monday.toISOString(),
		});
		expect(await take([news], wednesday)).toMatchObject({ updated: 1 });
		expect(await shown()).toMatchObject({
			description: "Mended here",
			url: "https://b.example.org",
			last_modified: tuesday.toISOString(),
		});
		expect(await edits.list(area, uuid(1))).toMatchObject([
			{ field: "description", value: "Mended here", beneath: "Theirs again", editedBy: "editor@example.org" },
		]);

		await edits.withdraw(area, uuid(1), null, { ...edited, at: wednesday });
		expect(await shown()).toMatchObject({ description: "Theirs again", last_modified: wednesday.toISOString() });
		expect(await edits.list(area)).toEqual([]);
	});

	test("keeps a place secret that people here made secret, whatever its feed or another service says", async () => {
		const services = [placed(aService(1), aLocation(1)), placed(aService(2), aLocation(1))];
		const { area, edits, take, feed } = await freshArea(...services);
		const places = (await edits.read(area, uuid(1)))?.service.service_at_locations?.map((place) => ({
			...place,
			location: { ...place.location, masked: true },
		}));
		await edits.save(area, uuid(1), [{ field: "service_at_locations", value: places }], edited);
		const [first, second] = services;
		if (!first || !second) throw new Error("Two services were given.");
		await take(
			[
				{ ...first, name: "New name" },
				{ ...second, name: "Another" },
			],
			wednesday,
		);
		for (const id of [1, 2])
			expect(JSON.stringify(await feed.service(area, uuid(id)))).not.toMatch(/High Street|51\.5|ZZ1 1AA/);
	});

	test("empties a field, takes an internal one, and finds an edited name in the feed's own search", async () => {
		const { area, edits, shown, feed } = await freshArea(aService(1, { fees_description: "£5" }));
		const wanted = [
			{ field: "fees_description", value: null },
			{ field: "name", value: "Zebra club" },
			{ field: "internal.notes", value: "Ring first" },
		];
		expect(await edits.save(area, uuid(1), wanted, edited)).toMatchObject({ kind: "saved" });
		expect(await shown()).not.toHaveProperty("fees_description");
		const found = await feed.services(area, { page: 1, perPage: 10, search: "zebra" });
		expect(found.items).toHaveLength(1);
		expect(JSON.stringify(found.items)).not.toContain("Ring first");
		expect((await edits.read(area, uuid(1)))?.service.internal?.notes).toBe("Ring first");
	});

	test("takes a record out of the directory and tells those who follow the feed", async () => {
		const { area, edits, take, shown, feed } = await freshArea(aService(1));
		await edits.save(area, uuid(1), [{ field: "internal.archived", value: true }], edited);
		await take([aService(1, { name: "Renamed" })], wednesday);
		expect(await shown()).toBeUndefined();
		const news = await feed.services(area, { page: 1, perPage: 10, modifiedAfter: tuesday, deletedAfter: monday });
		expect(news.items).toMatchObject([{ id: uuid(1), status: "defunct" }]);
		await edits.withdraw(area, uuid(1), ["internal.archived"], edited);
		expect(await shown()).toMatchObject({ name: "Renamed", status: "active" });
	});

	test("says what is wrong with a value and changes nothing", async () => {
		const { area, edits, shown } = await freshArea(aService(1));
		const wrong = [
			{ field: "name", value: null },
			{ field: "url", value: "https://a.example.org" },
		];
		expect(await edits.save(area, uuid(1), wrong, edited)).toMatchObject({
			kind: "invalid",
			problems: [{ field: "name" }],
		});
		expect(await edits.save(area, uuid(1), [{ field: "id", value: "x" }], edited)).toMatchObject({ kind: "invalid" });
		expect(await edits.save(area, uuid(2), [], edited)).toEqual({ kind: "unknown" });
		expect(await shown()).not.toHaveProperty("url");
		expect(await edits.list(area)).toEqual([]);
	});

	test("leaves what a feed says of its terms alone", async () => {
		const term = aTerm(1, { parent_id: uuid(300_002) });
		const attributes = [{ id: uuid(5), taxonomy_term_id: term.id, taxonomy_term: term }];
		const { area, edits, feed } = await freshArea(aService(1, { attributes }));
		const before = await feed.taxonomyTerm(area, term.id);
		await edits.save(area, uuid(1), [{ field: "name", value: "Renamed" }], edited);
		expect(await feed.taxonomyTerm(area, term.id)).toEqual(before);
	});

	test("loses neither of two changes made at once", async () => {
		const { area, edits, history, shown } = await freshArea(aService(1));
		await Promise.all([
			edits.save(area, uuid(1), [{ field: "url", value: "https://a.example.org" }], edited),
			edits.save(area, uuid(1), [{ field: "email", value: "a@example.org" }], edited),
		]);
		expect(await shown()).toMatchObject({ url: "https://a.example.org", email: "a@example.org" });
		expect(await history.list(area, uuid(1))).toHaveLength(3);
	});

	test("keeps each state of a service and brings an earlier one back for good", async () => {
		const { area, edits, history, take, shown } = await freshArea(
			aService(1, { description: "First" }),
			aService(2),
			...more,
		);
		await take([aService(1, { description: "Second" }), aService(2), ...more], tuesday);
		await edits.save(area, uuid(1), [{ field: "description", value: "Third" }], edited);
		const versions = await history.list(area, uuid(1));
		expect(versions.map(({ version, why, by }) => [version, why, by])).toEqual([
			[3, "edit", "editor@example.org"],
			[2, "import", "feed"],
			[1, "import", "feed"],
		]);
		await history.restore(area, uuid(1), 1, { by: "manager@example.org", at: wednesday });
		await take([aService(1, { description: "Fourth" }), aService(2), ...more], wednesday);
		expect(await shown()).toMatchObject({ description: "First" });
		expect((await history.list(area, uuid(1)))[0]).toMatchObject({ by: "feed", version: 5 });
		expect(await history.list(area, uuid(2))).toHaveLength(1);
	});

	test("brings a deleted service back as the area's own", async () => {
		const { area, edits, history, take, shown } = await freshArea(aService(1), ...more);
		for (const day of [tuesday, wednesday]) await take(more, day);
		const versions = await history.list(area, uuid(1));
		expect(versions.map(({ deleted }) => deleted)).toEqual([true, false]);
		await history.restore(area, uuid(1), 1, { by: "editor@example.org", at: wednesday });
		await take(more, wednesday);
		expect(await shown()).toMatchObject({ id: uuid(1) });
		expect(await edits.read(area, uuid(1))).toMatchObject({ source: null });
	});

	test("adds a record of the area's own once", async () => {
		const { area, edits, shown } = await freshArea(aService(1));
		expect(await edits.create(area, aService(0), edited)).toBe(true);
		expect(await edits.create(area, aService(0, { name: "Again" }), edited)).toBe(false);
		expect(await shown()).toMatchObject({ name: "Service 0" });
	});
});

/** Enough services for one to be a small share of. */
const more = Array.from({ length: 9 }, (_, n) => aService(n + 10));
