import { sql } from "drizzle-orm";
import { auditedBatch } from "#adapters/libsql/audited-batch.ts";
import type { Database } from "#adapters/libsql/client.ts";
import { rows, statement } from "#adapters/libsql/statement.ts";
import { area_settings } from "#db/desk.ts";
import { AreaSettings, type VersionedSettings } from "#domain/directory/area-settings.ts";
import type { AreaSettingsStore } from "#ports/area-settings.ts";
import type { Clock } from "#ports/clock.ts";

/** The settings table as a port. `of` reads each time; `remembered-area-settings.ts` keeps what it gives. */
export function createAreaSettings(client: Database, clock: Clock): AreaSettingsStore {
	const read = async (area: string): Promise<VersionedSettings> => {
		const [row] = await rows(client, sql`SELECT settings, version FROM ${area_settings} WHERE area = ${area}`);
		if (!row) return { settings: {}, version: 0 };
		return { settings: AreaSettings.parse(JSON.parse(String(row.settings))), version: Number(row.version) };
	};
	return {
		of: read,
		read,
		save: async (area, settings, version, by, entry) => {
			const text = JSON.stringify(AreaSettings.parse(settings));
			const at = clock.now().getTime();
			const change =
				version === 0
					? sql`INSERT INTO ${area_settings} (area, settings, version, changed_at, changed_by)
						VALUES (${area}, ${text}, 1, ${at}, ${by}) ON CONFLICT (area) DO NOTHING`
					: sql`UPDATE ${area_settings} SET settings = ${text}, version = version + 1, changed_at = ${at},
						changed_by = ${by} WHERE area = ${area} AND version = ${version}`;
			const audit = entry ? [{ audit: entry, ifChanged: true }] : [];
			const [saved] = await auditedBatch(client, [statement(change), ...audit]);
			return (saved?.rowsAffected ?? 0) > 0 ? { kind: "saved", version: version + 1 } : { kind: "changed_meanwhile" };
		},
		areas: async () =>
			(await rows(client, sql`SELECT area FROM ${area_settings} ORDER BY area`)).map((row) => String(row.area)),
	};
}
