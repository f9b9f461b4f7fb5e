import { completenessFrom } from "#domain/directory/completeness.ts";
import { hasBit } from "#domain/directory/search/bits.ts";
import { type DisplayRow, decodeDisplayRow } from "#domain/directory/search/display-row.ts";
import type { Distances } from "#domain/directory/search/distances.ts";
import { freshnessLimits, freshnessOf } from "#domain/directory/search/freshness.ts";
import { dateText, type Moment, sameMoment } from "#domain/directory/search/moment.ts";
import { openRecords, rulesOf } from "#domain/directory/search/open-records.ts";
import type { Hit } from "#domain/directory/search/query.ts";
import { FLAG, POINT_KIND } from "#domain/directory/search/sections.ts";
import type { Snapshot } from "#domain/directory/search/snapshot.ts";
import { ticksOf } from "#domain/directory/search/tick-words.ts";
import { openingHours } from "#domain/directory/search/timetable.ts";
import { NO_TIME } from "#domain/directory/search/timetable-rule.ts";

const decoder = new TextDecoder();

/** While it is being put together: parts that are not known are never set, so that they are not in the answer. */
type Draft = { -readonly [Key in keyof Hit]: Hit[Key] };

/** Listings kept per snapshot for a minute: the same few services answer most questions. */
const MOST_KEPT = 2000;
const kept = new WeakMap<Snapshot, { readonly at: Moment; readonly listings: Map<number, Listing> }>();
type Listing = { readonly hit: Hit; readonly row: DisplayRow };

/** What a list shows of a record at a moment. */
export function hitOf(snapshot: Snapshot, record: number, at: Moment, distances: Distances | null): Hit {
	let known = kept.get(snapshot);
	if (!known || !sameMoment(known.at, at) || known.listings.size >= MOST_KEPT) {
		known = { at, listings: new Map() };
		kept.set(snapshot, known);
	}
	const listing = known.listings.get(record) ?? listingOf(snapshot, record, at);
	known.listings.set(record, listing);
	return distances ? withDistance(listing, snapshot, record, distances) : listing.hit;
}

function withDistance({ hit, row }: Listing, snapshot: Snapshot, record: number, distances: Distances): Hit {
	const nearest = distances.nearest(record);
	if (nearest < 0) return hit;
	const near: Draft = { ...hit, distance_km: Math.round(distances.to(record) * 100) / 100 };
	const where = row.places[snapshot.pointTexts[nearest] ?? 0];
	if (where !== undefined) near.where = where;
	if (snapshot.pointKinds[nearest] === POINT_KIND.rough) near.distance_rough = true;
	near.point = {
		latitude: degrees(snapshot.points[nearest * 2]),
		longitude: degrees(snapshot.points[nearest * 2 + 1]),
	};
	return near;
}

/** To about ten metres: more than that the text does not say. */
function degrees(value = 0): number {
	return Math.round(value * 10_000) / 10_000;
}

function listingOf(snapshot: Snapshot, record: number, at: Moment): Listing {
	const row = rowOf(snapshot, record);
	const rules = rulesOf(snapshot, record);
	const timed = rules.some((rule) => rule.opens !== NO_TIME);
	const open = timed && hasBit(openRecords(snapshot, at), record);
	const assured = snapshot.assured[record] ?? 0;
	const hit: Draft = {
		id: row.id,
		name: row.name,
		needs: [],
		other_places: Math.max(0, row.places.length - 1),
		everywhere: ((snapshot.flags[record] ?? 0) & FLAG.everywhere) !== 0,
		modes: [],
		free: false,
		open_now: timed ? open : null,
		hours: openingHours(rules, at, open),
		temporarily_closed: row.closed,
		freshness: freshnessOf(assured, freshnessLimits(at.day), snapshot.hiddenFrom[record]),
		area: snapshot.area,
	};
	const lacking = snapshot.lacking[record];
	if (lacking !== undefined) hit.completeness = completenessFrom(lacking).score;
	addTicks(hit, snapshot, record);
	const [place] = row.places;
	if (place !== undefined) hit.where = place;
	if (row.organisation !== "") hit.organisation = row.organisation;
	if (row.summary !== "") hit.summary = row.summary;
	if (row.costText !== "") hit.cost_text = row.costText;
	if (row.minimumAge !== null) hit.minimum_age = row.minimumAge;
	if (row.maximumAge !== null) hit.maximum_age = row.maximumAge;
	if (row.phone !== "") hit.phone = row.phone;
	if (row.url !== "") hit.url = row.url;
	if (row.email !== "") hit.email = row.email;
	if (row.alert !== "") hit.alert = row.alert;
	if (assured !== 0) hit.assured_date = dateText(assured);
	return { hit, row };
}

function rowOf({ displayOffsets, displayBytes }: Snapshot, record: number): DisplayRow {
	const bytes = displayBytes.subarray(displayOffsets[record] ?? 0, displayOffsets[record + 1] ?? 0);
	return decodeDisplayRow(decoder.decode(bytes));
}

function addTicks(hit: Draft, { ticks, values }: Snapshot, record: number): void {
	const needs: { readonly id: string; readonly name: string }[] = [];
	const modes: string[] = [];
	for (const number of ticksOf(ticks, record)) {
		const value = values[number];
		if (value?.group === "need") needs.push({ id: value.id, name: value.name });
		else if (value?.group === "mode") modes.push(value.id);
		else if (value?.group === "free") hit.free = true;
	}
	hit.needs = needs;
	hit.modes = modes;
}
