import * as fc from "fast-check";
import Papa from "papaparse";
import { expect, test } from "vitest";
import { readImport } from "#domain/directory/import/read-import.ts";
import { canonical, isUuid } from "#domain/directory/import/stable-id.ts";
import { Service } from "#domain/directory/service.ts";
import { anyService } from "#tests/support/any-service.ts";
import { messyFeed } from "./messy-feed.ts";
import { addsUp } from "./reading.ts";

const OPTIONS = { scope: "testshire", today: "2026-11-22" };
const read = (text: string, name = "feed.json") => readImport(new Map([[name, text]]), OPTIONS);

const tricky = fc.oneof(
	fc.jsonValue({ maxDepth: 2 }),
	fc.constantFrom<unknown>(
		"",
		null,
		-1,
		"-1",
		0,
		999,
		"5 years - 11 years",
		"under 5s",
		"<p>Hi</p><script>x()</script>",
		"Â£5 donâ€™t",
		"**b**",
		"00000000000",
		"Line: 01632 960001 / 01632 960002",
	),
	fc.constantFrom<unknown>(
		"test@example.com",
		"a@b.org, c@d.org",
		"www.a.example.org",
		"http://www.example.com",
		"javascript:x",
		"17/05/2026",
		"2026-05-17T10:00:00",
		"9am",
		"monday",
		"Active",
		"ZZ11AA",
		"TRUE",
		52.7,
		-1.2,
	),
	fc.constantFrom<unknown>(
		"93657689-252d-5a77-de87-42ca43452b0e",
		"00000000-0000-0000-0000-000000000000",
		"17",
		{ id: "1", name: "x" },
		[{ id: "1" }, { id: "1", name: "y" }],
		["a", "a"],
		"\u0000\ud800",
	),
);
const KEYS =
	"id name description url email status minimum_age maximum_age min_age assured_date last_modified phones contacts schedules regular_schedules holiday_schedules languages cost_options attributes service_taxonomys taxonomies taxonomy_term taxonomy taxonomy_id parent_id organization organisation organization_id service_at_locations locations location location_id addresses physical_addresses address_1 city postal_code country latitude longitude geometry masked number extension byday freq opens_at valid_from exceptions eligibilitys eligibility eligibility_description free fees internal external_ids pc_metadata pc_targetAudience links label value code term_uri __proto__ constructor".split(
		" ",
	);
const node = fc.letrec<{ value: unknown; record: unknown }>((tie) => ({
	value: fc.oneof({ maxDepth: 4 }, tricky, tie("record"), fc.array(tie("record"), { maxLength: 3 })),
	record: fc
		.uniqueArray(fc.tuple(fc.constantFrom(...KEYS), tie("value")), { maxLength: 9, selector: ([key]) => key })
		.map(
			(pairs) =>
				`{${pairs.map(([key, value]) => `${JSON.stringify(key)}:${typeof value === "string" && value.startsWith("{") ? value : toJson(value)}`).join(",")}}`,
		),
}));

/** Records are kept as JSON text while they are built, so that "__proto__" is a key like any other. */
function toJson(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(toJson).join(",")}]`;
	return typeof value === "string" && value.startsWith('{"') ? value : (JSON.stringify(value) ?? "null");
}

const anyRecords = fc
	.array(node.record, { minLength: 1, maxLength: 5 })
	.map(
		(records) =>
			`[${records.map((record, index) => `${String(record).slice(0, -1)}${record === "{}" ? "" : ","}"status":"active","title":"T${index}"}`).join(",")}]`,
	);

/** Records of any shape at all, and records as real feeds have them. */
const feed = fc.oneof(anyRecords, messyFeed);

function idsIn(value: unknown): readonly unknown[] {
	if (Array.isArray(value)) return value.flatMap(idsIn);
	if (typeof value !== "object" || value === null) return [];
	return Object.entries(value).flatMap(([key, held]) =>
		key === "id" ? [held] : key === "internal" ? [] : idsIn(held),
	);
}

test("whatever JSON comes, every record ends as a service that fits the schema, a reject, or part of another", () => {
	fc.assert(
		fc.property(feed, (text) => {
			const result = read(text);
			if (result.kind === "unreadable") return;
			expect(addsUp(result.batch)).toBe(true);
			expect(result.batch.rejects.every((reject) => reject.reason.includes("name"))).toBe(true);
			for (const service of result.batch.services) {
				expect(Service.parse(service)).toEqual(service);
				expect(idsIn(service).every((id) => isUuid(String(id)))).toBe(true);
				expect(service.minimum_age ?? 0).toBeLessThanOrEqual(service.maximum_age ?? 200);
				expect(/<script|\\u0000|â€/.test(JSON.stringify(service))).toBe(false);
			}
		}),
		{ numRuns: 120 },
	);
});

test("repairing what was repaired changes nothing and needs no repair", () => {
	fc.assert(
		fc.property(feed, (text) => {
			const once = read(text);
			if (once.kind === "unreadable" || once.batch.services.length === 0) return;
			const twice = read(JSON.stringify(once.batch.services));
			expect(twice.kind === "batch" && canonical(twice.batch.services)).toBe(canonical(once.batch.services));
			expect(
				twice.kind === "batch" &&
					twice.batch.repairs.filter(
						(repair) => repair.rule !== "records that share it describe it differently, the first kept",
					),
			).toEqual([]);
		}),
		{ numRuns: 120 },
	);
});

test("the same input gives the same batch", () => {
	fc.assert(
		fc.property(feed, (text) => {
			expect(read(text)).toEqual(read(text));
		}),
		{ numRuns: 100 },
	);
});

test("any JSON and any text is read or refused, never thrown at", () => {
	fc.assert(
		fc.property(fc.oneof(fc.json(), fc.string({ unit: "binary" })), (text) => void read(text)),
		{ numRuns: 500 },
	);
	expect(read("[".repeat(200_000)).kind).toBe("unreadable");
	const deep = `[{"name":"x","status":"active","other":${"[".repeat(20_000)}${"]".repeat(20_000)}}]`;
	expect(read(deep).kind).toBe("batch");
});

const COLUMNS = [
	"ID*",
	"Organisation ID*",
	"Service ID*",
	"Location ID*",
	"Name*",
	"Description*",
	"Postcode*",
	"Address Line 1*",
	"Is Free*",
	"Contact Phone",
	"Critera - Age Group",
	"id",
	"organization_id",
	"service_id",
	"location_id",
	"name",
	"import_id",
	"import_id_reference",
	"scheduled_weekday",
	"location_name",
	"min_age",
];
const cell = fc.oneof(
	fc.constantFrom("", "1", "2", "a", "TRUE", "monday", "under 5s", "01632 960001", "ZZ11AA"),
	fc.string({ maxLength: 6 }),
);
const table = fc
	.uniqueArray(fc.constantFrom(...COLUMNS), { minLength: 2, maxLength: 9 })
	.chain((fields) =>
		fc
			.array(fc.array(cell, { minLength: fields.length - 1, maxLength: fields.length + 1 }), { maxLength: 6 })
			.map((data) => Papa.unparse({ fields, data })),
	);

test("whatever tables come, every row is accounted for", () => {
	const names = fc.constantFrom(
		"services.csv",
		"organizations.csv",
		"locations.csv",
		"service_at_location.csv",
		"x.csv",
	);
	fc.assert(
		fc.property(fc.dictionary(names, table, { minKeys: 1 }), (files) => {
			const result = readImport(new Map(Object.entries(files)), OPTIONS);
			if (result.kind === "batch") expect(addsUp(result.batch)).toBe(true);
		}),
		{ numRuns: 500 },
	);
});

test("five thousand services are read in under ten seconds", () => {
	const [sample] = fc.sample(anyService, { numRuns: 1, seed: 7 });
	const text = JSON.stringify(
		Array.from({ length: 5000 }, (_, index) => ({ ...sample, id: `s${index}`, name: `Club ${index}` })),
	);
	// Of the processor's time, which other work on the machine does not lengthen.
	const started = process.cpuUsage();
	const result = read(text);
	expect(result.kind === "batch" && result.batch.services).toHaveLength(5000);
	const { user, system } = process.cpuUsage(started);
	expect((user + system) / 1000).toBeLessThan(10_000);
});
