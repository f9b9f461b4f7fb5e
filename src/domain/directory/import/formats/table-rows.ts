import { fieldName } from "#domain/directory/import/field-name.ts";
import type { Row, Table } from "#domain/directory/import/formats/csv-table.ts";
import type { Reject } from "#domain/directory/import-batch.ts";

export type Cells = Readonly<Record<string, string>>;

/** A row's cells by the standard's way to write their columns: "Address Line 1*" is `address_line_1`. */
export function plainCells(row: Row): Cells {
	return Object.fromEntries(Object.entries(row.cells).map(([column, cell]) => [fieldName(column), cell.trim()]));
}

/** The columns of a table in the standard's way to write them. */
export function plainColumns(table: Table): ReadonlySet<string> {
	return new Set(table.columns.map(fieldName));
}

/** The name of a table's file without folder and ending, in the singular: "csv/services.csv" is "service". */
export function tableName(table: Table): string {
	const base = table.name.split("/").at(-1) ?? table.name;
	return fieldName(base.replace(/\.[a-z0-9]+$/i, ""))
		.replace(/ies$/, "y")
		.replace(/([^s])s$/, "$1");
}

/** Rows that others point to: which were used, and so joined into a service. */
export type Pointed = {
	readonly byId: ReadonlyMap<string, Row>;
	/** Marks a row as used and answers it. */
	readonly use: (id: string | undefined) => Row | undefined;
	readonly used: () => number;
	/** Rows nobody used, and rows whose id another row has. */
	readonly rejects: () => readonly Reject[];
};

/** Rows by their id; `unusedReason` says what it means that nothing points to one. */
export function pointedRows(rows: readonly Row[], unusedReason: string, idColumn = "id"): Pointed {
	const byId = new Map<string, Row>();
	const repeated: Row[] = [];
	for (const row of rows) {
		const id = plainCells(row)[idColumn] ?? "";
		if (byId.has(id)) repeated.push(row);
		else byId.set(id, row);
	}
	const used = new Set<Row>();
	return {
		byId,
		use: (id) => {
			const row = id === undefined ? undefined : byId.get(id);
			if (row) used.add(row);
			return row;
		},
		used: () => used.size,
		rejects: () => [
			...[...byId.values()].filter((row) => !used.has(row)).map((row) => rejected(row, unusedReason)),
			...repeated.map((row) => rejected(row, "Another row above has the same ID. Give each row its own.")),
		],
	};
}

export function rejected(row: Row, reason: string): Reject {
	return { record: row.position, reason, row: row.text };
}
