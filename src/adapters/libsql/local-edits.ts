import type { InStatement } from "@libsql/client";
import { sql } from "drizzle-orm";
import type { Database } from "#adapters/libsql/client.ts";
import { editedFields, forgetEdit, saveEdit } from "#adapters/libsql/edited-fields.ts";
import { type Entry, rowsOf } from "#adapters/libsql/import-rows.ts";
import { bury, sweep, takeOver } from "#adapters/libsql/import-statements.ts";
import { newFeedVersion } from "#adapters/libsql/new-feed-version.ts";
import { saveVersion } from "#adapters/libsql/service-versions.ts";
import { sharedRecords } from "#adapters/libsql/shared-records.ts";
import { stage, unstage } from "#adapters/libsql/staging.ts";
import { rows } from "#adapters/libsql/statement.ts";
import { versionOf, type WholeRecord, wholeRecord } from "#adapters/libsql/whole-record.ts";
import { editsBetween, type FieldEdit, fieldOf, withEdits } from "#domain/directory/local-edits.ts";
import type { Service } from "#domain/directory/service.ts";
import type { LocalEdits, Made, SavedEdits } from "#ports/local-edits.ts";

/** Edits at the desk as a port: the record, the edit and the version in one transaction. */
export function createLocalEdits(client: Database): LocalEdits {
	return {
		read: async (area, service) => {
			const found = await wholeRecord(client, area, service);
			return found === null ? null : { service: found.service, source: found.source };
		},
		list: (area, service) => editedFields(client, area, service),
		save: (area, service, edits, made) =>
			untilAlone(() => save(client, area, service, made, async () => ({ edits, keep: keepEdit(area, service, made) }))),
		withdraw: (area, service, fields, made) =>
			untilAlone(() =>
				save(client, area, service, made, async () => {
					const held = await editedFields(client, area, service);
					const given = held.filter(({ field }) => fields === null || fields.includes(field));
					return {
						edits: given.map(({ field, beneath }) => ({ field, value: beneath })),
						keep: ({ field }) => forgetEdit(area, service, field),
					};
				}),
			),
		create: (area, service, made) => create(client, area, service, made),
	};
}

type Change = {
	readonly edits: readonly FieldEdit[];
	/** The statement that makes an edit last, or lets it go. */
	readonly keep: (edit: FieldEdit, before: Service) => InStatement;
};

function keepEdit(area: string, service: string, made: Made): Change["keep"] {
	return (edit, before) => saveEdit(area, service, edit, fieldOf(before, edit.field), made);
}

async function save(
	client: Database,
	area: string,
	id: string,
	made: Made,
	changeOf: () => Promise<Change>,
): Promise<SavedEdits> {
	const before = await wholeRecord(client, area, id);
	if (before === null) return { kind: "unknown" };
	const { edits, keep } = await changeOf();
	const edited = withEdits(before.service, edits);
	if (edited.kind === "invalid") return edited;
	if (edits.length === 0) return { kind: "unchanged" };
	const kept = edits.map((edit) => keep(edit, before.service));
	if (editsBetween(before.service, edited.service).length === 0) {
		await client.batch(kept, "write");
		return { kind: "unchanged" };
	}
	const service = { ...edited.service, last_modified: made.at.toISOString() };
	const first = firstVersion(area, before);
	const leaves = service.internal?.archived === true && before.service.internal?.archived !== true;
	const also = [...first, ...kept, ...(leaves ? [bury(area, id, made.at)] : [])];
	await write(client, area, { ...before, service, version: before.version + first.length }, made, also);
	return { kind: "saved", service };
}

/** A service that was there before histories were kept begins its own with the state it is in. */
function firstVersion(area: string, { service, source, version }: WholeRecord): readonly InStatement[] {
	if (version > 0) return [];
	const at = new Date(service.last_modified ?? 0);
	return [saveVersion(area, service, 1, { by: source ?? "unknown", at, why: "import" })];
}

async function create(client: Database, area: string, service: Service, made: Made): Promise<boolean> {
	if ((await wholeRecord(client, area, service.id)) !== null) return false;
	const [row] = await rows(client, sql`SELECT ${versionOf(area, service.id)} AS version`);
	const record = { ...service, last_modified: made.at.toISOString() };
	const bookkeeping = { source: null, hash: null, missingRuns: 0, version: Number(row?.version) };
	await write(client, area, { ...bookkeeping, service: record }, made, []);
	return true;
}

async function write(
	client: Database,
	area: string,
	{ service, source, hash, missingRuns, version }: WholeRecord,
	made: Made,
	also: readonly InStatement[],
): Promise<void> {
	const run = crypto.randomUUID();
	const entry: Entry = { service, hash, missingRuns };
	const shared = sharedRecords({ services: [service], taxonomies: [], taxonomyTerms: [] });
	try {
		await stage(client, run, rowsOf([entry], shared, source, made.at), made.at);
		await client.batch(
			[
				...also,
				saveVersion(area, service, version + 1, made),
				...takeOver(run, area, source, { terms: "keep" }),
				...sweep(area),
				newFeedVersion(area, made.at),
				unstage(run),
			],
			"write",
		);
	} catch (error) {
		await client.execute(unstage(run)).catch(() => undefined);
		throw error;
	}
}

const MOST_TRIES = 4;

/** Two people who change a record at once: the second begins again on what the first left. */
async function untilAlone<T>(work: () => Promise<T>): Promise<T> {
	for (let tries = 1; ; tries++) {
		try {
			return await work();
		} catch (error) {
			if (tries === MOST_TRIES || !String(error).includes("service_versions")) throw error;
		}
	}
}
