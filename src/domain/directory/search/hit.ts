import { hasBit } from "#domain/directory/search/bits.ts";
import { type DisplayRow, decodeDisplayRow } from "#domain/directory/search/display-row.ts";
import type { Distances } from "#domain/directory/search/distances.ts";
import { freshnessLimits, freshnessOf } from "#domain/directory/search/freshness.ts";
import type { Moment } from "#domain/directory/search/moment.ts";
import { openRecords, rulesOf } from "#domain/directory/search/open-records.ts";
import type { Hit } from "#domain/directory/search/query.ts";
import { FLAG } from "#domain/directory/search/sections.ts";
import type { Snapshot } from "#domain/directory/search/snapshot.ts";
import { ticksOf } from "#domain/directory/search/tick-words.ts";
import { type OpeningHours, openingHours } from "#domain/directory/search/timetable.ts";
import { NO_TIME, type TimetableRule } from "#domain/directory/search/timetable-rule.ts";
import { dateOf } from "#domain/hours/local-date.ts";

const decoder = new TextDecoder();

/** What does not change with the question: read from the bytes once, while the record keeps coming up. */
type Listing = {
	readonly row: DisplayRow;
	readonly fixed: Omit<Hit, "distance_km" | "where" | "open_now" | "hours" | "freshness" | "explain">;
	readonly rules: readonly TimetableRule[];
	readonly timed: boolean;
	/** The hours at the last minute that was asked about. */
	hours: { readonly at: Moment; readonly value: OpeningHours } | null;
};
/** Listings kept per snapshot; when there are more, all are let go. */
const MOST_KEPT = 512;
const kept = new WeakMap<Snapshot, Map<number, Listing>>();

/** What a list shows of a record at a moment. */
export function hitOf(snapshot: Snapshot, record: number, at: Moment, distances: Distances | null): Hit {
	const listing = listingOf(snapshot, record);
	const { row, fixed } = listing;
	const nearest = distances?.nearest(record) ?? -1;
	const where = row.places[nearest >= 0 ? (snapshot.pointTexts[nearest] ?? 0) : 0];
	return {
		...fixed,
		...(where === undefined ? {} : { where }),
		...(distances && nearest >= 0 ? { distance_km: Math.round(distances.to(record) * 100) / 100 } : {}),
		open_now: listing.timed ? hasBit(openRecords(snapshot, at), record) : null,
		hours: hoursOf(listing, at),
		freshness: freshnessOf(snapshot.assured[record] ?? 0, freshnessLimits(at.day)),
	};
}

function hoursOf(listing: Listing, at: Moment): OpeningHours {
	const known = listing.hours;
	if (known?.at.minute === at.minute && known.at.day === at.day && known.at.holidays === at.holidays)
		return known.value;
	const value = openingHours(listing.rules, at);
	listing.hours = { at, value };
	return value;
}

function listingOf(snapshot: Snapshot, record: number): Listing {
	const listings = kept.get(snapshot) ?? new Map<number, Listing>();
	kept.set(snapshot, listings);
	const known = listings.get(record);
	if (known) return known;
	if (listings.size >= MOST_KEPT) listings.clear();
	const made = readListing(snapshot, record);
	listings.set(record, made);
	return made;
}

function readListing(snapshot: Snapshot, record: number): Listing {
	const { displayOffsets, displayBytes, meta } = snapshot;
	const bytes = displayBytes.subarray(displayOffsets[record] ?? 0, displayOffsets[record + 1] ?? 0);
	const row = decodeDisplayRow(decoder.decode(bytes));
	const rules = rulesOf(snapshot, record);
	const ticks = ticksOf(snapshot.ticks, record).flatMap((value) => snapshot.values[value] ?? []);
	const assured = snapshot.assured[record] ?? 0;
	return {
		row,
		rules,
		timed: rules.some((rule) => rule.opens !== NO_TIME),
		hours: null,
		fixed: {
			id: row.id,
			name: row.name,
			...given("organisation", row.organisation),
			...given("summary", row.summary),
			needs: ticks.flatMap(({ group, id, name }) => (group === "need" ? [{ id, name }] : [])),
			other_places: Math.max(0, row.places.length - 1),
			everywhere: ((snapshot.flags[record] ?? 0) & FLAG.everywhere) !== 0,
			modes: ticks.flatMap(({ group, id }) => (group === "mode" ? [id] : [])),
			free: ticks.some(({ group }) => group === "free"),
			...given("cost_text", row.costText),
			...(row.minimumAge === null ? {} : { minimum_age: row.minimumAge }),
			...(row.maximumAge === null ? {} : { maximum_age: row.maximumAge }),
			...given("phone", row.phone),
			...given("url", row.url),
			...given("email", row.email),
			...given("alert", row.alert),
			temporarily_closed: row.closed,
			...(assured === 0 ? {} : { assured_date: dateOf(assured) }),
			area: { slug: meta.area, name: meta.area_name },
		},
	};
}

function given<Key extends string>(key: Key, text: string): { readonly [K in Key]?: string } {
	const part: { [K in Key]?: string } = {};
	if (text !== "") part[key] = text;
	return part;
}
