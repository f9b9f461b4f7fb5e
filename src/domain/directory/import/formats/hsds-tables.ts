import type { Row, Table } from "#domain/directory/import/formats/csv-table.ts";
import {
	plainCells,
	plainColumns,
	pointedRows,
	rejected,
	tableName,
} from "#domain/directory/import/formats/table-rows.ts";
import { EMPTY_SOURCE, type Source, type SourceRecord } from "#domain/directory/import/source.ts";
import type { Reject } from "#domain/directory/import-batch.ts";

/** Tables of the package that this directory has a place for, by the singular of their names. */
const KNOWN = new Set(
	(
		"service organization location service_at_location address phone contact schedule holiday_schedule cost_option language " +
		"accessibility attribute taxonomy taxonomy_term service_area eligibility"
	).split(" "),
);
/** Version 2's names for the same tables, and plurals of which cutting off the "s" is not enough. */
const ALSO_CALLED = new Map([
	["services_at_location", "service_at_location"],
	["addresse", "address"],
	["physical_addresse", "address"],
	["postal_addresse", "address"],
	["physical_address", "address"],
	["postal_address", "address"],
	["regular_schedule", "schedule"],
	["accessibility_for_disability", "accessibility"],
	["service_attribute", "attribute"],
	["services_taxonomy", "attribute"],
	["service_taxonomy", "attribute"],
	["organisation", "organization"],
]);

/** Which table of the package this is. Version 2 kept terms, with their parents, in the table called taxonomy. */
function nameOf(table: Table): string {
	const name = tableName(table);
	const columns = plainColumns(table);
	if (name === "taxonomy" && (columns.has("parent_id") || columns.has("vocabulary"))) return "taxonomy_term";
	return ALSO_CALLED.get(name) ?? name;
}

/** True for a package that lists services in the standard's own column names. */
function isPackage(tables: readonly Table[]): boolean {
	const services = tables.find((table) => nameOf(table) === "service");
	const columns = services ? plainColumns(services) : new Set<string>();
	const own = services?.columns.every((column) => column === column.toLowerCase()) ?? false;
	return own && columns.has("id") && columns.has("name") && !columns.has("import_id");
}

export function hsdsTableNames(tables: readonly Table[]): readonly string[] {
	return isPackage(tables) ? tables.filter((table) => KNOWN.has(nameOf(table))).map((table) => table.name) : [];
}

type Value = Record<string, unknown>;

/**
 * The tabular data package of HSDS: one CSV for each entity, told apart by file name. A row that names several owners
 * belongs to each of them, as the standard says. Null where there is no table of services.
 */
export function hsdsTables(all: readonly Table[]): Source | null {
	if (!isPackage(all)) return null;
	const tables = all.filter((table) => KNOWN.has(nameOf(table)));
	const rows = (...names: readonly string[]) =>
		tables.filter((table) => names.includes(nameOf(table))).flatMap((table) => table.rows);
	const used = new Set<Row>();
	const parts: Row[] = [];
	/** Rows of a table by the owner that `column` names. */
	const under = (column: string, ...names: readonly string[]) => {
		const byOwner = Map.groupBy(rows(...names), (row) => plainCells(row)[column]);
		parts.push(...rows(...names));
		return (owner: string | undefined, value: (row: Row) => Value = plainValue): readonly Value[] =>
			(owner === undefined ? [] : (byOwner.get(owner) ?? [])).map((row) => {
				used.add(row);
				return value(row);
			});
	};
	const owners = [
		"service_id",
		"location_id",
		"service_at_location_id",
		"organization_id",
		"contact_id",
		"phone_id",
	] as const;
	const by = (...names: readonly string[]) =>
		new Map(owners.map((column) => [column, under(column, ...names)] as const));
	const [phones, contacts, schedules, languages] = [by("phone"), by("contact"), by("schedule"), by("language")];
	const [holidays, addresses] = [by("holiday_schedule"), by("address")];
	const [access, areas, costs] = [by("accessibility"), by("service_area"), by("cost_option")];
	const [rules, links] = [by("eligibility"), by("service_at_location")];
	const attributes = under("link_id", "attribute");
	const classified = under("service_id", "attribute");
	/** Version 2 points to the term as its taxonomy. */
	const classification = (row: Row) => ({ ...plainCells(row), taxonomy_term_id: plainCells(row).taxonomy_id });
	const organizations = pointedRows(rows("organization"), "No service in this package belongs to this organisation.");
	const locations = pointedRows(rows("location"), "No service in this package is at this place.");

	const id = (row: Row) => plainCells(row).id;
	const phone = (row: Row) => ({ ...plainCells(row), languages: languages.get("phone_id")?.(id(row)) });
	const contact = (row: Row) => ({ ...plainCells(row), phones: phones.get("contact_id")?.(id(row), phone) });
	const shared = (column: (typeof owners)[number], owner: string | undefined) => ({
		phones: phones.get(column)?.(owner, phone),
		contacts: contacts.get(column)?.(owner, contact),
		schedules: schedules.get(column)?.(owner),
		holiday_schedules: holidays.get(column)?.(owner),
	});
	const location = (row: Row) => ({
		...plainCells(row),
		...shared("location_id", id(row)),
		addresses: addresses.get("location_id")?.(id(row)),
		accessibility: access.get("location_id")?.(id(row)),
		languages: languages.get("location_id")?.(id(row)),
	});
	const link = (row: Row) => {
		const place = locations.use(plainCells(row).location_id);
		return {
			...plainCells(row),
			...shared("service_at_location_id", id(row)),
			location: place ? location(place) : undefined,
		};
	};
	const organization = (row: Row) => ({
		...plainCells(row),
		phones: phones.get("organization_id")?.(id(row), phone),
		contacts: contacts.get("organization_id")?.(id(row), contact),
	});
	const services: SourceRecord[] = rows("service").map((row) => {
		const cells = plainCells(row);
		const owner = organizations.use(cells.organization_id);
		const value = {
			...cells,
			...shared("service_id", cells.id),
			organization: owner ? organization(owner) : undefined,
			languages: languages.get("service_id")?.(cells.id),
			service_areas: areas.get("service_id")?.(cells.id),
			cost_options: costs.get("service_id")?.(cells.id),
			eligibilitys: rules.get("service_id")?.(cells.id),
			attributes: [...attributes(cells.id), ...classified(cells.id, classification)],
			service_at_locations: links.get("service_id")?.(cells.id, link),
		};
		return { value, position: row.position };
	});
	const orphans = [...new Set(parts)].filter((row) => !used.has(row));
	const rejects: Reject[] = [
		...tables.flatMap((table) => table.rejects),
		...organizations.rejects(),
		...locations.rejects(),
		...orphans.map((row) => rejected(row, "It belongs to no service, place or organisation of this package.")),
	];
	const plain = (name: string) => rows(name).map((row) => ({ value: plainCells(row), position: row.position }));
	return {
		...EMPTY_SOURCE,
		format: "hsds-csv",
		services,
		taxonomies: plain("taxonomy"),
		terms: plain("taxonomy_term"),
		rejects,
		folded: used.size + organizations.used() + locations.used(),
	};
}

function plainValue(row: Row): Value {
	return plainCells(row);
}
