import { readImport } from "#domain/directory/import/read-import.ts";
import type { ImportBatch } from "#domain/directory/import-batch.ts";
import type { Service } from "#domain/directory/service.ts";

const OPTIONS = { scope: "testshire", today: "2026-11-22" };

/** The batch that named texts give; a value that is no text stands for its JSON. Fails where there is none. */
export function batchOf(files: Readonly<Record<string, unknown>>): ImportBatch {
	const texts = Object.entries(files).map(
		([name, held]) => [name, typeof held === "string" ? held : JSON.stringify(held)] as const,
	);
	const read = readImport(new Map(texts), OPTIONS);
	if (read.kind === "unreadable") throw new Error(`${read.reason} ${read.seen.join("; ")}`);
	return read.batch;
}

/** Why named texts cannot be read. Fails where they can. */
export function refusalOf(files: Readonly<Record<string, string>>): {
	readonly reason: string;
	readonly seen: readonly string[];
} {
	const read = readImport(new Map(Object.entries(files)), OPTIONS);
	if (read.kind === "batch") throw new Error(`It was read as ${read.batch.format}.`);
	return read;
}

export const ID = "0b8a9adf-e155-4f77-8c48-a339105d6722";

/** One record as the importer leaves it, with the rules it needed. The record gets an id, a name, a status, an organisation. */
export function readOne(record: Readonly<Record<string, unknown>>): {
	readonly service: Service;
	readonly rules: readonly string[];
} {
	const organization = { id: "42d3fa20-b36d-4822-b5dc-68029911caaf", name: "Harbour", description: "A charity" };
	const batch = batchOf({
		"services.json": [{ id: ID, name: "Harbour drop-in", status: "active", organization, ...record }],
	});
	const [service] = batch.services;
	if (service === undefined) throw new Error(JSON.stringify(batch.rejects));
	return { service, rules: batch.repairs.map((repair) => repair.rule) };
}

/** Whether the sums of a batch add up: every row is a service, a reject or part of another. */
export function addsUp(batch: ImportBatch): boolean {
	return batch.read === batch.services.length + batch.rejects.length + batch.folded;
}
