import { isReference } from "#domain/directory/import/field-name.ts";
import type { Row, Table } from "#domain/directory/import/formats/csv-table.ts";
import { type Cells, plainCells, plainColumns, rejected } from "#domain/directory/import/formats/table-rows.ts";
import type { Ledger } from "#domain/directory/import/ledger.ts";
import { EMPTY_SOURCE, type Source, type SourceRecord } from "#domain/directory/import/source.ts";
import type { Reject } from "#domain/directory/import-batch.ts";

/** Texts about special needs that the public record has no field for: column and what to call it. */
const MORE_ABOUT: readonly (readonly [string, string])[] = [
	["support_description", "Support for special educational needs and disabilities"],
	["outcomes", "What it aims for"],
	["recent_send_training", "Recent training"],
	["recent_send_report", "Most recent report"],
	["parental_involvement", "How parents are involved"],
	["information_sharing", "How progress is shared"],
	["environment_accessibility", "How accessible the place is"],
	["future_plans", "Plans"],
];

/** Columns of which a service may have several, each further one in a row that names the service's row. */
const REPEATED =
	/^(?:import_id(?:_reference)?|notes|contact_\w+|location_\w+|mask_exact_address|preferred_for_post|cost_\w+|schedule[sd]_\w+|links_\w+)$/;

function isOutpost(table: Table): boolean {
	const columns = plainColumns(table);
	return columns.has("import_id") && columns.has("import_id_reference");
}

export function outpostTableNames(tables: readonly Table[]): readonly string[] {
	return tables.filter(isOutpost).map((table) => table.name);
}

/** Outpost's import table, in which a service may go on in further rows. Null where no table has its columns. */
export function outpostTables(all: readonly Table[], ledger: Ledger): Source | null {
	const tables = all.filter(isOutpost);
	if (tables.length === 0) return null;
	const services: SourceRecord[] = [];
	const rejects: Reject[] = tables.flatMap((table) => table.rejects);
	const taken = new Map<string, string>();
	let folded = 0;
	for (const table of tables) {
		const further = new Map<string, Cells[]>();
		const firsts = new Set(
			table.rows
				.map(plainCells)
				.filter((cells) => cells.import_id_reference === undefined)
				.map((cells) => cells.import_id),
		);
		for (const row of table.rows) {
			const cells = plainCells(row);
			const first = cells.import_id_reference;
			if (first === undefined) continue;
			if (!firsts.has(first)) rejects.push(rejected(row, `It goes on from row ${first}, which is not in this file.`));
			else {
				const known = further.get(first);
				if (known) known.push(cells);
				else further.set(first, [cells]);
				folded += 1;
				noteUnused(cells, row, ledger);
			}
		}
		for (const row of table.rows) {
			const cells = plainCells(row);
			if (cells.import_id_reference !== undefined) continue;
			const id = ownImportId(cells, taken);
			services.push({ value: serviceOf(cells, further.get(cells.import_id ?? "") ?? [], id), position: row.position });
		}
	}
	return { ...EMPTY_SOURCE, format: "outpost-csv", services, rejects, folded };
}

/** Row numbers start again in every file: one that another service has is told apart by the name. */
function ownImportId(cells: Cells, taken: Map<string, string>): string | undefined {
	const { import_id, name = "" } = cells;
	if (import_id === undefined) return undefined;
	const holder = taken.get(import_id);
	if (holder === undefined) taken.set(import_id, name);
	return holder === undefined || holder === name ? import_id : `${import_id} ${name}`;
}

function noteUnused(cells: Cells, row: Row, ledger: Ledger): void {
	for (const [column, cell] of Object.entries(cells)) {
		if (!REPEATED.test(column) && !isReference(column))
			ledger.tally("unknown field left out", column, row.position, cell);
	}
}

function serviceOf(first: Cells, further: readonly Cells[], id: string | undefined): unknown {
	const rows = [first, ...further];
	const own = Object.fromEntries(Object.entries(first).filter(([column]) => !REPEATED.test(column)));
	const {
		organisation,
		min_age,
		max_age,
		service_taxonomies,
		suitabilities,
		send_needs_support,
		labels,
		how_to_start,
		is_local_offer,
		...rest
	} = own;
	const others = Object.fromEntries(
		Object.entries(rest).filter(([column]) => !MORE_ABOUT.some(([known]) => known === column)),
	);
	const notes = [...rows.map((row) => row.notes), labels === undefined ? undefined : `Labels: ${labels}`];
	const offer = /^(?:true|yes|1)$/i.test(is_local_offer ?? "") ? ["Local offer"] : [];
	return {
		...others,
		id,
		organization: organisation === undefined ? undefined : { name: organisation },
		minimum_age: min_age,
		maximum_age: max_age,
		notes: notes.filter((note) => note !== undefined).join("\n\n") || undefined,
		application_process: how_to_start,
		attributes: [...listed(service_taxonomies), ...offer].map((name) => ({ name })),
		suitabilities: listed(suitabilities),
		send_needs: listed(send_needs_support),
		contacts: rows.flatMap(contactOf),
		locations: rows.flatMap(locationOf),
		cost_options: rows.flatMap(costOf),
		schedules: rows.flatMap(scheduleOf),
		links: rows.flatMap((row) => (row.links_url === undefined ? [] : [{ label: row.links_label, url: row.links_url }])),
		more_about: MORE_ABOUT.flatMap(([column, label]) =>
			own[column] === undefined ? [] : [{ label, text: own[column] }],
		),
	};
}

function contactOf(row: Cells): readonly unknown[] {
	const {
		contact_name: name,
		contact_title: title,
		contact_email: email,
		contact_phone: phone,
		contact_visible: visible,
	} = row;
	return [name, title, email, phone].some((cell) => cell !== undefined) ? [{ name, title, email, phone, visible }] : [];
}

function locationOf(row: Cells): readonly unknown[] {
	const place = {
		name: row.location_name,
		latitude: row.location_latitude,
		longitude: row.location_longitude,
		address_1: row.location_address_1,
		city: row.location_city,
		postal_code: row.location_postcode,
	};
	if (Object.values(place).every((cell) => cell === undefined)) return [];
	const { location_visible, mask_exact_address } = row;
	const preferred_for_post = /^true$/i.test(row.preferred_for_post ?? "") ? "TRUE" : undefined;
	return [
		{
			...place,
			location_visible,
			mask_exact_address,
			preferred_for_post,
			accessibilities: listed(row.location_accessibilities),
		},
	];
}

function costOf(row: Cells): readonly unknown[] {
	const { cost_option: option, cost_amount: amount, cost_type } = row;
	return option === undefined && amount === undefined && cost_type === undefined
		? []
		: [{ option, amount, cost_type, currency: "GBP" }];
}

function scheduleOf(row: Cells): readonly unknown[] {
	const [weekday, opens_at, closes_at] = [row.scheduled_weekday, row.schedules_opens_at, row.schedules_closes_at];
	return weekday === undefined && opens_at === undefined ? [] : [{ weekday, opens_at, closes_at }];
}

/** A list with semicolons between its entries. */
function listed(text: string | undefined): readonly string[] {
	return (text ?? "")
		.split(";")
		.map((entry) => entry.trim())
		.filter((entry) => entry !== "");
}
