import { expect, test } from "vitest";
import { isUuid } from "#domain/directory/import/stable-id.ts";
import { batchOf, ID, readOne } from "../reading.ts";

test("what is unset is left out and counted, and a field under another spelling is found", () => {
	const { service, rules } = readOne({ url: "", email: null, fees: "N/A", waitTime: "Two weeks" });
	expect(service).toMatchObject({ wait_time: "Two weeks" });
	expect(Object.keys(service)).not.toEqual(expect.arrayContaining(["url"]));
	expect("email" in service || "fees_description" in service).toBe(false);
	expect(rules).toEqual(expect.arrayContaining(["empty value left out", "field name mended"]));
});

test("a field that nobody reads is counted once, with an example", () => {
	const records = [1, 2, 3].map((n) => ({ id: `s${n}`, name: `Club ${n}`, status: "active", colour: `blue ${n}` }));
	const { repairs } = batchOf({ "services.json": records });
	expect(repairs.filter((repair) => repair.rule === "unknown field left out")).toEqual([
		{
			record: "Club 1 (s1)",
			field: "colour",
			rule: "unknown field left out",
			before: "blue 1",
			after: "3 times, this is the first",
		},
	]);
});

test("ages, dates and numbers that mean nothing are left out, those in text are read", () => {
	expect(readOne({ minimum_age: -1, maximum_age: -1 }).service).not.toHaveProperty("minimum_age");
	expect(readOne({ minimum_age: "5", maximum_age: "11" }).service).toMatchObject({ minimum_age: 5, maximum_age: 11 });
	expect(readOne({ eligibility_description: "Under 5s" }).service).toMatchObject({
		maximum_age: 4,
		eligibility_description: "Under 5s",
	});
	expect(readOne({ assured_date: "17/05/2026" }).service.assured_date).toBe("2026-05-17");
	expect(readOne({ last_modified: "2026-05-17T12:06:15.654" })).toMatchObject({
		service: { last_modified: "2026-05-17T12:06:15.654Z" },
		rules: ["time without an offset taken as UTC"],
	});
});

test.each([
	["Active", "active"],
	["temporarily_closed", "temporarily closed"],
	["deleted", "defunct"],
	["Something new", "inactive"],
	[undefined, "active"],
])("the status %s is %s", (status, expected) => {
	expect(readOne({ status }).service.status).toBe(expected);
});

test("phones nested in contacts get ids, placeholders vanish, words go beside the number", () => {
	const { service } = readOne({
		email: "Unknown-17@noemail.invalid",
		contacts: [{ phones: [{ number: "Youth line: 01632 960001" }, { number: "00000000000" }] }],
	});
	expect(service).not.toHaveProperty("email");
	expect(service.contacts?.[0]?.phones).toEqual([
		{ id: expect.any(String), number: "01632 960001", description: "Youth line" },
	]);
	expect(isUuid(service.contacts?.[0]?.phones?.[0]?.id ?? "")).toBe(true);
});

test("an id that is no UUID becomes one that stays the same, and the source's own is kept for staff", () => {
	const odd = "93657689-252d-5a77-de87-42ca43452b0e";
	const first = readOne({ id: odd }).service;
	expect(isUuid(first.id)).toBe(true);
	expect(readOne({ id: odd.toUpperCase() }).service.id).toBe(first.id);
	expect(first.internal?.external_ids).toEqual([odd]);
	expect(readOne({ id: 17 }).service.id).not.toBe(readOne({ id: 18 }).service.id);
	expect(readOne({ id: ID.toUpperCase() }).service).toMatchObject({ id: ID });
});

test("references follow the ids they point to", () => {
	const batch = batchOf({
		"services.json": [
			{ id: "1", name: "Club", status: "active", organization_id: "o-1", attributes: [{ taxonomy_term_id: "t-2" }] },
		],
		"organizations.json": [
			{ id: "o-1", name: "Harbour", description: "A charity", website: "https://harbour.example.org" },
		],
		"terms.json": [
			{ id: "t-1", name: "Family support", description: "x", taxonomy: "Needs" },
			{ id: "t-2", name: "Debt advice", parent_id: "t-1", taxonomy: "Needs" },
		],
	});
	const [service] = batch.services;
	const [parent, child] = batch.taxonomyTerms;
	expect(service?.organization).toMatchObject({ name: "Harbour", website: "https://harbour.example.org" });
	expect(child?.parent_id).toBe(parent?.id);
	expect(service?.attributes?.[0]).toMatchObject({
		taxonomy_term_id: child?.id,
		taxonomy_term: child,
		link_id: service?.id,
	});
	expect(batch.taxonomies.map((taxonomy) => taxonomy.id)).toEqual([child?.taxonomy_id]);
});

test("version 1's names are understood", () => {
	const { service } = readOne({
		eligibilitys: [
			{ eligibility: "Parents", minimum_age: 16, maximum_age: 0 },
			{ eligibility: "Babies", minimum_age: 0, maximum_age: 2 },
		],
		service_taxonomys: [{ id: "x", taxonomy: { id: "9", name: "Baby groups", vocabulary: "Service types" } }],
		regular_schedules: [{ id: "y", byday: "Monday", opens_at: "9am", closes_at: "11:00:00Z" }],
		holiday_schedules: [{ closed: "true", start_date: "2026-12-24", end_date: "2026-12-25" }],
		languages: [{ id: "z", language: "ur" }],
		service_areas: [{ id: "w", service_area: "Northtown", uri: "http://www.example.com" }],
		service_at_locations: [
			{
				id: "v",
				location: {
					id: "u",
					name: "Hall",
					latitude: "-1.2",
					longitude: "52.7",
					accessibility_for_disabilities: [{ id: "t", accessibility: "Ramp" }],
					physical_addresses: [
						{
							id: "s",
							address_1: "2 High Street",
							city: "Northtown",
							state_province: "",
							postal_code: "zz11aa",
							country: "",
						},
					],
				},
			},
		],
	});
	expect(service).toMatchObject({
		minimum_age: 0,
		eligibility_description: "Parents\nBabies",
		attributes: [{ taxonomy_term: { name: "Baby groups", taxonomy: "Service types" } }],
		schedules: [
			{ byday: "MO", freq: "WEEKLY", opens_at: "09:00", closes_at: "11:00", exceptions: ["2026-12-24", "2026-12-25"] },
		],
		languages: [{ name: "Urdu", code: "ur" }],
		service_areas: [{ name: "Northtown" }],
		service_at_locations: [
			{
				location: {
					name: "Hall",
					latitude: 52.7,
					longitude: -1.2,
					accessibility: [{ description: "Ramp" }],
					addresses: [
						{
							address_1: "2 High Street",
							city: "Northtown",
							state_province: "Northtown",
							postal_code: "ZZ1 1AA",
							country: "GB",
							address_type: "physical",
						},
					],
				},
			},
		],
	});
	expect(service).not.toHaveProperty("maximum_age");
	expect(service.service_areas?.[0]).not.toHaveProperty("uri");
});

test("Open Place's extensions become classifications and dates", () => {
	const { service } = readOne({
		pc_targetAudience: [
			{ id: "80425", audienceType: "Care leavers" },
			{ id: "7", audienceType: "Carers>Young carers" },
		],
		pc_metadata: { date_assured: "2025-09-02", assured_by: "assurer@example.org", date_modified: "2025-09-03" },
		attending_access: "Self referral",
	});
	expect(service.attributes?.map((each) => [each.taxonomy_term.taxonomy, each.taxonomy_term.name])).toEqual([
		["Target audience", "Care leavers"],
		["Target audience", "Young carers"],
		["How to get it", "Self referral"],
	]);
	expect(service).toMatchObject({
		assured_date: "2025-09-02",
		last_modified: "2025-09-03T00:00:00.000Z",
		internal: { assurer: "assurer@example.org" },
	});
});

test("Outpost's own feed is understood, its hidden places stay hidden", () => {
	const { service } = readOne({
		organisation: { id: 4, name: "Harbour" },
		organization: undefined,
		min_age: 5,
		max_age: 11,
		free: true,
		needs_referral: true,
		locations: [
			{
				id: 9,
				name: "House",
				address_1: null,
				city: "Northtown",
				postal_code: "ZZ1",
				mask_exact_address: true,
				geometry: { type: "Point", coordinates: [-1.2, 52.7] },
				accessibilities: [{ name: "Ramp" }],
			},
		],
		contacts: [{ id: 3, name: "Office", phone: "01632 960001", email: "office@harbour.example.org" }],
		regular_schedules: [{ id: 2, weekday: "Friday", opens_at: "10:00", closes_at: "12:00" }],
		taxonomies: [{ id: 8, name: "Clubs", slug: "clubs", parent_id: null }],
		send_needs: [{ id: 1, name: "Autism" }],
		links: [{ label: "Facebook", url: "https://social.example.org/harbour" }],
	});
	expect(service).toMatchObject({
		description: "Facebook: https://social.example.org/harbour",
		organization: { name: "Harbour" },
		minimum_age: 5,
		maximum_age: 11,
		cost_options: [{ option: "Free", amount: 0 }],
		contacts: [{ name: "Office", phones: [{ number: "01632 960001" }] }],
		schedules: [{ byday: "FR" }],
		service_at_locations: [{ location: { masked: true, latitude: 52.7, longitude: -1.2 } }],
	});
	expect(service.attributes?.map((each) => each.taxonomy_term.name)).toEqual(["Clubs", "Autism"]);
});

test("an organisation's contact serves a service that has none, and only then", () => {
	const organization = { id: "o", name: "Harbour", description: "x", phones: [{ number: "01632 960002" }] };
	expect(readOne({ organization }).service.phones?.map((phone) => phone.number)).toEqual(["01632 960002"]);
	const own = readOne({ organization, phones: [{ number: "01632 960003" }] });
	expect(own.service.phones?.map((phone) => phone.number)).toEqual(["01632 960003"]);
	expect(own.rules).toContain("organisation's contact left out, the service has its own");
});

test("an address without a postcode is kept as words, never as half an address", () => {
	const { service } = readOne({
		service_at_locations: [{ location: { id: "l", addresses: [{ address_1: "2 High Street", city: "Northtown" }] } }],
	});
	const location = service.service_at_locations?.[0]?.location;
	expect(location).toMatchObject({ description: "2 High Street, Northtown" });
	expect(location).not.toHaveProperty("addresses");
});

test.each([
	[
		{ address_1: "2 High Street, Northtown", postal_code: "ZZ1 1AA" },
		{ address_1: "2 High Street", city: "Northtown", state_province: "Northtown" },
	],
	[
		{ address_1: "2 High Street", city: "Northtown", postal_code: "LE11 1AA" },
		{ address_1: "2 High Street", city: "Northtown", state_province: "England" },
	],
	[
		{ address_1: "2 High Street", postal_code: "ZZ1 1AA" },
		{ address_1: "2 High Street", city: "ZZ1" },
	],
	[
		{ city: "Northtown", region: "Midshire", postal_code: "ZZ1 1AA" },
		{ address_1: "Hall", city: "Northtown", state_province: "Midshire" },
	],
])("the address %j is filled from what is known", (given, filled) => {
	const { service } = readOne({ service_at_locations: [{ location: { id: "l", name: "Hall", addresses: [given] } }] });
	expect(service.service_at_locations?.[0]?.location.addresses).toMatchObject([filled]);
});

test("contacts that must not be shown are a note for staff", () => {
	const { service } = readOne({ contacts: [{ name: "Pat", email: "pat@harbour.example.org", visible: false }] });
	expect(service).not.toHaveProperty("contacts");
	expect(service.internal?.notes).toContain("pat@harbour.example.org");
});
