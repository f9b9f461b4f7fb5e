import { sql } from "drizzle-orm";
import type { Database } from "#adapters/libsql/client.ts";
import type { KnownService } from "#adapters/libsql/import-plan.ts";
import { rows, rowsInTurns } from "#adapters/libsql/statement.ts";
import { feed_run_notes } from "#db/operations.ts";
import { areas, feeds, service_at_locations, services } from "#db/schema.ts";
import { AppError } from "#domain/errors.ts";

export type KnownState = {
	/** Of the taxonomies as the feed last gave them, "" when it never did. */
	readonly taxonomyHash: string;
	readonly known: ReadonlyMap<string, KnownService>;
	/** Records that a person has said may go. */
	readonly allowed: ReadonlySet<string>;
};

const ROWS_AT_ONCE = 10_000;

/** What the directory holds before an import. Stops with NOT_FOUND when there is no such area. */
export async function knownState(client: Database, area: string, source: string): Promise<KnownState> {
	const [found] = await rows(
		client,
		sql`SELECT ${feeds.taxonomy_hash} AS taxonomy_hash, ${feeds.allowed_run} AS allowed_run FROM ${areas}
			LEFT JOIN ${feeds} ON ${feeds.area} = ${areas.slug} AND ${feeds.source} = ${source} WHERE ${areas.slug} = ${area}`,
	);
	if (found === undefined) throw new AppError("NOT_FOUND", `There is no area "${area}" to import into.`);
	const held = await rowsInTurns(
		client,
		ROWS_AT_ONCE,
		(after) => sql`SELECT id, content_hash, source, missing_runs FROM ${services}
			WHERE ${services.area} = ${area} AND id > ${after} ORDER BY id`,
	);
	const known = held.map((row): [string, KnownService] => [
		String(row.id),
		{ hash: textOf(row.content_hash), source: textOf(row.source), missingRuns: Number(row.missing_runs) },
	]);
	const allowed = found.allowed_run === null ? new Set<string>() : await heldBackIn(client, Number(found.allowed_run));
	return { taxonomyHash: textOf(found.taxonomy_hash) ?? "", known: new Map(known), allowed };
}

async function heldBackIn(client: Database, run: number): Promise<ReadonlySet<string>> {
	const held = await rows(
		client,
		sql`SELECT item.value ->> 'id' AS id FROM ${feed_run_notes}, json_each(${feed_run_notes.notes}) AS item
			WHERE ${feed_run_notes.run} = ${run} AND ${feed_run_notes.kind} = 'held_back'`,
	);
	return new Set(held.map((row) => String(row.id)));
}

export type TakenPlaces = {
	/** Ids of links between services and places that stand with other feeds' services, those of `own` ids apart. */
	readonly elsewhere: ReadonlySet<string>;
	/** Of the links that this feed's services have. */
	readonly here: ReadonlySet<string>;
};

export async function takenPlaces(
	client: Database,
	area: string,
	source: string,
	own: ReadonlySet<string>,
): Promise<TakenPlaces> {
	const t = service_at_locations;
	const held = await rowsInTurns(
		client,
		ROWS_AT_ONCE,
		(after) => sql`SELECT printf('%012d', ${t.key}) AS id, ${t.id} AS link, ${t.service_id} AS service,
				${services.source} IS ${source} AS mine
			FROM ${t} JOIN ${services} ON ${services.area} = ${t.area} AND ${services.id} = ${t.service_id}
			WHERE ${t.area} = ${area} AND ${t.key} > ${Number(after)} ORDER BY ${t.key}`,
	);
	const links = (mine: boolean) =>
		held
			.filter((row) => (Number(row.mine) === 1) === mine && (mine || !own.has(String(row.service))))
			.map((row) => String(row.link));
	return { elsewhere: new Set(links(false)), here: new Set(links(true)) };
}

function textOf(value: unknown): string | null {
	return typeof value === "string" ? value : null;
}
