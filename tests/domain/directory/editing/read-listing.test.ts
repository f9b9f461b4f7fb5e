import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { listingChanges } from "#domain/directory/editing/listing-changes.ts";
import {
	type ListingFields,
	type ListingGround,
	listingFields,
	YES,
} from "#domain/directory/editing/listing-fields.ts";
import { readListing } from "#domain/directory/editing/read-listing.ts";
import { Service } from "#domain/directory/service.ts";

const ground: ListingGround = {
	free: "Free",
	note: { write: "open on bank holidays", means: (text) => text.includes("bank holidays") },
	needs: [
		{ id: "parenting", name: "Parenting help", family_hubs_terms: ["Parenting support"] },
		{ id: "housing", name: "Housing", family_hubs_terms: ["Housing advice"] },
	],
	organizations: [{ id: "org-2", name: "Otter Trust", description: "A charity" }],
};
const services = Service.array().parse(JSON.parse(readFileSync("content/areas/demo/services.json", "utf8")));
const hub = someService();
function someService(): Service {
	const found = services.find(({ name }) => name === "Kingfisher Family Hub");
	if (!found) throw new Error("the demonstration has lost its hub");
	return found;
}

function saved(before: Service, change: ListingFields): Service {
	const read = readListing({ ...listingFields(before, ground), ...change }, before, ground);
	if (read.kind === "invalid") throw new Error(JSON.stringify(read.problems));
	return read.service;
}

function problems(change: ListingFields): readonly string[] {
	const read = readListing({ ...listingFields(hub, ground), ...change }, hub, ground);
	return read.kind === "invalid" ? read.problems.map(({ field, problem }) => `${field} ${problem}`) : [];
}

test("a form saved as it was opened changes nothing, whatever the listing", () => {
	expect(services.length).toBeGreaterThan(50);
	for (const service of services) expect(saved(service, {})).toEqual(service);
});

test("a form that holds one field changes that field alone", () => {
	fc.assert(
		fc.property(
			fc.constantFrom(...services),
			fc.constantFrom("wait_time", "alert", "fees_description"),
			(service, field) => {
				const read = readListing({ [field]: "Six weeks" }, service, ground);
				expect(read).toEqual({ kind: "read", service: { ...service, [field]: "Six weeks" } });
			},
		),
	);
});

describe("what an editor writes is what the record says", () => {
	test("lunch is a gap in the day, as two rules", () => {
		const { schedules } = saved(hub, { hours_MO: "9am to 12pm, 1pm to 5pm", hours_SA: "" });
		expect(schedules?.map(({ byday, opens_at, closes_at }) => [byday, opens_at, closes_at])).toEqual([
			["MO", "09:00", "12:00"],
			["MO", "13:00", "17:00"],
			["TU,WE,TH,FR", "09:00", "17:00"],
		]);
	});

	test("dates on which it is shut are kept with every line", () => {
		const { schedules } = saved(hub, { closed_on: "24 December 2026\n2026-12-31" });
		for (const line of schedules ?? []) expect(line.exceptions).toEqual(["2026-12-24", "2026-12-31"]);
	});

	test("an emptied field is gone, not an empty text", () => {
		expect(saved(hub, { url: "", minimum_age: "" })).not.toHaveProperty("url");
		expect(saved(hub, { minimum_age: "" })).not.toHaveProperty("minimum_age");
	});

	test("a need that is ticked adds its term, one unticked takes its terms away, and others stay", () => {
		const terms = saved(hub, { need_parenting: "", need_housing: YES }).attributes?.map(
			(each) => each.taxonomy_term.name,
		);
		expect(terms).toContain("Housing");
		expect(terms).toContain("Health visiting");
		expect(terms).not.toContain("Parenting support");
	});

	test("a place becomes secret with one tick, and a moved one loses its old point", () => {
		const [masked] = saved(hub, { place_0_masked: YES }).service_at_locations ?? [];
		expect(masked?.location.masked).toBe(true);
		const [moved] = saved(hub, { place_0_postal_code: "zz21aa" }).service_at_locations ?? [];
		expect(moved?.location.addresses?.[0]?.postal_code).toBe("ZZ2 1AA");
		expect(moved?.location.latitude).toBeUndefined();
	});

	test("a place is added under the last one, and taken out with a tick", () => {
		const added = saved(hub, {
			place_1_address_1: "1 Otter Lane",
			place_1_city: "Harrowmere",
			place_1_postal_code: "ZZ1 2AB",
		});
		expect(added.service_at_locations).toHaveLength(2);
		expect(saved(hub, { place_0_remove: YES })).not.toHaveProperty("service_at_locations");
	});

	test("a number keeps its id while it stands as it stood", () => {
		const { phones } = saved(hub, { phones: "01632 960301\n07700 900123 (text only)" });
		expect(phones?.[0]?.id).toBe(hub.phones?.[0]?.id);
		expect(phones?.[1]).toMatchObject({ number: "07700 900123", description: "text only" });
	});

	test("an organisation that is there is joined, a new one is made", () => {
		expect(saved(hub, { organization: "otter trust" }).organization.id).toBe("org-2");
		expect(saved(hub, { organization: "Mole Club" }).organization.name).toBe("Mole Club");
	});
});

describe("what cannot be taken is named by field", () => {
	test.each<[ListingFields, string]>([
		[{ name: " " }, "name missing"],
		[{ description: "Call <b>now</b>" }, "description html"],
		[{ description: "<script>alert(1)</script>" }, "description html"],
		[{ url: "javascript:alert(1)" }, "url link"],
		[{ email: "nobody at all" }, "email email"],
		[{ phones: "ring the bell" }, "phones phone"],
		[{ minimum_age: "twelve" }, "minimum_age age"],
		[{ minimum_age: "12", maximum_age: "5" }, "maximum_age ages_crossed"],
		[{ hours_TU: "mornings" }, "hours_TU hours"],
		[{ closed_on: "some day" }, "closed_on date"],
		[{ place_0_postal_code: "nowhere" }, "place_0_postal_code postcode"],
		[{ place_1_name: "New", place_1_address_1: "1 Lane" }, "place_1_city address"],
		[{ name: "x".repeat(301) }, "name too_long"],
	])("%j", (change, problem) => expect(problems(change)).toEqual([problem]));
});

test("any text in any field is read or refused, and never becomes markup", () => {
	const names = Object.keys(listingFields(hub, ground));
	fc.assert(
		fc.property(fc.constantFrom(...names), fc.string({ unit: "grapheme", maxLength: 60 }), (field, text) => {
			const read = readListing({ ...listingFields(hub, ground), [field]: `${text}<img src=x>` }, hub, ground);
			if (read.kind === "read") expect(JSON.stringify(read.service)).not.toContain("<img");
		}),
	);
});

test("differences are told field by field", () => {
	const before = listingFields(hub, ground);
	expect(listingChanges(before, { ...before, wait_time: "Two weeks" })).toEqual([
		{ field: "wait_time", before: "", after: "Two weeks" },
	]);
	expect(listingChanges(before, before)).toEqual([]);
});
