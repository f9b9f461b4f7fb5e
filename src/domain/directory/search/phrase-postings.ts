import { addTo } from "#domain/directory/search/fields.ts";
import { POSITIONS_PER_FIELD, type Postings } from "#domain/directory/search/postings.ts";

export type PhrasePostings = { readonly records: Uint16Array; readonly counts: Uint16Array };

/** Records, ascending, each with its run of places, ascending. */
type Places = {
	readonly records: Uint16Array;
	/** Record n's run begins at the n-th and ends at the next. */
	readonly runs: Uint32Array;
	readonly places: Uint32Array;
};

/** The records that hold these terms one after another within a field. Stop words and small words have no place, so they do not part others. */
export function phrasePostings(terms: readonly number[], postings: Postings): PhrasePostings {
	if (terms.length === 0 || terms.some((term) => term < 0)) return NOTHING;
	let ends = placesOf(terms[0] ?? 0, postings, null);
	for (const term of terms.slice(1)) {
		if (ends.records.length === 0) return NOTHING;
		ends = following(ends, placesOf(term, postings, ends.records));
	}
	const { records, runs, places } = ends;
	const counts = new Uint16Array(records.length);
	for (let index = 0; index < records.length; index += 1) {
		let count = 0;
		for (let at = runs[index] ?? 0; at < (runs[index + 1] ?? 0); at += 1)
			count = addTo(count, Math.floor((places[at] ?? 0) / POSITIONS_PER_FIELD));
		counts[index] = count;
	}
	return { records, counts };
}

const NOTHING: PhrasePostings = { records: new Uint16Array(0), counts: new Uint16Array(0) };

/** The places of `next` that come right after one of `ends` in the same field of the same record. */
function following(ends: Places, next: Places): Places {
	const records = new Uint16Array(next.records.length);
	const runs = new Uint32Array(next.records.length + 1);
	const places = new Uint32Array(next.places.length);
	let kept = 0;
	let used = 0;
	let end = 0;
	for (let index = 0; index < next.records.length; index += 1) {
		const record = next.records[index] ?? 0;
		while (end < ends.records.length && (ends.records[end] ?? 0) < record) end += 1;
		if (ends.records[end] !== record) continue;
		const before = used;
		let from = ends.runs[end] ?? 0;
		const to = ends.runs[end + 1] ?? 0;
		for (let at = next.runs[index] ?? 0; at < (next.runs[index + 1] ?? 0); at += 1) {
			const place = next.places[at] ?? 0;
			while (from < to && (ends.places[from] ?? 0) + 1 < place) from += 1;
			if (from === to) break;
			if ((ends.places[from] ?? 0) + 1 !== place || place % POSITIONS_PER_FIELD === 0) continue;
			places[used] = place;
			used += 1;
		}
		if (used === before) continue;
		records[kept] = record;
		kept += 1;
		runs[kept] = used;
	}
	return { records: records.subarray(0, kept), runs, places };
}

/** Every place of a term; of `among` only, both ascending, where that is given. */
function placesOf(term: number, postings: Postings, among: Uint16Array | null): Places {
	const { positions, offsets, positionOffsets } = postings;
	const from = offsets[term] ?? 0;
	const to = offsets[term + 1] ?? 0;
	const records = new Uint16Array(to - from);
	const runs = new Uint32Array(to - from + 1);
	// A place takes a byte or more.
	const places = new Uint32Array((positionOffsets[term + 1] ?? positions.length) - (positionOffsets[term] ?? 0));
	let at = positionOffsets[term] ?? 0;
	let kept = 0;
	let used = 0;
	let wanted = 0;
	for (let slot = from; slot < to; slot += 1) {
		const record = postings.records[slot] ?? 0;
		while (among !== null && wanted < among.length && (among[wanted] ?? 0) < record) wanted += 1;
		const take = among === null || among[wanted] === record;
		let before = 0;
		let left = -1;
		// The number of places first, then each as its distance to the one before.
		while (left !== 0) {
			let value = 0;
			for (let shift = 0; ; shift += 7) {
				const byte = positions[at] ?? 0;
				at += 1;
				value |= (byte & 127) << shift;
				if (byte < 128) break;
			}
			if (left < 0) {
				left = value;
				continue;
			}
			before += value;
			left -= 1;
			if (!take) continue;
			places[used] = before;
			used += 1;
		}
		if (!take) continue;
		records[kept] = record;
		kept += 1;
		runs[kept] = used;
	}
	return { records: records.subarray(0, kept), runs, places };
}
