import { valueAsText } from "#domain/directory/import/excerpt.ts";
import { isRecord } from "#domain/directory/import/fields.ts";
import { type JsonList, type ListKind, listsIn } from "#domain/directory/import/formats/json-lists.ts";
import type { JsonLine } from "#domain/directory/import/formats/json-text.ts";
import type { Ledger } from "#domain/directory/import/ledger.ts";
import { EMPTY_SOURCE, type Source, type SourceRecord } from "#domain/directory/import/source.ts";
import type { Reject } from "#domain/directory/import-batch.ts";

export type JsonFile =
	| { readonly name: string; readonly kind: "value"; readonly value: unknown }
	| { readonly name: string; readonly kind: "lines"; readonly lines: readonly JsonLine[] };

export type JsonSource = { readonly source: Source; readonly files: ReadonlySet<string> };

type Listed = JsonList & { readonly name: string; readonly positions: readonly string[] };

/**
 * Open Referral UK in JSON: pages, lists or single records of version 1 to 3, or one record on each line.
 * Answers what the files hold, and which of them hold anything.
 */
export function jsonSource(files: readonly JsonFile[], ledger: Ledger): JsonSource {
	const rejects: Reject[] = [];
	const used = new Set<string>();
	const lists = files.flatMap((file) => {
		const found =
			file.kind === "value" ? listsOfValue(file.name, file.value) : listsOfLines(file.name, file.lines, rejects);
		if (found.length > 0) used.add(file.name);
		return found;
	});
	noteMissingPages(lists, ledger);
	const of = (...kinds: readonly ListKind[]): readonly SourceRecord[] =>
		lists
			.filter((list) => kinds.includes(list.kind))
			.flatMap((list) => list.records.map((value, index) => ({ value, position: list.positions[index] ?? "" })));
	const services = [...of("service"), ...of("service_at_location").map(turnedToService)];
	const organizations = pointedTo(
		of("organization"),
		idsIn(services, "organization"),
		"No service here belongs to this organisation.",
	);
	const locations = pointedTo(of("location"), idsIn(services, "location"), "No service here is at this place.");
	const lines = files.some((file) => file.kind === "lines" && used.has(file.name));
	const version = lists.some((list) => list.kind === "service" && list.version === 1) ? 1 : 3;
	return {
		files: used,
		source: {
			...EMPTY_SOURCE,
			format: lines ? "ndjson" : version === 1 ? "oruk-v1" : "oruk-v3",
			services,
			organizations: organizations.byId,
			locations: locations.byId,
			taxonomies: of("taxonomy"),
			terms: of("taxonomy_term"),
			rejects: [...rejects, ...organizations.rejects, ...locations.rejects],
			folded: organizations.used + locations.used,
		},
	};
}

function listsOfValue(name: string, value: unknown): readonly Listed[] {
	return listsIn(value, name).map((list) => ({
		...list,
		name,
		positions: list.records.map((_, index) => `${name}, record ${index + 1}`),
	}));
}

/** Says where pages count more records than all pages of that kind hold together. */
function noteMissingPages(lists: readonly Listed[], ledger: Ledger): void {
	for (const kind of new Set(lists.map((list) => list.kind))) {
		const pages = lists.filter((list) => list.kind === kind);
		const held = pages.reduce((sum, list) => sum + list.records.length, 0);
		const longest = pages.reduce((a, b) => ((b.total ?? 0) > (a.total ?? 0) ? b : a));
		const total = longest.total ?? 0;
		if (total > held)
			ledger.repair(longest.name, kind, "only a part of the feed", `${total} records in all`, `${held} of them here`);
	}
}

/** A file of lines may mix records; each is sorted by itself. */
function listsOfLines(name: string, lines: readonly JsonLine[], rejects: Reject[]): readonly Listed[] {
	return lines.flatMap((line) => {
		const position = `${name}, line ${line.line}`;
		const lists = line.reason === undefined ? listsIn(line.value) : [];
		if (lists.length === 0)
			rejects.push({
				record: position,
				reason: line.reason === undefined ? "It holds no service." : `It is not JSON. ${line.reason}`,
				row: valueAsText(line.text),
			});
		return lists.map((list) => ({ ...list, name, positions: list.records.map(() => position) }));
	});
}

/** A service at a location with the service inside, turned round: the service with that one place. */
function turnedToService({ value, position }: SourceRecord): SourceRecord {
	if (!isRecord(value) || !isRecord(value.service)) return { value, position };
	const { service, ...place } = value;
	return { value: { ...service, service_at_locations: [place] }, position };
}

/** The ids by which services name an organisation or a place. */
function idsIn(services: readonly SourceRecord[], kind: "location" | "organization"): ReadonlySet<string> {
	const ids = new Set<string>();
	const add = (holder: unknown) => {
		if (!isRecord(holder)) return;
		const nested = holder[kind];
		const pointer = holder[`${kind}_id`] ?? (isRecord(nested) ? nested.id : undefined);
		if (typeof pointer === "string" || typeof pointer === "number") ids.add(String(pointer));
	};
	for (const { value } of services) {
		if (!isRecord(value)) continue;
		if (kind === "organization") add(value);
		else for (const place of Array.isArray(value.service_at_locations) ? value.service_at_locations : []) add(place);
	}
	return ids;
}

function pointedTo(records: readonly SourceRecord[], ids: ReadonlySet<string>, reason: string) {
	const byId = new Map<string, unknown>();
	const rejects: Reject[] = [];
	let used = 0;
	for (const { value, position } of records) {
		const id = isRecord(value) ? String(value.id ?? "") : "";
		if (ids.has(id)) {
			used += 1;
			if (!byId.has(id)) byId.set(id, value);
		} else rejects.push({ record: position, reason, row: valueAsText(value) });
	}
	return { byId, rejects, used };
}
