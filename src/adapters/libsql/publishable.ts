import { sql } from "drizzle-orm";
import type { Database } from "#adapters/libsql/client.ts";
import { recordFrom } from "#adapters/libsql/json-record.ts";
import { serviceJson } from "#adapters/libsql/service-record.ts";
import { rowsInTurns } from "#adapters/libsql/statement.ts";
import { services } from "#db/schema.ts";
import type { Service } from "#domain/directory/service.ts";

const RECORDS_AT_ONCE = 250;

/** Every record of an area that is not archived, without internal notes, masked places flagged. */
export async function publishableServices(client: Database, area: string): Promise<readonly Service[]> {
	const found = await rowsInTurns(
		client,
		RECORDS_AT_ONCE,
		(after) => sql`SELECT ${services.id} AS id, ${serviceJson} AS record FROM ${services}
			WHERE ${services.area} = ${area} AND ${services.archived} = 0 AND ${services.id} > ${after}
			ORDER BY ${services.id}`,
	);
	return found.map((row) => recordFrom<Service>(row.record));
}
