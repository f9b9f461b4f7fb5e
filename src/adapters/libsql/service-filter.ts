import { type SQL, sql } from "drizzle-orm";
import { matchExpression } from "#adapters/libsql/full-text.ts";
import { attributes, schedules } from "#db/parts.ts";
import { locations, service_at_locations, services, taxonomy_terms } from "#db/schema.ts";
import type { Circle, ServiceQuery } from "#domain/directory/oruk-query.ts";

/** SQL conditions for what a reader of the feed asks of services. All of them must hold. */

/** Metres in one degree of latitude, from the mean radius of the Earth, 6,371 km. */
const METRES_PER_DEGREE = 111_195;

/** SQL for rows of `services`, with `rank` to sort by, the best first. */
export function matchingServices(area: string, query: ServiceQuery): SQL {
	const match = query.search === undefined ? undefined : matchExpression(query.search);
	const conditions = [...ofRecord(area, query, match), ...hours(query, sql`TRUE`)];
	if (query.near) conditions.push(sql`EXISTS (SELECT 1 ${placesInside(query.near)})`);
	const distance = query.near && sql`(SELECT min(${squaredMetres(query.near)}) ${placesInside(query.near)})`;
	return sql`SELECT ${services.key} AS key, ${services.id} AS id, ${services.name} AS name, ${distance ?? rank(match)} AS rank
		FROM ${source(match)} WHERE ${all(conditions)}`;
}

/** SQL for rows of `service_at_locations` with their service, as above. */
export function matchingPlaces(area: string, query: ServiceQuery): SQL {
	const match = query.search === undefined ? undefined : matchExpression(query.search);
	const here = sql`(${schedules.service_at_location_id} IS NULL OR ${schedules.service_at_location_id} = ${service_at_locations.id})`;
	const conditions = [...ofRecord(area, query, match), ...hours(query, here)];
	if (query.near) conditions.push(inside(query.near));
	const distance = query.near && squaredMetres(query.near);
	return sql`SELECT ${services.key} AS key, ${service_at_locations.id} AS id, ${services.name} AS name,
			${distance ?? rank(match)} AS rank
		FROM ${source(match)}
			JOIN ${service_at_locations} ON ${service_at_locations.area} = ${services.area}
				AND ${service_at_locations.service_id} = ${services.id}
			JOIN ${locations} ON ${locations.area} = ${service_at_locations.area}
				AND ${locations.id} = ${service_at_locations.location_id}
		WHERE ${all(conditions)}`;
}

/** `match` is null for a search without a word in it, which nothing can meet. */
function ofRecord(area: string, query: ServiceQuery, match: string | null | undefined): SQL[] {
	const found = [sql`${services.area} = ${area}`, sql`${services.archived} = 0`];
	const mine = sql`${attributes.area} = ${services.area} AND ${attributes.service_id} = ${services.id}`;
	if (match === null) found.push(sql`FALSE`);
	if (typeof match === "string") found.push(sql`service_search MATCH ${match}`);
	if (query.taxonomyTermId !== undefined) {
		found.push(
			sql`EXISTS (SELECT 1 FROM ${attributes} WHERE ${mine} AND ${attributes.taxonomy_term_id} = ${query.taxonomyTermId})`,
		);
	}
	if (query.taxonomyId !== undefined) {
		found.push(sql`EXISTS (SELECT 1 FROM ${attributes} JOIN ${taxonomy_terms} ON ${taxonomy_terms.area} = ${attributes.area}
			AND ${taxonomy_terms.id} = ${attributes.taxonomy_term_id}
			WHERE ${mine} AND ${taxonomy_terms.taxonomy_id} = ${query.taxonomyId})`);
	}
	if (query.organizationId !== undefined) found.push(sql`${services.organization_id} = ${query.organizationId}`);
	if (query.modifiedAfter !== undefined) found.push(sql`${services.last_modified} >= ${query.modifiedAfter.getTime()}`);
	if (query.minimumAge !== undefined) found.push(sql`coalesce(${services.minimum_age}, 0) >= ${query.minimumAge}`);
	if (query.maximumAge !== undefined) found.push(sql`${services.maximum_age} <= ${query.maximumAge}`);
	if (query.age !== undefined) {
		found.push(
			sql`coalesce(${services.minimum_age}, 0) <= ${query.age} AND coalesce(${services.maximum_age}, 999) >= ${query.age}`,
		);
	}
	return found;
}

/** One and the same timetable line must meet the day and the times. */
function hours(query: ServiceQuery, line: SQL): SQL[] {
	const wanted: SQL[] = [];
	if (query.day !== undefined) wanted.push(sql`instr(${schedules.byday}, ${query.day}) > 0`);
	if (query.startTime !== undefined) wanted.push(sql`${schedules.opens_at} >= ${query.startTime}`);
	if (query.endTime !== undefined) wanted.push(sql`${schedules.closes_at} <= ${query.endTime}`);
	if (wanted.length === 0) return [];
	return [
		sql`EXISTS (SELECT 1 FROM ${schedules} WHERE ${schedules.area} = ${services.area}
			AND ${schedules.service_id} = ${services.id} AND ${line} AND ${all(wanted)})`,
	];
}

/** A secret place is never found by where it is: circle after circle would close in on it. */
function inside(circle: Circle): SQL {
	const open = sql`${locations.masked} = 0 AND ${locations.latitude} IS NOT NULL AND ${locations.longitude} IS NOT NULL`;
	if (!Number.isFinite(circle.metres)) return open;
	const degrees = circle.metres / METRES_PER_DEGREE;
	return sql`${open} AND ${locations.latitude} BETWEEN ${circle.latitude - degrees} AND ${circle.latitude + degrees}
		AND ${squaredMetres(circle)} <= ${circle.metres ** 2}`;
}

function placesInside(circle: Circle): SQL {
	return sql`FROM ${service_at_locations} JOIN ${locations} ON ${locations.area} = ${service_at_locations.area}
			AND ${locations.id} = ${service_at_locations.location_id}
		WHERE ${service_at_locations.area} = ${services.area} AND ${service_at_locations.service_id} = ${services.id}
			AND ${inside(circle)}`;
}

/** Flat-earth distance, squared: within a county it is out by less than one in two hundred, and needs no root or sine. */
function squaredMetres(circle: Circle): SQL {
	const perDegreeEast = METRES_PER_DEGREE * Math.cos((circle.latitude * Math.PI) / 180);
	const north = sql`(${locations.latitude} - ${circle.latitude}) * ${METRES_PER_DEGREE}`;
	const east = sql`(${locations.longitude} - ${circle.longitude}) * ${perDegreeEast}`;
	return sql`((${north}) * (${north}) + (${east}) * (${east}))`;
}

/** Names weigh most, then the organisation, then the description. */
function rank(match: string | null | undefined): SQL {
	return typeof match === "string" ? sql`bm25(service_search, 10.0, 3.0, 1.0)` : sql`0`;
}

/** CROSS keeps the order: the other way round, the index would be asked once for every service. */
function source(match: string | null | undefined): SQL {
	if (typeof match !== "string") return sql`${services}`;
	return sql`service_search CROSS JOIN ${services} ON ${services.key} = service_search.rowid`;
}

function all(conditions: readonly SQL[]): SQL {
	return sql.join([...conditions], sql` AND `);
}
