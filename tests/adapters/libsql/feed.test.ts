import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createAreas } from "#adapters/libsql/areas.ts";
import { createDirectoryWriter } from "#adapters/libsql/directory-writer.ts";
import { createFeed } from "#adapters/libsql/feed.ts";
import type { ServiceQuery } from "#domain/directory/oruk-query.ts";
import type { Location, Service } from "#domain/directory/service.ts";
import { databaseKinds, migratedDatabase, type TestDatabase } from "#tests/support/database.ts";
import { aBatch, aLocation, aService, aTerm, placed, uuid } from "#tests/support/directory.ts";

const monday = new Date("2026-03-02T09:00:00.000Z");
const tuesday = new Date("2026-03-03T09:00:00.000Z");
const first: ServiceQuery = { page: 1, perPage: 50 };

describe.each(databaseKinds)("the feed on an %s", (kind) => {
	let database: TestDatabase;
	let areaCount = 0;
	beforeAll(async () => {
		database = await migratedDatabase(kind);
	});
	afterAll(() => database.close());

	async function areaWith(services: readonly Service[]) {
		const area = `area-${++areaCount}`;
		await createAreas(database.client).save({ slug: area, name: area, demonstration: true });
		const writer = createDirectoryWriter(database.client);
		await writer.applyImport(area, "feed", aBatch(services), monday);
		const feed = createFeed(database.client);
		return {
			area,
			feed,
			take: (list: readonly Service[], at: Date) => writer.applyImport(area, "feed", aBatch(list), at),
			names: async (query: Partial<ServiceQuery>) =>
				(await feed.services(area, { ...first, ...query })).items.map((service) => service.name),
			placeNames: async (query: Partial<ServiceQuery>) =>
				(await feed.serviceAtLocations(area, { ...first, ...query })).items.map((place) => place.location.name),
		};
	}

	test("lists by name, page by page, each record once", async () => {
		const services = Array.from({ length: 25 }, (_, n) => aService(n, { name: `Name ${n % 5}` }));
		const { feed, area } = await areaWith(services);
		const ids: string[] = [];
		for (const page of [1, 2, 3, 4]) {
			const found = await feed.services(area, { page, perPage: 8 });
			expect(found.totalItems).toBe(25);
			ids.push(...found.items.map((service) => service.id));
		}
		expect(new Set(ids).size).toBe(25);
		expect((await feed.services(area, { page: 9, perPage: 8 })).items).toEqual([]);
	});

	test("keeps areas apart", async () => {
		const { area, feed } = await areaWith([aService(1)]);
		const other = await areaWith([aService(1, { name: "Theirs" })]);
		expect((await feed.service(area, uuid(1)))?.name).toBe("Service 1");
		expect((await other.feed.service(other.area, uuid(1)))?.name).toBe("Theirs");
	});

	test("search wants every word, whole or begun, whatever the case, in name, organisation or description", async () => {
		const organization = { id: uuid(9), name: "Otter House", description: "A charity." };
		const { names } = await areaWith([
			aService(1, { name: "Breastfeeding café", description: "Drop in with your baby.", organization }),
			aService(2, { name: "Baby massage" }),
		]);
		expect(await names({ search: "BABY" })).toHaveLength(2);
		expect(await names({ search: "breast cafe" })).toEqual(["Breastfeeding café"]);
		expect(await names({ search: "otter babies" })).toEqual(["Breastfeeding café"]);
		expect(await names({ search: "baby rugby" })).toEqual([]);
	});

	test.each(['"', "'", "*", "a AND", "%", "(", "-", '""', "NEAR(", "\u0000", "name:x", "^a", "💥", "x".repeat(5000)])(
		"search=%j is read as words, never as a command",
		async (search) => {
			const { feed, area } = await areaWith([aService(1)]);
			await expect(feed.services(area, { ...first, search })).resolves.toMatchObject({ totalItems: 0 });
			await expect(feed.organizations(area, { ...first, search })).resolves.toBeDefined();
		},
	);

	test("a name that matches comes before a description that does", async () => {
		const { names } = await areaWith([
			aService(1, { name: "A club", description: "Also offers counselling." }),
			aService(2, { name: "Young people's counselling" }),
		]);
		expect(await names({ search: "counselling" })).toEqual(["Young people's counselling", "A club"]);
	});

	test("filters by term, by taxonomy and by organisation", async () => {
		const attribute = (n: number) => ({ id: uuid(50 + n), taxonomy_term: aTerm(n) });
		const other = { id: uuid(60), taxonomy_term: aTerm(3, { taxonomy_id: uuid(400_001), taxonomy: "Other" }) };
		const { names } = await areaWith([
			aService(1, { attributes: [attribute(1), attribute(2)] }),
			aService(2, { attributes: [attribute(2)], organization: { id: uuid(9), name: "Otter", description: "d" } }),
			aService(3, { attributes: [other] }),
			aService(4),
		]);
		expect(await names({ taxonomyTermId: aTerm(1).id })).toEqual(["Service 1"]);
		expect(await names({ taxonomyId: uuid(400_000) })).toEqual(["Service 1", "Service 2"]);
		expect(await names({ taxonomyId: uuid(400_000), organizationId: uuid(9) })).toEqual(["Service 2"]);
		expect(await names({ taxonomyTermId: uuid(1) })).toEqual([]);
	});

	test("modified_after is on or after the instant, to the millisecond and whatever the offset", async () => {
		const { names } = await areaWith([
			aService(1, { last_modified: "2026-01-05T10:00:00.250+01:00" }),
			aService(2, { last_modified: "2026-01-05T09:00:00.251Z" }),
		]);
		expect(await names({ modifiedAfter: new Date("2026-01-05T09:00:00.250Z") })).toEqual(["Service 1", "Service 2"]);
		expect(await names({ modifiedAfter: new Date("2026-01-05T09:00:00.251Z") })).toEqual(["Service 2"]);
	});

	test("ages: the service's own bounds, and 'my child is 6'", async () => {
		const { names } = await areaWith([
			aService(1, { minimum_age: 0, maximum_age: 5 }),
			aService(2, { minimum_age: 6, maximum_age: 11 }),
			aService(3, { minimum_age: 11 }),
			aService(4),
		]);
		expect(await names({ minimumAge: 6 })).toEqual(["Service 2", "Service 3"]);
		expect(await names({ maximumAge: 11 })).toEqual(["Service 1", "Service 2"]);
		expect(await names({ age: 11 })).toEqual(["Service 2", "Service 3", "Service 4"]);
		expect(await names({ age: 5 })).toEqual(["Service 1", "Service 4"]);
	});

	test("day and times are asked of one and the same timetable line, of the service or of a location", async () => {
		const line = (n: number, byday: string, opens_at: string, closes_at: string) => ({
			id: uuid(n),
			byday,
			opens_at,
			closes_at,
		});
		const here = { id: uuid(70), location: aLocation(1), schedules: [line(3, "FR", "18:00", "20:00")] };
		const { names, placeNames } = await areaWith([
			aService(1, { schedules: [line(1, "MO,WE", "09:00", "12:00"), line(2, "TU", "14:00", "16:00")] }),
			aService(2, { service_at_locations: [here, { id: uuid(71), location: aLocation(2) }] }),
		]);
		expect(await names({ day: "WE" })).toEqual(["Service 1"]);
		expect(await names({ day: "MO", startTime: "13:00" })).toEqual([]);
		expect(await names({ startTime: "14:00", endTime: "16:00" })).toEqual(["Service 1"]);
		expect(await names({ day: "FR" })).toEqual(["Service 2"]);
		expect(await placeNames({ day: "FR" })).toEqual(["Centre 1"]);
	});

	test("near finds what lies inside the circle, nearest first, and never a secret place", async () => {
		// One hundredth of a degree of latitude is about 1.1 km.
		const at = (n: number, latitude: number, more: Partial<Location> = {}) =>
			aLocation(n, { latitude, longitude: -0.3, ...more });
		const { names, placeNames } = await areaWith([
			placed(aService(1), at(1, 51.52)),
			placed(aService(2), at(2, 51.501), at(3, 51.6)),
			placed(aService(3), at(4, 51.5, { masked: true })),
			aService(4),
		]);
		const near = { latitude: 51.5, longitude: -0.3, metres: 3000 };
		expect(await names({ near })).toEqual(["Service 2", "Service 1"]);
		expect(await placeNames({ near })).toEqual(["Centre 2", "Centre 1"]);
		expect(await placeNames({ near: { ...near, metres: 1000 } })).toEqual(["Centre 2"]);
		expect(await placeNames({ near: { ...near, metres: Number.POSITIVE_INFINITY } })).toEqual([
			"Centre 2",
			"Centre 1",
			"Centre 3",
		]);
	});

	test("an unflagged entry with a secret place's address is not found by where it is either", async () => {
		const secret = aLocation(1, { masked: true });
		const twin = aLocation(2, { addresses: secret.addresses });
		const { names, feed, area } = await areaWith([placed(aService(1), secret, twin)]);
		expect(await names({ near: { latitude: 51.5, longitude: -0.3, metres: 5000 } })).toEqual([]);
		expect(await feed.point(area, "ZZ1 1AA")).toBeNull();
	});

	test("a secret place is in the feed as a town only, alone and within its service", async () => {
		const { feed, area } = await areaWith([placed(aService(1), aLocation(1, { masked: true }))]);
		const town = { id: aLocation(1).id, location_type: "physical", masked: true, name: "Zedton, ZZ1" };
		const service = await feed.service(area, uuid(1));
		expect(service?.service_at_locations?.[0]?.location).toEqual(town);
		const [listed] = (await feed.serviceAtLocations(area, first)).items;
		expect(listed).toMatchObject({ service_id: uuid(1), location: town });
		expect(await feed.serviceAtLocation(area, listed?.id ?? "")).toEqual(listed);
	});

	test("archived records, and organisations with nothing else, are nowhere", async () => {
		const { feed, area, names } = await areaWith([placed(aService(1, { internal: { archived: true } }), aLocation(1))]);
		expect(await names({})).toEqual([]);
		expect(await feed.service(area, uuid(1))).toBeNull();
		expect((await feed.serviceAtLocations(area, first)).totalItems).toBe(0);
		expect((await feed.organizations(area, first)).totalItems).toBe(0);
	});

	test("a deleted record is told to those who ask what has changed since, and to nobody else", async () => {
		const services = Array.from({ length: 10 }, (_, n) => aService(n));
		const { feed, area, take, names } = await areaWith(services);
		await take(services.slice(1), monday);
		await take(services.slice(1), tuesday);
		expect(await names({})).toHaveLength(9);
		const since = { ...first, modifiedAfter: tuesday, deletedAfter: tuesday };
		expect((await feed.services(area, since)).items).toEqual([
			{
				id: uuid(0),
				name: "Service 0",
				status: "defunct",
				last_modified: tuesday.toISOString(),
				organization: aService(0).organization,
			},
		]);
		expect((await feed.changes(area, since)).items).toEqual([{ id: uuid(0), last_modified: tuesday.toISOString() }]);
		expect((await feed.service(area, uuid(0)))?.status).toBe("defunct");
		expect(await names({ deletedAfter: new Date(tuesday.getTime() + 1) })).toHaveLength(9);
	});

	test("reads every record once, in the order of the list, however many there are", async () => {
		const { feed, area } = await areaWith(Array.from({ length: 450 }, (_, n) => aService(n)));
		const all: string[] = [];
		for await (const service of feed.everyService(area, first)) all.push(service.id);
		const listed = (await feed.services(area, { page: 1, perPage: 450 })).items.map((service) => service.id);
		expect(all).toEqual(listed);
	});

	test("terms: of a taxonomy, at the top (a parent that is not there does not count), beneath a parent", async () => {
		const terms = [
			aTerm(1),
			aTerm(2, { parent_id: aTerm(1).id }),
			aTerm(3, { taxonomy_id: uuid(400_001), taxonomy: "Other", parent_id: uuid(7) }),
		];
		const { feed, area } = await areaWith([
			aService(1, { attributes: terms.map((taxonomy_term, n) => ({ id: uuid(50 + n), taxonomy_term })) }),
		]);
		const names = async (query: object) =>
			(await feed.taxonomyTerms(area, { ...first, ...query })).items.map((term) => term.name);
		expect(await names({})).toEqual(["Term 1", "Term 2", "Term 3"]);
		expect(await names({ topOnly: true })).toEqual(["Term 1", "Term 3"]);
		expect(await names({ parentId: aTerm(1).id })).toEqual(["Term 2"]);
		expect(await names({ taxonomyId: uuid(400_001) })).toEqual(["Term 3"]);
		expect(await names({ search: "term 2" })).toEqual(["Term 2"]);
		expect(await feed.taxonomyTerm(area, aTerm(2).id)).toEqual(terms[1]);
		expect((await feed.taxonomies(area, first)).items.map((taxonomy) => taxonomy.name)).toEqual(["Needs", "Other"]);
		expect((await feed.taxonomy(area, uuid(400_001)))?.name).toBe("Other");
		expect(await feed.taxonomy(area, uuid(1))).toBeNull();
	});

	test("a postcode lies where the area's own locations say, or else in the middle of its outcode", async () => {
		const { feed, area } = await areaWith([
			placed(aService(1), aLocation(1, { latitude: 51, longitude: 0 })),
			placed(aService(2), aLocation(2, { latitude: 52, longitude: 1 })),
		]);
		expect(await feed.point(area, "zz11aa")).toEqual({ latitude: 51.5, longitude: 0.5, precision: "postcode" });
		expect(await feed.point(area, "ZZ1 9XX")).toEqual({ latitude: 51.5, longitude: 0.5, precision: "outcode" });
		expect(await feed.point(area, "ZZ99 9ZZ")).toBeNull();
		expect(await feed.point(area, "not a postcode")).toBeNull();
	});

	test("tells its version, and that an area is not there", async () => {
		const { feed, area } = await areaWith([aService(1)]);
		expect(await feed.version(area)).toEqual({ version: 1, changedAt: monday });
		expect(await feed.version("nowhere")).toBeNull();
	});
});
