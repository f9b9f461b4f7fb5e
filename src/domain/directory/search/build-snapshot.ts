import type { ServiceNotice } from "#domain/directory/notices.ts";
import { agesOf } from "#domain/directory/search/ages.ts";
import { buildIndex } from "#domain/directory/search/build-index.ts";
import { snapshotChecksum, writeContainer } from "#domain/directory/search/container.ts";
import { encodeColumns } from "#domain/directory/search/encode-columns.ts";
import { encodeWords } from "#domain/directory/search/encode-words.ts";
import { facetValues } from "#domain/directory/search/facet-values.ts";
import { languageValues } from "#domain/directory/search/language-values.ts";
import { dayNumber } from "#domain/directory/search/moment.ts";
import { searchRecord } from "#domain/directory/search/record.ts";
import { recordTicks } from "#domain/directory/search/record-ticks.ts";
import { type Meta, MOST_SERVICES, SECTION } from "#domain/directory/search/sections.ts";
import { serviceTimetable } from "#domain/directory/search/service-timetable.ts";
import type { SearchVocabulary } from "#domain/directory/search/vocabulary.ts";
import { vocabularyMark } from "#domain/directory/search/vocabulary-mark.ts";
import { maskedPlaceIds } from "#domain/directory/secret-places.ts";
import type { Service } from "#domain/directory/service.ts";

export type SnapshotInput = {
	readonly services: readonly Service[];
	readonly vocabulary: SearchVocabulary;
	readonly area: { readonly slug: string; readonly name: string };
	readonly builtAt: Date;
	/** What providers were told: without it no listing is hidden for its age. */
	readonly notices?: readonly ServiceNotice[];
};
export type BuiltSnapshot =
	| { readonly kind: "built"; readonly bytes: Uint8Array; readonly checksum: string; readonly services: number }
	| { readonly kind: "too_many"; readonly message: string };

/**
 * Builds an area's search snapshot. The same services, vocabulary and instant give the same bytes, in whatever order
 * the services come. Archived, inactive and defunct records are left out; of two with one id the later modified stays.
 */
export function buildSnapshot({ services, vocabulary, area, builtAt, notices = [] }: SnapshotInput): BuiltSnapshot {
	const shown = published(services);
	if (shown.length > MOST_SERVICES)
		return { kind: "too_many", message: `A snapshot holds ${MOST_SERVICES} services; this area has ${shown.length}.` };
	const masked = maskedPlaceIds(services);
	const records = shown
		.map((service) => searchRecord(service, masked, area.name))
		.sort((a, b) => order(a.sortName, b.sortName) || order(a.service.id, b.service.id));

	const facets = facetValues(vocabulary);
	const index = buildIndex(records, vocabulary, facets, area.name);
	const languages = languageValues(
		facets.values,
		records.flatMap((record) => record.languages),
	);
	const values = [...facets.values, ...languages.added];
	const timetables = records.map((record) => serviceTimetable(record, index.isHolidayNote));
	const today = dayNumber(builtAt.toISOString()) ?? 0;
	const ticks = records.map((record, number) => {
		const facts = {
			worded: index.shown[number]?.choices ?? new Set<number>(),
			languages: record.languages.flatMap((name) => languages.numberOf.get(name) ?? []),
			ages: agesOf(record.service),
			forUnborn: index.shown[number]?.forUnborn ?? false,
			saysFree: index.shown[number]?.saysFree ?? null,
			timetable: timetables[number] ?? [],
			today,
		};
		return recordTicks(record, facts, values, vocabulary.filters.age);
	});
	const meta: Meta = {
		area: area.slug,
		area_name: area.name,
		built_at: builtAt.toISOString(),
		services: records.length,
		terms: index.lexicon.termCount(),
		average_length: Math.max(1, index.lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, records.length)),
		first_tag_term: index.lexicon.termOf("@0"),
		tags: facets.tags,
		values: values.map(({ group, id, name, parent }) => [group, id, name, parent]),
		open_now_name: vocabulary.filters.open_now.name,
		vocabulary: vocabularyMark(vocabulary),
	};
	const bytes = writeContainer([
		[SECTION.meta, new TextEncoder().encode(JSON.stringify(meta))],
		...encodeWords(index),
		...encodeColumns(records, index, values, ticks, timetables, notices),
	]);
	return { kind: "built", bytes, checksum: snapshotChecksum(bytes), services: records.length };
}

function published(services: readonly Service[]): readonly Service[] {
	const byId = new Map<string, Service>();
	for (const service of services) {
		if (service.internal?.archived || service.status === "inactive" || service.status === "defunct") continue;
		const known = byId.get(service.id);
		if (!known || order(modified(known), modified(service)) < 0) byId.set(service.id, service);
	}
	return [...byId.values()];
}

/** The text breaks the tie between two records of one id and instant, so that their order does not matter. */
function modified(service: Service): string {
	return `${service.last_modified ?? ""} ${JSON.stringify(service)}`;
}

function order(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
