import * as fc from "fast-check";

/** Feeds as councils publish them on a bad day: the right fields, each filled with anything that real feeds were seen to hold. */

const text = fc.oneof(
	fc.constantFrom(
		"Play",
		"<p>Hi &amp; <b>hello</b></p><ul><li>a</ul>",
		"Â£5 donâ€™t",
		"**bold** [x](https://a.example.org)",
		"N/A",
		"  ",
		"line\r\n\r\n\r\nline",
		"#Access information\nRamp",
	),
	fc.string({ unit: "binary", maxLength: 12 }),
);
const id = fc.oneof(
	fc.uuid(),
	fc.constantFrom(
		"1",
		"2",
		7,
		"93657689-252d-5a77-de87-42ca43452b0e",
		"00000000-0000-0000-0000-000000000000",
		"",
		"{ABC}",
	),
);
const url = fc.oneof(
	fc.webUrl(),
	fc.constantFrom(
		"www.a.example.org",
		"http://www.example.com",
		"javascript:alert(1)",
		"htp://b.example.org/x y",
		"Facebook: https://c.example.org",
		"jo@a.example.org",
		"https://directory.example.org",
	),
);
const email = fc.oneof(
	fc.emailAddress(),
	fc.constantFrom("test@example.com", "a@b.org; c@d.org", "jo at a.example.org", "x@noemail.invalid", "none"),
);
const number = fc.constantFrom(
	"01632 960001",
	"00000000000",
	"Line: 01632 960001 / 07700 900001",
	"01632 960001 ext 4",
	1632960001,
	"4.4E+11",
	"see web",
	"116 123",
);
const age = fc.constantFrom<unknown>(-1, 0, 5, "5", "18 months", 999, 25, 4, "x");
const date = fc.constantFrom<unknown>(
	"2026-05-17",
	"17/05/2026",
	"0001-01-01",
	"2026-05-17T12:06:15.654",
	"2026-05-17T12:06:15+01:00",
	"May 2026",
	1779019575654,
	"2026-02-30",
);
const time = fc.constantFrom("9am", "09:00:00Z", "24:00", "hh:mm", "17.30");
const maybe = <T extends Record<string, fc.Arbitrary<unknown>>>(model: T) =>
	fc.record({ id, ...model }, { requiredKeys: [] });
const list = (item: fc.Arbitrary<unknown>) => fc.array(item, { maxLength: 3 });

const language = maybe({
	name: fc.constantFrom("Urdu", "ur", "Polish, Urdu", "BSL"),
	language: text,
	code: fc.constantFrom("pl", "ur"),
});
const phone = maybe({
	number,
	extension: fc.constantFrom<unknown>(4, "4", "x"),
	description: text,
	languages: list(language),
});
const contact = maybe({
	name: text,
	title: text,
	email,
	phones: list(phone),
	phone: number,
	visible: fc.constantFrom<unknown>(true, false, "FALSE"),
});
const schedule = maybe({
	byday: fc.constantFrom("Monday", "MO,FR", "1MO", "by appointment", "weekdays"),
	freq: fc.constantFrom("WEEKLY", "daily", "YEARLY", "monthly"),
	opens_at: time,
	closes_at: time,
	valid_from: date,
	dtstart: date,
	interval: fc.constantFrom<unknown>(1, "2", 0),
	bymonthday: fc.constantFrom("1,2", "x"),
	description: text,
	exceptions: list(date),
});
const address = maybe({
	address_1: text,
	address_2: text,
	city: fc.constantFrom("Leek", "", "London"),
	state_province: text,
	region: text,
	postal_code: fc.constantFrom("ZZ11AA", "ZZ1 IAA", "various", ""),
	country: fc.constantFrom("United Kingdom", "", "US", "GB"),
	address_type: text,
});
const location = maybe({
	name: text,
	location_type: fc.constantFrom("physical", "PostalAddress", "online"),
	latitude: fc.constantFrom<unknown>(52.7, "52.7", -1.2, 0),
	longitude: fc.constantFrom<unknown>(-1.2, "52.7", 0),
	addresses: list(address),
	physical_addresses: list(address),
	accessibility: list(maybe({ description: text, url })),
	languages: list(language),
	phones: list(phone),
	schedules: list(schedule),
	contacts: list(contact),
	masked: fc.constantFrom<unknown>(true, "yes", false),
});
const term = maybe({
	name: text,
	description: text,
	taxonomy: fc.constantFrom("Needs", "SEND needs"),
	taxonomy_id: id,
	parent_id: id,
	code: text,
	term_uri: url,
	vocabulary: text,
});
const service = fc.record(
	{
		id,
		name: fc.oneof(fc.constantFrom("Club", "Drop-in &amp; play"), text),
		alternate_name: text,
		description: text,
		url,
		email,
		status: fc.constantFrom<unknown>("active", "Active", "closed", "??", true, ""),
		fees: text,
		fees_description: text,
		free: fc.constantFrom<unknown>(true, "No"),
		wait_time: text,
		eligibility_description: fc.oneof(text, fc.constantFrom("under 5s", "5 to 11 years", "Ages 8-13")),
		minimum_age: age,
		maximum_age: age,
		eligibilitys: list(maybe({ eligibility: text, minimum_age: age, maximum_age: age })),
		assured_date: date,
		last_modified: date,
		assurer_email: email,
		organization: maybe({
			name: text,
			description: text,
			website: url,
			email,
			logo: url,
			uri: url,
			phones: list(phone),
			contacts: list(contact),
		}),
		organization_id: id,
		phones: list(phone),
		contacts: list(contact),
		schedules: list(schedule),
		regular_schedules: list(schedule),
		holiday_schedules: list(maybe({ closed: fc.constantFrom("true", "false"), start_date: date, end_date: date })),
		service_areas: list(maybe({ name: text, service_area: text, uri: url })),
		service_at_locations: list(
			maybe({
				location,
				description: text,
				schedules: list(schedule),
				regular_schedule: list(schedule),
				contacts: list(contact),
				phones: list(phone),
			}),
		),
		locations: list(location),
		languages: list(language),
		cost_options: list(
			maybe({
				option: text,
				amount: fc.constantFrom<unknown>(5, "£5.50", "free", "varies", -1),
				amount_description: text,
				valid_from: date,
			}),
		),
		attributes: list(
			maybe({
				link_type: fc.constantFrom("send_need", "service_type"),
				taxonomy_term: term,
				taxonomy_term_id: id,
				value: text,
				label: text,
			}),
		),
		service_taxonomys: list(maybe({ taxonomy: term })),
		pc_targetAudience: list(maybe({ audienceType: fc.constantFrom("Carers", "Carers>Young carers") })),
		pc_metadata: maybe({ date_assured: date, assured_by: email, date_modified: date }),
		links: list(maybe({ label: text, url })),
		colour: text,
	},
	{ requiredKeys: ["id", "name"] },
);

/** A page's worth of records, as JSON text. Some share ids, organisations and places. */
export const messyFeed = fc.array(service, { minLength: 1, maxLength: 6 }).map((records) =>
	JSON.stringify({
		total_items: records.length,
		contents: records.map((record, index) => ({ status: "active", ...record, rank: index })),
	}),
);
