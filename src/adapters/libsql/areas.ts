import { type SQL, sql } from "drizzle-orm";
import type { Database } from "#adapters/libsql/client.ts";
import { rows, statement } from "#adapters/libsql/statement.ts";
import { areas } from "#db/schema.ts";
import { Area } from "#domain/directory/area.ts";
import type { Areas } from "#ports/areas.ts";

/** The areas table as a port. */
export function createAreas(client: Database): Areas {
	return {
		list: () => read(client, sql`TRUE`),
		find: async (slug) => (await read(client, sql`${areas.slug} = ${slug}`))[0] ?? null,
		save: async (area) => {
			await client.execute(
				statement(sql`INSERT INTO ${areas} (slug, gss_code, name, demonstration)
					VALUES (${area.slug}, ${area.gss_code ?? null}, ${area.name}, ${area.demonstration})
					ON CONFLICT (slug) DO UPDATE SET gss_code = excluded.gss_code, name = excluded.name,
						demonstration = excluded.demonstration`),
			);
		},
	};
}

async function read(client: Database, where: SQL): Promise<readonly Area[]> {
	const found = await rows(
		client,
		sql`SELECT slug, gss_code, name, demonstration FROM ${areas} WHERE ${where} ORDER BY name, slug`,
	);
	return found.map((row) =>
		Area.parse({
			slug: row.slug,
			gss_code: row.gss_code ?? undefined,
			name: row.name,
			demonstration: row.demonstration === 1,
		}),
	);
}
