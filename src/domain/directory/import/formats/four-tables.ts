import type { Table } from "#domain/directory/import/formats/csv-table.ts";
import {
	type Cells,
	plainCells,
	plainColumns,
	pointedRows,
	rejected,
} from "#domain/directory/import/formats/table-rows.ts";
import { EMPTY_SOURCE, type Source, type SourceRecord } from "#domain/directory/import/source.ts";
import type { Reject } from "#domain/directory/import-batch.ts";

type Tables = {
	readonly services: readonly Table[];
	readonly organizations: readonly Table[];
	readonly locations: readonly Table[];
	readonly links: readonly Table[];
};

/** Which table is which, by its columns; null where none lists services with the organisation they belong to. */
function sortTables(tables: readonly Table[]): Tables | null {
	const sorted = {
		services: [] as Table[],
		organizations: [] as Table[],
		locations: [] as Table[],
		links: [] as Table[],
	};
	for (const table of tables) {
		const columns = plainColumns(table);
		const owned = columns.has("organisation_id") || columns.has("organization_id");
		if (columns.has("import_id")) continue;
		if (columns.has("service_id") && (columns.has("location_id") || columns.has("taxonomy_id")))
			sorted.links.push(table);
		else if (owned && columns.has("name")) sorted.services.push(table);
		else if (columns.has("address_line_1") || columns.has("address_1") || columns.has("postcode"))
			sorted.locations.push(table);
		else if (columns.has("name") && columns.has("id")) sorted.organizations.push(table);
	}
	return sorted.services.length === 0 ? null : sorted;
}

/** The tables that `fourTables` reads, for a report on those it does not. */
export function fourTableNames(tables: readonly Table[]): readonly string[] {
	return Object.values(sortTables(tables) ?? {}).flatMap((group) => group.map((table) => table.name));
}

/**
 * Four related tables, as Hounslow's directory is exported: organisations, services, addresses, and which service is at
 * which address. Told apart by their columns, so file names do not matter. Null where there is no table of services.
 */
export function fourTables(tables: readonly Table[]): Source | null {
	const sorted = sortTables(tables);
	if (sorted === null) return null;
	const rows = (group: readonly Table[]) => group.flatMap((table) => table.rows);
	const organizations = pointedRows(
		rows(sorted.organizations),
		"No service in these files belongs to this organisation.",
	);
	const locations = pointedRows(rows(sorted.locations), "No service in these files is at this address.");
	const services = rows(sorted.services);
	const serviceIds = new Set(services.map((row) => plainCells(row).id));
	const rejects: Reject[] = Object.values(sorted).flatMap((group) => group.flatMap((table) => table.rejects));
	const links = new Map<string, Cells[]>();
	let folded = 0;
	for (const row of rows(sorted.links)) {
		const cells = plainCells(row);
		if (cells.service_id === undefined || !serviceIds.has(cells.service_id))
			rejects.push(rejected(row, "It names a service that is not in these files."));
		else if (cells.location_id !== undefined && !locations.use(cells.location_id))
			rejects.push(rejected(row, "It names an address that is not in these files."));
		else {
			const known = links.get(cells.service_id ?? "");
			if (known) known.push(cells);
			else links.set(cells.service_id ?? "", [cells]);
			folded += 1;
		}
	}
	const records: SourceRecord[] = services.map((row) => {
		const cells = plainCells(row);
		organizations.use(cells.organisation_id ?? cells.organization_id);
		return { value: serviceOf(cells, links.get(cells.id ?? "") ?? []), position: row.position };
	});
	const cellsOf = (pointed: typeof organizations) =>
		new Map([...pointed.byId].map(([id, row]) => [id, plainCells(row)] as const));
	return {
		...EMPTY_SOURCE,
		format: "four-table-csv",
		services: records,
		organizations: cellsOf(organizations),
		locations: cellsOf(locations),
		rejects: [...rejects, ...organizations.rejects(), ...locations.rejects()],
		folded: folded + organizations.used() + locations.used(),
	};
}

/** One row of services in the standard's names. Columns that nothing here takes keep their own, to be reported. */
function serviceOf(row: Cells, links: readonly Cells[]): unknown {
	const { fees_text, fees_url, contact_name, contact_phone, contact_email, is_free, ...others } = row;
	const { referral_method, referral_email, referral_url, referral_button_text, ...more } = others;
	const isCriterion = (column: string) => /^crit[a-z]*_/.test(column);
	const criteria = Object.entries(more).filter(([column]) => isCriterion(column));
	const socials = Object.entries(more).filter(([column]) => column.startsWith("social_medias_"));
	const rest = Object.entries(more).filter(([column]) => !isCriterion(column) && !column.startsWith("social_medias_"));
	const referral = referral_method === undefined || /^none$/i.test(referral_method) ? undefined : referral_method;
	const person =
		contact_name === undefined
			? {}
			: { contacts: [{ name: contact_name, email: contact_email, phone: contact_phone }] };
	const direct = contact_name === undefined ? { email: contact_email, phones: contact_phone } : {};
	return {
		...Object.fromEntries(rest),
		...person,
		...direct,
		free: is_free,
		fees_description: fees_text,
		application_process: lines([
			["Referral", referral],
			["Referral email", referral_email],
			["Referral link", referral_url],
			["Referral", referral_button_text],
		]),
		eligibility_description: lines(
			criteria.map(([column, text]) => [titled(column.replace(/^crit[a-z]*_/, "")), text]),
		),
		links: [
			...(fees_url === undefined ? [] : [{ label: "Fees", url: fees_url }]),
			...socials.map(([column, url]) => ({ label: titled(column.replace("social_medias_", "")), url })),
		],
		service_at_locations: links
			.filter((link) => link.location_id !== undefined)
			.map((link) => ({ location_id: link.location_id })),
		attributes: links
			.filter((link) => link.taxonomy_id !== undefined)
			.map((link) => ({ taxonomy_term_id: link.taxonomy_id })),
	};
}

function lines(labelled: readonly (readonly [string, string | undefined])[]): string | undefined {
	const held = labelled.filter(([, text]) => text !== undefined).map(([label, text]) => `${label}: ${text}`);
	return held.length === 0 ? undefined : held.join("\n");
}

const SPELT = new Map([
	["youtube", "YouTube"],
	["tiktok", "TikTok"],
	["linkedin", "LinkedIn"],
	["other", "Link"],
]);

/** "age_group" as "Age group". */
function titled(column: string): string {
	const words = column.replaceAll("_", " ");
	return SPELT.get(words) ?? words.charAt(0).toUpperCase() + words.slice(1);
}
