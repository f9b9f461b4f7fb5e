import type { InStatement } from "@libsql/client";
import { sql } from "drizzle-orm";
import type { Database } from "#adapters/libsql/client.ts";
import { rows as rowsOf, statement } from "#adapters/libsql/statement.ts";
import { local_edits } from "#db/desk.ts";
import type { FieldEdit } from "#domain/directory/local-edits.ts";
import type { LocalEdit, Made } from "#ports/local-edits.ts";

/** The fields that people of an area changed, of one service or of all, the latest first. */
export async function editedFields(client: Database, area: string, service?: string): Promise<readonly LocalEdit[]> {
	const which = service === undefined ? sql`TRUE` : sql`${local_edits.service_id} = ${service}`;
	const found = await rowsOf(
		client,
		sql`SELECT service_id, field, value, beneath, edited_at, edited_by FROM ${local_edits}
			WHERE ${local_edits.area} = ${area} AND ${which} ORDER BY edited_at DESC, service_id, field`,
	);
	return found.map((row) => ({
		service: String(row.service_id),
		field: String(row.field),
		value: fromJson(row.value),
		beneath: fromJson(row.beneath),
		editedAt: new Date(Number(row.edited_at)),
		editedBy: String(row.edited_by),
	}));
}

/** Keeps an edit. What the feed says beneath it stays as it was where the field was edited before. */
export function saveEdit(
	area: string,
	service: string,
	{ field, value }: FieldEdit,
	beneath: unknown,
	{ by, at }: Made,
): InStatement {
	return statement(sql`INSERT INTO ${local_edits} (area, service_id, field, value, beneath, edited_at, edited_by)
		VALUES (${area}, ${service}, ${field}, ${toJson(value)}, ${toJson(beneath)}, ${at.getTime()}, ${by})
		ON CONFLICT (area, service_id, field) DO UPDATE
		SET value = excluded.value, edited_at = excluded.edited_at, edited_by = excluded.edited_by`);
}

export function forgetEdit(area: string, service: string, field: string): InStatement {
	return statement(sql`DELETE FROM ${local_edits} WHERE ${local_edits.area} = ${area}
		AND ${local_edits.service_id} = ${service} AND ${local_edits.field} = ${field}`);
}

/** Keeps what the feed says now beneath an edit. */
export function saveBeneath(area: string, service: string, field: string, beneath: unknown): InStatement {
	return statement(sql`UPDATE ${local_edits} SET beneath = ${toJson(beneath)} WHERE ${local_edits.area} = ${area}
		AND ${local_edits.service_id} = ${service} AND ${local_edits.field} = ${field}`);
}

function toJson(value: unknown): string | null {
	return value === null || value === undefined ? null : JSON.stringify(value);
}

function fromJson(text: unknown): unknown {
	return typeof text === "string" ? JSON.parse(text) : null;
}
