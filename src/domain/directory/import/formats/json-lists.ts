import { fieldName } from "#domain/directory/import/field-name.ts";
import { isRecord } from "#domain/directory/import/fields.ts";

export type ListKind = "service" | "organization" | "location" | "service_at_location" | "taxonomy" | "taxonomy_term";
export type JsonList = {
	readonly kind: ListKind;
	readonly records: readonly unknown[];
	/** How many records the whole feed has, where a page says so. */
	readonly total?: number;
	readonly version: 1 | 3;
};

const ENVELOPES = ["contents", "content", "items", "results", "data", "records", "value"];
const LISTS: readonly (readonly [string, ListKind])[] = [
	["services", "service"],
	["organizations", "organization"],
	["organisations", "organization"],
	["locations", "location"],
	["service_at_locations", "service_at_location"],
	["taxonomies", "taxonomy"],
	["taxonomy_terms", "taxonomy_term"],
];

const ONLY_SERVICES = names(
	"organization organisation organization_id organisation_id status service_at_locations service_areas service_taxonomys eligibilitys " +
		"assured_date cost_options minimum_age maximum_age application_process fees fees_description pc_metadata regular_schedules " +
		"eligibility_description accreditations needs_referral",
);
const ONLY_PLACES = names("location_type latitude longitude addresses physical_addresses");
const ONLY_TERMS = names("parent_id taxonomy_id vocabulary term_uri taxonomy taxonomy_detail");
const ONLY_ORGANIZATIONS = names(
	"website legal_status tax_status tax_id year_incorporated organization_identifiers parent_organization_id logo",
);
const ONLY_VERSION_1 = names(
	"service_taxonomys eligibilitys regular_schedules holiday_schedules deliverable_type attending_access attending_type fundings reviews " +
		"organisation needs_referral",
);

function names(text: string): ReadonlySet<string> {
	return new Set(text.split(" "));
}

/**
 * The lists a JSON value holds: a page, a bare list, lists under their names, or one record. None where it holds no
 * record. Where records could be of several kinds, the name of their file decides.
 */
export function listsIn(value: unknown, file = ""): readonly JsonList[] {
	if (Array.isArray(value)) return listOf(value, {}, file);
	if (!isRecord(value)) return [];
	const envelope = ENVELOPES.find((key) => Array.isArray(value[key]));
	if (envelope !== undefined && typeof value.name !== "string") {
		const records = value[envelope];
		return Array.isArray(records) ? listOf(records, value, file) : [];
	}
	const named = LISTS.flatMap(([key, kind]) => {
		const records = value[key];
		return Array.isArray(records) ? [{ kind, records, version: versionOf(records, {}) } as const] : [];
	});
	if (named.length > 0 && typeof value.name !== "string") return named;
	const kind = kindOf([value], file);
	return kind === null ? [] : [{ kind, records: [value], version: versionOf([value], {}) }];
}

function listOf(
	records: readonly unknown[],
	envelope: Readonly<Record<string, unknown>>,
	file: string,
): readonly JsonList[] {
	const kind = kindOf(records, file);
	const total = [envelope.total_items, envelope.totalElements, envelope.total].find(
		(count) => typeof count === "number",
	);
	return kind === null
		? []
		: [{ kind, records, version: versionOf(records, envelope), ...(typeof total === "number" ? { total } : {}) }];
}

/** What a file's name says of records that say little themselves. */
const FILE_NAMES: readonly (readonly [RegExp, ListKind])[] = [
	[/taxonom(?:y|ies)[-_ ]?terms?/i, "taxonomy_term"],
	[/taxonom(?:y|ies)(?:_list)?[-_. ]?(?:page)?[-_]?\d*\.json$/i, "taxonomy"],
	[/organi[sz]ations?/i, "organization"],
];

const keysOf = (record: unknown) => new Set(isRecord(record) ? Object.keys(record).map(fieldName) : []);
const overlap = (keys: ReadonlySet<string>, known: ReadonlySet<string>) => [...keys].some((key) => known.has(key));
const MOST_LOOKED_AT = 20;

/** What a list lists, by the keys of its first records; null where none is like a record of a directory. */
function kindOf(records: readonly unknown[], file: string): ListKind | null {
	const keys = new Set(records.slice(0, MOST_LOOKED_AT).flatMap((record) => [...keysOf(record)]));
	if (keys.has("location") && (keys.has("service") || keys.has("service_id")) && !keys.has("name"))
		return "service_at_location";
	if (overlap(keys, ONLY_SERVICES)) return "service";
	if (overlap(keys, ONLY_PLACES)) return "location";
	if (!keys.has("name")) return null;
	if (overlap(keys, ONLY_TERMS)) return "taxonomy_term";
	if (overlap(keys, ONLY_ORGANIZATIONS)) return "organization";
	const told = FILE_NAMES.find(([name]) => name.test(file));
	if (told) return told[1];
	if (keys.has("version") || keys.has("taxonomy_terms")) return "taxonomy";
	if (keys.has("email") || keys.has("url") || keys.has("phones") || keys.has("contacts") || keys.has("locations"))
		return "service";
	return keys.has("description") ? (keys.has("uri") ? "taxonomy" : "service") : null;
}

function versionOf(records: readonly unknown[], envelope: Readonly<Record<string, unknown>>): 1 | 3 {
	const page = "totalElements" in envelope;
	return page || records.slice(0, MOST_LOOKED_AT).some((record) => overlap(keysOf(record), ONLY_VERSION_1)) ? 1 : 3;
}
