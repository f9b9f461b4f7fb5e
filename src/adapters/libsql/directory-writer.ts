import type { InStatement } from "@libsql/client";
import type { Database } from "#adapters/libsql/client.ts";
import { contentHash } from "#adapters/libsql/content-hash.ts";
import { distinctPlaces } from "#adapters/libsql/distinct-places.ts";
import { editedFields, saveBeneath } from "#adapters/libsql/edited-fields.ts";
import { addNotes, saveFeed, saveRun } from "#adapters/libsql/feed-runs.ts";
import { type ImportPlan, planImport } from "#adapters/libsql/import-plan.ts";
import { add, addTerms, type Rows, rowsOf } from "#adapters/libsql/import-rows.ts";
import { settle, sweep, takeOver } from "#adapters/libsql/import-statements.ts";
import { knownState, takenPlaces } from "#adapters/libsql/known-state.ts";
import { createLocalEdits } from "#adapters/libsql/local-edits.ts";
import { newFeedVersion } from "#adapters/libsql/new-feed-version.ts";
import { publishableServices } from "#adapters/libsql/publishable.ts";
import { addVersions, saveVersions } from "#adapters/libsql/service-versions.ts";
import { sharedRecords } from "#adapters/libsql/shared-records.ts";
import { stage, unstage } from "#adapters/libsql/staging.ts";
import type { ImportBatch, ImportCounts } from "#domain/directory/import-batch.ts";
import { fieldOf } from "#domain/directory/local-edits.ts";
import { type Overlaid, overlayEdits } from "#domain/directory/overlay-edits.ts";
import type { Service } from "#domain/directory/service.ts";
import { AppError } from "#domain/errors.ts";
import type { DirectoryWriter } from "#ports/directory-writer.ts";
import type { LocalEdit } from "#ports/local-edits.ts";

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
	const taken = await takenPlaces(client, area, source, own);
	const { services, repairs } = distinctPlaces(given.services, taken.elsewhere, given.partial ? taken.here : new Set());
	const batch: ImportBatch = { ...given, services, repairs: [...given.repairs, ...repairs] };
	const { taxonomyHash, known, allowed } = await knownState(client, area, source);
	const hashes = await hashesOf(batch);
	const plan = planImport(source, batch.services, hashes, known, allowed, batch.partial);
	const edits = await editedFields(client, area);
	const overlaid = overlayEdits(batch.services, edits);
	const newTaxonomyHash = await contentHash([batch.taxonomies, batch.taxonomyTerms]);
	const taxonomyChanged = newTaxonomyHash !== taxonomyHash && batch.taxonomies.length + batch.taxonomyTerms.length > 0;
	const counts = countsOf(plan);

	const run = crypto.randomUUID();
	try {
		await stage(client, run, stagedRows(batch, overlaid, plan, hashes, taxonomyChanged, source, at), at);
		const changes: readonly InStatement[] =
			counts.created + counts.updated + counts.deleted > 0 || taxonomyChanged
				? [
						...takeOver(run, area, source, batch.partial ? { masks: "keep" } : {}),
						...settle(run, area, source, at),
						...sweep(area),
						newFeedVersion(area, at),
					]
				: settle(run, area, source, at);
		await client.batch(
			[
				saveFeed(area, source, batch, taxonomyChanged ? newTaxonomyHash : taxonomyHash, at),
				...changes,
				...saveVersions(run, area, { by: source, at, why: "import" }),
				...overlaid.beneath.map(({ service, field, value }) => saveBeneath(area, service, field, value)),
				...saveRun(run, area, source, batch, counts, at),
				unstage(run),
			],
			"write",
		);
	} catch (error) {
		await client.execute(unstage(run)).catch(() => undefined);
		throw error;
	}
	if (counts.created + counts.updated > 0) await layOverAgain(client, area, batch.services, edits);
	return counts;
}

function stagedRows(
	batch: ImportBatch,
	{ services, edited }: Overlaid,
	plan: ImportPlan,
	hashes: ReadonlyMap<string, string>,
	taxonomyChanged: boolean,
	source: string,
	at: Date,
): Rows {
	// Of a place or an organisation that services share, an edit's word comes first.
	const shared = sharedRecords({
		...batch,
		services: services.toSorted((a, b) => +edited.has(b.id) - +edited.has(a.id)),
	});
	const ids = new Set([...plan.created, ...plan.updated]);
	const changed = services.filter((service) => ids.has(service.id));
	const entries = changed.map((service) => ({ service, hash: hashes.get(service.id) ?? "" }));
	const all = rowsOf(entries, shared, source, at);
	addVersions(all, changed);
	if (taxonomyChanged) {
		add(all, "taxonomies", {}, batch.taxonomies);
		addTerms(all, batch.taxonomyTerms, shared);
	}
	const listed = (list: readonly string[]) => list.map((id) => ({ id }));
	add(all, "claimed", {}, listed(plan.claimed));
	add(all, "missing", {}, listed(plan.missing));
	add(all, "deleted", {}, listed(plan.deleted));
	add(all, "held_back", {}, listed(plan.heldBack));
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

/** Somebody may have edited a record while its feed was on its way: what they said is laid over once more. */
async function layOverAgain(
	client: Database,
	area: string,
	services: readonly Service[],
	before: readonly LocalEdit[],
): Promise<void> {
	const seen = new Set(before.map(keyOf));
	const late = (await editedFields(client, area)).filter((edit) => !seen.has(keyOf(edit)));
	const feed = new Map(services.map((service) => [service.id, service]));
	for (const { service, field, value, editedAt, editedBy } of late) {
		const theirs = feed.get(service);
		if (theirs === undefined) continue;
		await client.execute(saveBeneath(area, service, field, fieldOf(theirs, field)));
		const made = { by: editedBy, at: editedAt, why: "edit" };
		await createLocalEdits(client).save(area, service, [{ field, value }], made);
	}
}

function keyOf({ service, field, editedAt }: LocalEdit): string {
	return `${service} ${field} ${editedAt.getTime()}`;
}
