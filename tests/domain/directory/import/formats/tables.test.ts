import { expect, test } from "vitest";
import { addsUp, batchOf } from "../reading.ts";

const four = {
	"orgs.csv":
		"ID*,Name*,Description*,URL*,Email*,Phone*\no1,Harbour,A charity,https://harbour.example.org,test@example.com,00000000000\no2,Lonely,x,,,\n",
	"services.csv":
		"ID*,Organisation ID*,Name*,Status*,Intro*,Description*,Is Free*,Fees Text,Contact Name,Contact Phone,Contact Email,Referral Method*,Referral Email,Critera - Age Group,Criteria - Disability,Social Medias - Facebook,Testimonial\n" +
		's1,o1,Drop-in,active,"Come and play","**Come** and play, every day",Yes,,Pat,01632 960001,pat@harbour.example.org,Internal,ref@harbour.example.org,6 years - 14 years,Autism,https://social.example.org/h,Lovely\n' +
		"s2,o9,Club,active,For all,Games,No,,,01632 960002,club@harbour.example.org,None,,,,,\n",
	"places.csv":
		"ID*,Address Line 1*,Address Line 2,Address Line 3,City*,County*,Postcode*,Country*\nl1,Hall,2 High Street,Westside,Northtown,Midshire,zz11aa,United Kingdom\nl2,Unused,,,Northtown,Midshire,ZZ1 1AB,United Kingdom\n",
	"links.csv": "Service ID*,Location ID*\ns1,l1\ns1,l9\ns7,l1\n",
};

test("four related tables become services with their organisation, place, criteria and links", () => {
	const batch = batchOf(four);
	expect(batch.format).toBe("four-table-csv");
	expect(batch.services).toMatchObject([
		{
			name: "Drop-in",
			description: "Come and play, every day\n\nFacebook: https://social.example.org/h",
			organization: { name: "Harbour", website: "https://harbour.example.org" },
			minimum_age: 6,
			maximum_age: 14,
			eligibility_description: "Age group: 6 years - 14 years\nDisability: Autism",
			application_process: "Referral: Internal\nReferral email: ref@harbour.example.org",
			cost_options: [{ option: "Free", amount: 0 }],
			contacts: [{ name: "Pat", email: "pat@harbour.example.org", phones: [{ number: "01632 960001" }] }],
			service_at_locations: [
				{
					location: {
						addresses: [
							{
								address_1: "Hall",
								address_2: "2 High Street, Westside",
								city: "Northtown",
								state_province: "Midshire",
								postal_code: "ZZ1 1AA",
								country: "GB",
							},
						],
					},
				},
			],
		},
		{
			name: "Club",
			description: "For all\n\nGames",
			email: "club@harbour.example.org",
			phones: [{ number: "01632 960002" }],
			fees_description: "There is a charge.",
			organization: { name: "Club" },
		},
	]);
	expect(batch.services[0]?.organization).not.toHaveProperty("email");
});

test("of four tables every row is accounted for, and those that nothing points to are rejected", () => {
	const batch = batchOf(four);
	expect(batch).toMatchObject({ read: 9, folded: 3 });
	expect(addsUp(batch)).toBe(true);
	expect(batch.rejects.map((reject) => [reject.record, reject.row.slice(0, 5)])).toEqual([
		["links.csv, line 3", "s1,l9"],
		["links.csv, line 4", "s7,l1"],
		["orgs.csv, line 3", "o2,Lo"],
		["places.csv, line 3", "l2,Un"],
	]);
	expect(batch.repairs).toContainEqual(
		expect.objectContaining({ field: "testimonial", rule: "unknown field left out", before: "Lovely" }),
	);
});

test("classifications in JSON beside the tables come along", () => {
	const terms = [
		{ id: "1", parent_id: null, name: "Category" },
		{ id: "2", parent_id: "1", name: "Food" },
	];
	const batch = batchOf({ ...four, "taxonomy.json": terms });
	expect(batch.taxonomyTerms.map((term) => term.name)).toEqual(["Category", "Food"]);
	expect(batch.taxonomyTerms[1]?.parent_id).toBe(batch.taxonomyTerms[0]?.id);
});

const hsds = {
	"csv/services.csv": "id,organization_id,name,description,status,minimum_age\ns1,o1,Drop-in,Play,active,5\n",
	"csv/organizations.csv": "id,name,description\no1,Harbour,A charity\n",
	"csv/locations.csv": "id,location_type,name,latitude,longitude\nl1,physical,Hall,52.7,-1.1\n",
	"csv/addresses.csv":
		"id,location_id,address_1,city,state_province,postal_code,country,address_type\na1,l1,2 High Street,Northtown,Midshire,ZZ1 1AA,GB,physical\n",
	"csv/service_at_location.csv": "id,service_id,location_id\nsl1,s1,l1\n",
	"csv/phones.csv": "id,service_id,location_id,number\np1,s1,,01632 960001\np2,,l1,01632 960002\np3,s9,,01632 960003\n",
	"csv/schedules.csv":
		"id,service_id,service_at_location_id,byday,opens_at,closes_at\nc1,s1,sl1,MO,10:00:00,12:00:00\n",
	"csv/attributes.csv": "id,link_id,taxonomy_term_id\nt1,s1,x1\n",
	"csv/taxonomies.csv": "id,name,description\ny1,Needs,All needs\n",
	"csv/taxonomy_terms.csv": "id,name,description,taxonomy_id\nx1,Play,Play,y1\n",
	"csv/funding.csv": "id,service_id,source\nf1,s1,Lottery\n",
	"csv/datapackage.json": "../../datapackage.json",
};

test("the HSDS package is joined by its keys", () => {
	const batch = batchOf(hsds);
	expect(batch.format).toBe("hsds-csv");
	expect(batch.services).toMatchObject([
		{
			name: "Drop-in",
			minimum_age: 5,
			organization: { name: "Harbour" },
			phones: [{ number: "01632 960001" }],
			attributes: [{ taxonomy_term: { name: "Play", taxonomy: "Needs" } }],
			service_at_locations: [
				{
					schedules: [{ byday: "MO", opens_at: "10:00", closes_at: "12:00" }],
					location: {
						name: "Hall",
						latitude: 52.7,
						addresses: [{ postal_code: "ZZ1 1AA" }],
						phones: [{ number: "01632 960002" }],
					},
				},
			],
		},
	]);
	expect(batch.services[0]).not.toHaveProperty("schedules");
	expect(batch.rejects.map((reject) => reject.record)).toEqual(["csv/phones.csv, line 4"]);
	expect(batch.repairs.filter((repair) => repair.rule === "file left out").map((repair) => repair.record)).toEqual([
		"csv/funding.csv",
	]);
	expect(addsUp(batch)).toBe(true);
});

test("the HSDS package of version 2 is joined too", () => {
	const batch = batchOf({
		"services.csv": "id,organization_id,name,status\ns1,o1,Drop-in,active\n",
		"organizations.csv": "id,name,description\no1,Harbour,A charity\n",
		"locations.csv": "id,name\nl1,Hall\n",
		"services_at_location.csv": "id,service_id,location_id\nsl1,s1,l1\n",
		"physical_addresses.csv":
			"id,location_id,address_1,city,state_province,postal_code,country\na1,l1,2 High Street,Northtown,Midshire,ZZ1 1AA,GB\n",
		"regular_schedules.csv": "id,service_id,weekday,opens_at,closes_at\nc1,s1,3,09:00:00,17:00:00\n",
		"taxonomy.csv": "id,name,parent_id,parent_name,vocabulary\nx1,Play,,,Needs\n",
		"services_taxonomy.csv": "id,service_id,taxonomy_id,taxonomy_detail\nt1,s1,x1,\n",
		"eligibility.csv": "id,service_id,eligibility\ne1,s1,Under 5s\n",
	});
	expect(batch.services).toMatchObject([
		{
			maximum_age: 4,
			schedules: [{ byday: "WE", opens_at: "09:00" }],
			attributes: [{ taxonomy_term: { name: "Play", taxonomy: "Needs" } }],
			service_at_locations: [{ location: { name: "Hall", addresses: [{ postal_code: "ZZ1 1AA" }] } }],
		},
	]);
	expect(batch).toMatchObject({ read: 8, folded: 7, rejects: [] });
});

const columns =
	"import_id,import_id_reference,name,description,organisation,approved,visible_from,visible_to,min_age,max_age,notes,service_taxonomies,contact_name,contact_visible,contact_phone,location_name,location_latitude,location_longitude,location_city,location_postcode,location_visible,mask_exact_address,location_accessibilities,free,cost_option,cost_amount,cost_type,schedules_opens_at,scheduled_weekday,links_label,links_url,suitabilities,support_description,custom_text_x";
const row = (cells: Readonly<Record<string, string>>) =>
	columns
		.split(",")
		.map((column) => cells[column] ?? "")
		.join(",");
const outpost = (...rows: readonly Readonly<Record<string, string>>[]) => [columns, ...rows.map(row)].join("\n");

test("Outpost's further rows join the service they name", () => {
	const batch = batchOf({
		"services.csv": outpost(
			{
				import_id: "1",
				name: "Drop-in",
				description: "Play",
				organisation: "Harbour",
				min_age: "0",
				max_age: "5",
				service_taxonomies: "Play; Baby groups",
				contact_name: "Office",
				contact_phone: "01632 960001",
				free: "FALSE",
				cost_option: "Child",
				cost_amount: "2.50",
				cost_type: "per session",
				suitabilities: "Autism",
				support_description: "Quiet room",
				custom_text_x: "y",
			},
			{
				import_id: "2",
				import_id_reference: "1",
				location_name: "House",
				location_latitude: "52.7",
				location_longitude: "-1.1",
				location_city: "Northtown",
				location_postcode: "ZZ1 1AA",
				mask_exact_address: "TRUE",
				location_accessibilities: "Ramp; Hearing loop",
			},
			{
				import_id: "3",
				import_id_reference: "1",
				schedules_opens_at: "09:00:00",
				scheduled_weekday: "monday",
				notes: "Ring first",
			},
			{
				import_id: "4",
				import_id_reference: "1",
				contact_name: "Pat",
				contact_visible: "FALSE",
				links_label: "Facebook",
				links_url: "https://social.example.org/h",
			},
			{ import_id: "5", import_id_reference: "77", notes: "Lost" },
			{ import_id: "6", name: "Old club", approved: "TRUE", visible_from: "2024-01-01", visible_to: "2025-01-01" },
		),
	});
	expect(batch.format).toBe("outpost-csv");
	expect(batch.services).toMatchObject([
		{
			name: "Drop-in",
			status: "active",
			description:
				"Play\n\nSupport for special educational needs and disabilities: Quiet room\n\nFacebook: https://social.example.org/h",
			maximum_age: 5,
			contacts: [{ name: "Office" }],
			cost_options: [{ option: "Child", amount: 2.5, amount_description: "per session", currency: "GBP" }],
			schedules: [{ byday: "MO", opens_at: "09:00" }],
			service_at_locations: [
				{
					location: {
						name: "House",
						masked: true,
						accessibility: [{ description: "Ramp" }, { description: "Hearing loop" }],
					},
				},
			],
			internal: { notes: "Ring first\n\nNot for publication: Pat", external_ids: ["1"] },
		},
		{ name: "Old club", status: "inactive" },
	]);
	expect(batch.services[0]?.attributes?.map((each) => each.taxonomy_term.name)).toEqual([
		"Play",
		"Baby groups",
		"Autism",
	]);
	expect(batch).toMatchObject({ read: 6, folded: 3, rejects: [{ record: "services.csv, line 6" }] });
	expect(batch.repairs).toContainEqual(
		expect.objectContaining({ field: "custom_text_x", rule: "unknown field left out" }),
	);
});

test("row numbers that start again in a second file name other services", () => {
	const batch = batchOf({
		"a.csv": outpost({ import_id: "1", name: "Drop-in" }),
		"b.csv": outpost({ import_id: "1", name: "Club" }),
	});
	expect(new Set(batch.services.map((service) => service.id)).size).toBe(2);
});
