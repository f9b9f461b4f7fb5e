import { sql } from "drizzle-orm";
import type { Database } from "#adapters/libsql/client.ts";
import { rows } from "#adapters/libsql/statement.ts";
import { addresses } from "#db/parts.ts";
import { areas, locations } from "#db/schema.ts";
import type { FeedVersion } from "#ports/feed.ts";
import type { Point } from "#ports/places.ts";

/** How often an area's feed has changed, and when last. Null where there is no such area. */
export async function feedVersion(client: Database, area: string): Promise<FeedVersion | null> {
	const [row] = await rows(client, sql`SELECT feed_version, feed_changed_at FROM ${areas} WHERE slug = ${area}`);
	return row === undefined
		? null
		: { version: Number(row.feed_version), changedAt: new Date(Number(row.feed_changed_at)) };
}

const postcodeRe = /^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/;

/**
 * Where a postcode lies, from the open locations that have it, or else from those that share its first half.
 * Locations with a secret address do not count: the answer must not give one away.
 */
export async function postcodePoint(client: Database, area: string, postcode: string): Promise<Point | null> {
	const full = postcode.toUpperCase().replace(/\s+/g, "");
	if (!postcodeRe.test(full)) return null;
	const outcode = full.slice(0, -3);
	const [row] = await rows(
		client,
		sql`SELECT avg(${locations.latitude}) AS latitude, avg(${locations.longitude}) AS longitude,
				${addresses.postcode} = ${full} AS exact
			FROM ${addresses} JOIN ${locations} ON ${locations.area} = ${addresses.area} AND ${locations.id} = ${addresses.location_id}
			WHERE ${addresses.outcode} = ${outcode} AND ${addresses.area} = ${area} AND ${locations.masked} = 0
				AND ${locations.latitude} IS NOT NULL AND ${locations.longitude} IS NOT NULL
			GROUP BY exact ORDER BY exact DESC LIMIT 1`,
	);
	if (row === undefined) return null;
	return {
		latitude: Number(row.latitude),
		longitude: Number(row.longitude),
		precision: row.exact === 1 ? "postcode" : "outcode",
	};
}
