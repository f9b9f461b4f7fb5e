import * as fc from "fast-check";
import type { Service } from "#domain/directory/service.ts";

/** Arbitrary directory records, every optional part present or not, for properties. */

const text = fc.string({ minLength: 1, maxLength: 12, unit: "grapheme" }).filter((s) => !s.includes("\0"));
const id = fc.uuid();
const date = fc.date({ min: new Date("2000-01-01"), max: new Date("2040-01-01"), noInvalidDate: true });
const day = date.map((d) => d.toISOString().slice(0, 10));
const time = fc.tuple(fc.nat(23), fc.nat(59)).map((parts) => parts.map((n) => String(n).padStart(2, "0")).join(":"));
const hundredths = (max: number) => fc.nat(max * 100).map((n) => n / 100);
const some = <T>(item: fc.Arbitrary<T>) => fc.array(item, { minLength: 1, maxLength: 2 });
/** A record with its required parts, and each other part there or not. */
function record<R, O>(
	required: { [K in keyof R]: fc.Arbitrary<R[K]> },
	optional: { [K in keyof O]: fc.Arbitrary<O[K]> },
) {
	return fc.tuple(fc.record(required), fc.record(optional, { requiredKeys: [] })).map(([a, b]) => ({ ...a, ...b }));
}

const language = record({ id }, { name: text, code: text, note: text });
const phone = record(
	{ id, number: text },
	{ extension: fc.nat(999), type: text, description: text, languages: some(language) },
);
const contact = record({ id }, { name: text, title: text, department: text, email: text, phones: some(phone) });
const schedule = record(
	{ id },
	{
		freq: fc.constantFrom("WEEKLY" as const, "MONTHLY" as const),
		interval: fc.integer({ min: 1, max: 4 }),
		byday: fc.constantFrom("MO", "MO,WE", "1FR"),
		bymonthday: text,
		byweekno: text,
		byyearday: text,
		dtstart: day,
		until: day,
		count: fc.nat(9),
		wkst: text,
		timezone: fc.integer({ min: -12, max: 12 }),
		valid_from: day,
		valid_to: day,
		opens_at: time,
		closes_at: time,
		schedule_link: text,
		attending_type: text,
		notes: text,
		description: text,
		exceptions: some(day),
	},
);
const address = record(
	{
		id,
		address_1: text,
		city: text,
		state_province: text,
		postal_code: fc.constantFrom("ZZ1 1AA", "ZZ12 3BC"),
		country: text,
		address_type: fc.constantFrom("physical" as const, "postal" as const, "virtual" as const),
	},
	{ attention: text, address_2: text, region: text },
);
const location = record(
	{ id, location_type: fc.constantFrom("physical" as const, "postal" as const, "virtual" as const) },
	{
		name: text,
		alternate_name: text,
		description: text,
		transportation: text,
		url: text,
		latitude: hundredths(80),
		longitude: hundredths(80),
		addresses: some(address),
		accessibility: some(record({ id }, { description: text, details: text, url: text })),
		languages: some(language),
		phones: some(phone),
		masked: fc.constant(true),
	},
);
const term = record(
	{ id, name: text, description: text },
	{ code: text, parent_id: id, taxonomy: text, taxonomy_id: id, language: text, term_uri: text },
);
const attribute = record({ id, taxonomy_term: term }, { link_type: text, value: text, label: text });
const ofService = {
	alternate_name: text,
	description: text,
	url: text,
	email: text,
	interpretation_services: text,
	application_process: text,
	fees_description: text,
	wait_time: text,
	accreditations: text,
	eligibility_description: text,
	minimum_age: hundredths(18),
	maximum_age: hundredths(25),
	assured_date: day,
	last_modified: date.map((d) => d.toISOString()),
	alert: text,
	phones: some(phone),
	schedules: some(schedule),
	service_areas: some(record({ id }, { name: text, description: text, extent: text, extent_type: text, uri: text })),
	service_at_locations: some(
		record(
			{ id, location },
			{ description: text, schedules: some(schedule), contacts: some(contact), phones: some(phone) },
		),
	),
	languages: some(language),
	cost_options: some(
		record(
			{ id },
			{
				valid_from: day,
				valid_to: day,
				option: text,
				currency: text,
				amount: hundredths(99),
				amount_description: text,
			},
		),
	),
	contacts: some(contact),
	attributes: some(attribute),
};

export const anyService: fc.Arbitrary<Service> = record(
	{
		id,
		name: text,
		status: fc.constantFrom("active" as const, "inactive" as const, "defunct" as const, "temporarily closed" as const),
		organization: record(
			{ id, name: text, description: text },
			{ alternate_name: text, email: text, website: text, logo: text, uri: text },
		),
	},
	ofService,
);
