import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createAreas } from "#adapters/libsql/areas.ts";
import { createDirectoryWriter } from "#adapters/libsql/directory-writer.ts";
import type { Service } from "#domain/directory/service.ts";
import { anyService } from "#tests/support/any-service.ts";
import { databaseKinds, migratedDatabase, type TestDatabase } from "#tests/support/database.ts";
import { aBatch, aLocation, aService, aTerm, placed, uuid } from "#tests/support/directory.ts";

const monday = new Date("2026-03-02T09:00:00.000Z");
const tuesday = new Date("2026-03-03T09:00:00.000Z");

describe.each(databaseKinds)("the directory on an %s", (kind) => {
	let database: TestDatabase;
	let areaCount = 0;
	beforeAll(async () => {
		database = await migratedDatabase(kind);
	});
	afterAll(() => database.close());

	/** A fresh area, so that tests share a server and nothing else. */
	async function freshArea() {
		const area = `area-${++areaCount}`;
		await createAreas(database.client).save({ slug: area, name: area, demonstration: true });
		const writer = createDirectoryWriter(database.client);
		return {
			area,
			take: (services: readonly Service[], at = monday, source = "feed") =>
				writer.applyImport(area, source, aBatch(services), at),
			writer,
			all: () => writer.publishable(area),
			query: async (sql: string) =>
				(await database.client.execute({ sql, args: [area] })).rows.map((row) => ({ ...row })),
		};
	}

	test("gives every record back as it took it", async () => {
		const { take, all } = await freshArea();
		await fc.assert(
			fc.asyncProperty(
				fc.uniqueArray(anyService, { selector: (service) => service.id, maxLength: 3 }),
				async (services) => {
					// A link that shares its id with another is given an id of its own, so that feeds repeat none.
					const links = services.flatMap((service) => service.service_at_locations?.map((link) => link.id) ?? []);
					fc.pre(new Set(links).size === links.length);
					await take(services, monday);
					const found = new Map((await all()).map((service) => [service.id, service]));
					for (const service of services) {
						const terms = service.attributes?.map(({ taxonomy_term: { parent_id: _, ...term }, ...attribute }) => ({
							...attribute,
							taxonomy_term_id: term.id,
							taxonomy_term: term,
						}));
						const expected = { last_modified: monday.toISOString(), ...service, ...(terms && { attributes: terms }) };
						expect(found.get(service.id)).toEqual(expected);
					}
				},
			),
			{ numRuns: 40 },
		);
	}, 30_000);

	test("writes nothing the second time", async () => {
		const { take, area } = await freshArea();
		const services = [1, 2, 3].map((n) => placed(aService(n), aLocation(n)));
		expect(await take(services)).toEqual({ created: 3, updated: 0, unchanged: 0, missing: 0, deleted: 0, heldBack: 0 });
		const before = await contents(database, area);
		expect(await take(services, tuesday)).toEqual({
			created: 0,
			updated: 0,
			unchanged: 3,
			missing: 0,
			deleted: 0,
			heldBack: 0,
		});
		expect(await contents(database, area)).toEqual(before);
	});

	test("takes records whose keys come in another order for the same", async () => {
		const { take } = await freshArea();
		const service = placed(aService(1), aLocation(1));
		await take([service]);
		const turned = Object.fromEntries(Object.entries(service).reverse());
		expect(await take([{ ...service, ...turned }])).toMatchObject({ unchanged: 1 });
	});

	test("dates a change by the source, or else by the run that saw it", async () => {
		const { take, all } = await freshArea();
		const theirs = "2026-01-05T10:30:00.250+01:00";
		await take([aService(1, { last_modified: theirs }), aService(2)], monday);
		await take([aService(1, { last_modified: theirs }), aService(2, { name: "Another name" })], tuesday);
		const found = new Map((await all()).map((service) => [service.id, service.last_modified]));
		expect(found.get(uuid(1))).toBe("2026-01-05T09:30:00.250Z");
		expect(found.get(uuid(2))).toBe(tuesday.toISOString());
	});

	test("replaces all that hangs beneath a changed record", async () => {
		const { take, all, query } = await freshArea();
		const phones = [1, 2].map((n) => ({ id: uuid(n), number: `020 7946 000${n}` }));
		await take([{ ...placed(aService(1), aLocation(1), aLocation(2)), phones }]);
		await take([{ ...placed(aService(1), aLocation(2)), phones: phones.slice(1) }]);
		expect(await all()).toMatchObject([
			{ phones: [{ number: "020 7946 0002" }], service_at_locations: [{ location: { name: "Centre 2" } }] },
		]);
		expect(await query("SELECT name FROM locations WHERE area = ?")).toEqual([{ name: "Centre 2" }]);
	});

	test("lets a record go after the second run without it, and says so for those who follow the feed", async () => {
		const { take, all, query } = await freshArea();
		const services = Array.from({ length: 10 }, (_, n) => aService(n));
		await take(services);
		expect(await take(services.slice(1))).toMatchObject({ missing: 1, deleted: 0 });
		expect(await all()).toHaveLength(10);
		expect(await take(services.slice(1), tuesday)).toMatchObject({ missing: 1, deleted: 1 });
		expect(await all()).toHaveLength(9);
		expect(await query("SELECT id, deleted_at FROM tombstones WHERE area = ?")).toEqual([
			{ id: uuid(0), deleted_at: tuesday.getTime() },
		]);
	});

	test("does not count a record as missing twice when it was back in between", async () => {
		const { take } = await freshArea();
		const services = Array.from({ length: 10 }, (_, n) => aService(n));
		await take(services);
		await take(services.slice(1));
		await take(services);
		expect(await take(services.slice(1))).toMatchObject({ missing: 1, deleted: 0 });
	});

	test("never deletes more than a fifth of a feed, nor anything when the feed is empty", async () => {
		const { take, all } = await freshArea();
		const services = Array.from({ length: 10 }, (_, n) => aService(n));
		await take(services);
		for (let run = 0; run < 3; run++) expect(await take(services.slice(3))).toMatchObject({ missing: 3, deleted: 0 });
		for (let run = 0; run < 3; run++) expect(await take([])).toMatchObject({ missing: 10, deleted: 0 });
		expect(await all()).toHaveLength(10);
	});

	test("counts as missing only what came from the same feed", async () => {
		const { take } = await freshArea();
		await take([aService(1)], monday, "one");
		expect(await take([aService(2)], monday, "two")).toMatchObject({ created: 1, missing: 0 });
	});

	test("brings a deleted record back without its tombstone", async () => {
		const { take, query } = await freshArea();
		const services = Array.from({ length: 10 }, (_, n) => aService(n));
		await take(services);
		await take(services.slice(1));
		await take(services.slice(1));
		expect(await take(services)).toMatchObject({ created: 1 });
		expect(await query("SELECT id FROM tombstones WHERE area = ?")).toEqual([]);
	});

	test("leaves the directory as it was when a record cannot be written", async () => {
		const { take, all, query } = await freshArea();
		await take([aService(1)]);
		const broken = { ...aService(3), name: JSON.parse("null") };
		await expect(take([aService(1, { name: "Changed" }), aService(2), broken])).rejects.toThrow(/NOT NULL/);
		expect((await all()).map((service) => service.name)).toEqual(["Service 1"]);
		expect(await query("SELECT run FROM import_pieces WHERE ? <> ''")).toEqual([]);
	});

	test("refuses a batch that holds a record twice", async () => {
		const { take, all } = await freshArea();
		await expect(take([aService(1), aService(1)])).rejects.toMatchObject({ code: "INVALID" });
		expect(await all()).toEqual([]);
	});

	test("refuses an area that does not exist", async () => {
		const { writer } = await freshArea();
		const attempt = writer.applyImport("nowhere", "feed", aBatch([aService(1)]), monday);
		await expect(attempt).rejects.toMatchObject({ code: "NOT_FOUND" });
	});

	test("keeps a place secret for all its services when one of them says so", async () => {
		const { take, all } = await freshArea();
		const open = placed(aService(1), aLocation(1));
		const secret = placed(aService(2), aLocation(1, { masked: true }));
		await take([open, secret]);
		await take([{ ...open, name: "Changed" }, secret]);
		expect((await all()).map((service) => service.service_at_locations?.[0]?.location.masked)).toEqual([true, true]);
	});

	test("does not bring a secret place to light because another feed names it openly", async () => {
		const { take, all } = await freshArea();
		await take([placed(aService(1), aLocation(1, { masked: true }))], monday, "one");
		await take([placed(aService(2), aLocation(1))], monday, "two");
		expect((await all()).map((service) => service.service_at_locations?.[0]?.location.masked)).toEqual([true, true]);
	});

	test("opens a place again when the only feed that names it does", async () => {
		const { take, all } = await freshArea();
		await take([placed(aService(1), aLocation(1, { masked: true }))]);
		await take([placed(aService(1), aLocation(1))]);
		expect((await all())[0]?.service_at_locations?.[0]?.location.masked).toBeUndefined();
	});

	test("fills in from one service what another leaves out of a shared location", async () => {
		const { take, all } = await freshArea();
		const bare = aLocation(1, { latitude: undefined, longitude: undefined });
		await take([placed(aService(1), bare), placed(aService(2), aLocation(1))]);
		await take([{ ...placed(aService(1), bare), name: "Changed" }, placed(aService(2), aLocation(1))]);
		expect((await all()).map((service) => service.service_at_locations?.[0]?.location.latitude)).toEqual([51.5, 51.5]);
	});

	test("gives links of their own to services that share one, the same on every run", async () => {
		const { take, all, query } = await freshArea();
		const link = { id: uuid(77), location: aLocation(1) };
		const services = [1, 2].map((n) => aService(n, { service_at_locations: [link] }));
		await take(services);
		const ids = (await all()).map((service) => service.service_at_locations?.[0]?.id);
		expect(new Set(ids).size).toBe(2);
		await take(services.map((service) => ({ ...service, alert: "Closed today" })));
		expect((await all()).map((service) => service.service_at_locations?.[0]?.id)).toEqual(ids);
		const runs = await query("SELECT counts ->> 'repairs' AS repairs FROM feed_runs WHERE area = ?");
		expect(runs).toEqual([{ repairs: 2 }, { repairs: 2 }]);
	});

	test("never returns what is archived or internal", async () => {
		const { take, all } = await freshArea();
		const internal = { assurer: "officer@example.org", notes: "do not publish" };
		await take([aService(1, { internal }), aService(2, { internal: { archived: true } })]);
		expect(await all()).toEqual([{ ...aService(1), last_modified: monday.toISOString() }]);
	});

	test("keeps the search index in step with records and their organisations", async () => {
		const { take, area } = await freshArea();
		const found = async (words: string) =>
			(
				await database.client.execute({
					sql: "SELECT s.name FROM service_search JOIN services s ON s.key = service_search.rowid WHERE service_search MATCH ? AND s.area = ?",
					args: [words, area],
				})
			).rows.map((row) => row.name);
		const organization = { id: uuid(5), name: "Otter House", description: "A charity." };
		await take([aService(1, { name: "Kettle club", organization }), aService(2)]);
		expect(await found("kettles")).toEqual(["Kettle club"]);
		expect(await found("otter")).toEqual(["Kettle club"]);
		await take([
			aService(1, { name: "Teapot club", organization: { ...organization, name: "Badger House" } }),
			aService(2),
		]);
		expect(await found("kettle")).toEqual([]);
		expect(await found("badger")).toEqual(["Teapot club"]);
	});

	test("moves the feed's version only when something has changed", async () => {
		const { take, query } = await freshArea();
		const version = async () => (await query("SELECT feed_version AS v FROM areas WHERE slug = ?"))[0]?.v;
		await take([aService(1)]);
		expect(await version()).toBe(1);
		await take([aService(1)], tuesday);
		expect(await version()).toBe(1);
		await take([aService(1, { name: "Changed" })], tuesday);
		expect(await version()).toBe(2);
	});

	test("takes in taxonomies that no service uses yet, and notices when only they change", async () => {
		const { writer, area, query } = await freshArea();
		const batch = (name: string) => aBatch([aService(1)], { taxonomyTerms: [aTerm(1, { name })] });
		await writer.applyImport(area, "feed", batch("Housing"), monday);
		await writer.applyImport(area, "feed", batch("Housing advice"), monday);
		expect(await query("SELECT name FROM taxonomy_terms WHERE area = ?")).toEqual([{ name: "Housing advice" }]);
		expect(await query("SELECT feed_version FROM areas WHERE slug = ?")).toEqual([{ feed_version: 2 }]);
	});

	test("writes down every run with what it mended and refused", async () => {
		const { writer, area, query } = await freshArea();
		const repair = { record: "1", field: "name", rule: "mojibake", before: "a", after: "b" };
		const reject = { record: "2", reason: "no name", row: "{}" };
		const batch = aBatch([aService(1)], { repairs: [repair], rejects: [reject], read: 2 });
		await writer.applyImport(area, "feed", batch, monday);
		const [run] = await query("SELECT ran_at, format, counts FROM feed_runs WHERE area = ?");
		expect(run).toMatchObject({ ran_at: monday.getTime(), format: "ndjson" });
		expect(JSON.parse(String(run?.counts))).toMatchObject({ read: 2, repairs: 1, rejects: 1, created: 1 });
		const notes = await query("SELECT kind, notes FROM feed_run_notes JOIN feed_runs ON key = run WHERE area = ?");
		expect(notes.map((note) => [note.kind, JSON.parse(String(note.notes))])).toEqual([
			["repairs", [repair]],
			["rejects", [reject]],
		]);
	});

	test("takes a large batch in one go", async () => {
		const { take, all } = await freshArea();
		const description = "A long description. ".repeat(100);
		const services = Array.from({ length: 3000 }, (_, n) => placed(aService(n, { description }), aLocation(n)));
		expect(await take(services)).toMatchObject({ created: 3000 });
		expect(await all()).toHaveLength(3000);
	}, 30_000);
});

/** Everything an area holds but the record of the runs. */
async function contents(database: TestDatabase, area: string) {
	const tables = ["services", "organizations", "locations", "addresses", "service_at_locations"];
	const results = await Promise.all(
		tables.map((table) =>
			database.client.execute({ sql: `SELECT * FROM ${table} WHERE area = ? ORDER BY 1, 2`, args: [area] }),
		),
	);
	return results.map((result) => result.rows.map((row) => ({ ...row })));
}
