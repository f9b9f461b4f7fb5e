import { sql } from "drizzle-orm";
import { unzipped, zipped } from "#adapters/gzip.ts";
import type { Database } from "#adapters/libsql/client.ts";
import { rows, statement } from "#adapters/libsql/statement.ts";
import { place_tables } from "#db/places.ts";
import type { PlaceTables } from "#ports/places.ts";

/** The table before stays, so that a reader in the middle of it is not cut off and a person can go back to it. */
const VERSIONS_KEPT = 2;

/** The place_tables table as a port. */
export function createPlaceTables(client: Database): PlaceTables {
	return {
		version: async () => {
			const [row] = await rows(client, sql`SELECT max(version) AS version FROM ${place_tables}`);
			return row?.version == null ? null : Number(row.version);
		},
		load: async () => {
			const [row] = await rows(client, sql`SELECT version, bytes FROM ${place_tables} ORDER BY version DESC LIMIT 1`);
			if (row === undefined) return null;
			if (!(row.bytes instanceof ArrayBuffer)) throw new TypeError("The table of postcodes is not bytes.");
			return { version: Number(row.version), bytes: await unzipped(new Uint8Array(row.bytes)) };
		},
		publish: async (bytes, source, at) => {
			const packed = await zipped(bytes);
			const [added] = await client.batch(
				[
					sql`INSERT INTO ${place_tables} (version, source, made_at, bytes)
						SELECT coalesce(max(version), 0) + 1, ${source}, ${at.getTime()}, ${packed} FROM ${place_tables} WHERE TRUE RETURNING version`,
					sql`DELETE FROM ${place_tables}
						WHERE version <= (SELECT max(version) FROM ${place_tables}) - ${VERSIONS_KEPT}`,
				].map(statement),
				"write",
			);
			return { version: Number(added?.rows[0]?.version), size: packed.length };
		},
	};
}
