import { childOf, UNBORN } from "#domain/directory/search/ages.ts";
import { type Bits, hasBit } from "#domain/directory/search/bits.ts";
import { FACET_GROUPS, type FacetGroup } from "#domain/directory/search/facet-values.ts";
import type { Moment } from "#domain/directory/search/moment.ts";
import { openRecords } from "#domain/directory/search/open-records.ts";
import type { SearchQuery } from "#domain/directory/search/query.ts";
import type { Snapshot } from "#domain/directory/search/snapshot.ts";
import { suitableRecords } from "#domain/directory/search/suitable-records.ts";
import { type TickWords, tickMask } from "#domain/directory/search/tick-words.ts";

/** One part of a question that narrows the results, and the records that pass it. */
export type Filter = {
	/** Its group's place in `FACET_GROUPS`, -1 for one whose choices are not counted. */
	readonly group: number;
	/** Passes a record that is one of these, or that ticks any of those. */
	readonly records: Bits | null;
	readonly ticks: Uint32Array;
	/** The words of `ticks` that hold anything: from the first, up to but without the second. */
	readonly first: number;
	readonly last: number;
};
export type ActiveFilters = {
	readonly filters: readonly Filter[];
	/** Choices that this directory does not know, as "need=abc". */
	readonly unknown: readonly string[];
};

const LISTS = [
	"need",
	"audience",
	"send",
	"access",
	"mode",
	"language",
	"day",
] as const satisfies readonly FacetGroup[];

/** Reads the question's filters, distance apart. A choice that this directory does not know matches nothing. */
export function activeFilters(query: SearchQuery, snapshot: Snapshot, at: Moment): ActiveFilters {
	const unknown: string[] = [];
	const filters: Filter[] = [];
	for (const group of LISTS) {
		const wanted = query[group];
		if (wanted === undefined || wanted.length === 0) continue;
		const found = wanted.flatMap((id) => {
			const value = snapshot.values.findIndex((choice) => choice.group === group && choice.id === id);
			if (value < 0) unknown.push(`${group}=${id}`);
			return value < 0 ? [] : [value];
		});
		filters.push(ticking(group, found, snapshot));
	}
	if (query.free) {
		const free = snapshot.values.findIndex((choice) => choice.group === "free");
		filters.push(ticking("free", [free], snapshot));
	}
	if (query.age !== undefined)
		filters.push(
			among(
				FACET_GROUPS.indexOf("age"),
				suitableRecords(snapshot, query.age === "unborn" ? UNBORN : childOf(query.age)),
			),
		);
	if (query.open_now) filters.push(among(-1, openRecords(snapshot, at)));
	return { filters, unknown };
}

function among(group: number, records: Bits): Filter {
	return { group, records, ticks: new Uint32Array(0), first: 0, last: 0 };
}

function ticking(group: FacetGroup, values: readonly number[], snapshot: Snapshot): Filter {
	const ticks = tickMask(values, snapshot.ticks.width);
	const used = values.map((value) => value >>> 5);
	const first = used.length > 0 ? Math.min(...used) : 0;
	const last = used.length > 0 ? Math.max(...used) + 1 : 0;
	return { group: FACET_GROUPS.indexOf(group), records: null, ticks, first, last };
}

/** Whether a record passes a filter. */
export function passes(filter: Filter, { width, words }: TickWords, record: number): boolean {
	if (filter.records !== null) return hasBit(filter.records, record);
	const row = record * width;
	for (let word = filter.first; word < filter.last; word += 1)
		if (((filter.ticks[word] ?? 0) & (words[row + word] ?? 0)) !== 0) return true;
	return false;
}
