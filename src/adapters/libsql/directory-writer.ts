import type { InStatement } from "@libsql/client";
import { sql } from "drizzle-orm";
import type { Database } from "#adapters/libsql/client.ts";
import { contentHash } from "#adapters/libsql/content-hash.ts";
import { distinctPlaces } from "#adapters/libsql/distinct-places.ts";
import { addNotes, saveFeed, saveRun } from "#adapters/libsql/feed-runs.ts";
import { type ImportPlan, planImport } from "#adapters/libsql/import-plan.ts";
import { add, addTerms, type Rows, rowsOf } from "#adapters/libsql/import-rows.ts";
import { settle, sweep, takeOver } from "#adapters/libsql/import-statements.ts";
import { knownState, takenPlaces } from "#adapters/libsql/known-state.ts";
import { publishableServices } from "#adapters/libsql/publishable.ts";
import { sharedRecords } from "#adapters/libsql/shared-records.ts";
import { stage, unstage } from "#adapters/libsql/staging.ts";
import { statement } from "#adapters/libsql/statement.ts";
import { areas } from "#db/schema.ts";
import type { ImportBatch, ImportCounts } from "#domain/directory/import-batch.ts";
import { AppError } from "#domain/errors.ts";
import type { DirectoryWriter } from "#ports/directory-writer.ts";

/** Writing to the directory as a port: one transaction for each import. */
export function createDirectoryWriter(client: Database): DirectoryWriter {
	return {
		applyImport: (area, source, batch, at) => applyImport(client, area, source, batch, at),
		publishable: (area) => publishableServices(client, area),
	};
}

async function applyImport(
	client: Database,
	area: string,
	source: string,
	given: ImportBatch,
	at: Date,
): Promise<ImportCounts> {
	const own = new Set(given.services.map((service) => service.id));
	const { services, repairs } = distinctPlaces(given.services, await takenPlaces(client, area, source, own));
	const batch: ImportBatch = { ...given, services, repairs: [...given.repairs, ...repairs] };
	const { taxonomyHash, known, allowed } = await knownState(client, area, source);
	const hashes = await hashesOf(batch);
	const plan = planImport(source, batch.services, hashes, known, allowed);
	const newTaxonomyHash = await contentHash([batch.taxonomies, batch.taxonomyTerms]);
	const taxonomyChanged = newTaxonomyHash !== taxonomyHash && batch.taxonomies.length + batch.taxonomyTerms.length > 0;
	const counts = countsOf(plan);

	const run = crypto.randomUUID();
	try {
		await stage(client, run, stagedRows(batch, plan, hashes, taxonomyChanged, source, at), at);
		const changes: readonly InStatement[] =
			counts.created + counts.updated + counts.deleted > 0 || taxonomyChanged
				? [...takeOver(run, area, source), ...settle(run, area, source, at), ...sweep(area), newVersion(area, at)]
				: settle(run, area, source, at);
		await client.batch(
			[
				saveFeed(area, source, batch, taxonomyChanged ? newTaxonomyHash : taxonomyHash, at),
				...changes,
				...saveRun(run, area, source, batch, counts, at),
				unstage(run),
			],
			"write",
		);
	} catch (error) {
		await client.execute(unstage(run)).catch(() => undefined);
		throw error;
	}
	return counts;
}

function stagedRows(
	batch: ImportBatch,
	plan: ImportPlan,
	hashes: ReadonlyMap<string, string>,
	taxonomyChanged: boolean,
	source: string,
	at: Date,
): Rows {
	const shared = sharedRecords(batch);
	const changed = new Set([...plan.created, ...plan.updated]);
	const entries = batch.services
		.filter((service) => changed.has(service.id))
		.map((service) => ({ service, hash: hashes.get(service.id) ?? "" }));
	const all = rowsOf(entries, shared, source, at);
	if (taxonomyChanged) {
		add(all, "taxonomies", {}, batch.taxonomies);
		addTerms(all, batch.taxonomyTerms, shared);
	}
	const ids = (list: readonly string[]) => list.map((id) => ({ id }));
	add(all, "claimed", {}, ids(plan.claimed));
	add(all, "missing", {}, ids(plan.missing));
	add(all, "deleted", {}, ids(plan.deleted));
	add(all, "held_back", {}, ids(plan.heldBack));
	addNotes(all, batch);
	return all;
}

async function hashesOf(batch: ImportBatch): Promise<ReadonlyMap<string, string>> {
	const hashes = new Map<string, string>();
	for (const service of batch.services) {
		if (hashes.has(service.id)) throw new AppError("INVALID", `Service ${service.id} stands twice in the batch.`);
		hashes.set(service.id, await contentHash(service));
	}
	return hashes;
}

function countsOf(plan: ImportPlan): ImportCounts {
	return {
		created: plan.created.length,
		updated: plan.updated.length,
		unchanged: plan.unchanged.length,
		missing: plan.missing.length,
		deleted: plan.deleted.length,
		heldBack: plan.heldBack.length,
	};
}

function newVersion(area: string, at: Date): InStatement {
	return statement(
		sql`UPDATE ${areas} SET feed_version = feed_version + 1, feed_changed_at = ${at.getTime()} WHERE slug = ${area}`,
	);
}
