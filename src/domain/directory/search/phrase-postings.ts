import { addTo } from "#domain/directory/search/fields.ts";
import { POSITIONS_PER_FIELD, type Postings } from "#domain/directory/search/postings.ts";

export type PhrasePostings = { readonly records: Uint16Array; readonly counts: Uint16Array };

const NOTHING: PhrasePostings = { records: new Uint16Array(0), counts: new Uint16Array(0) };

/** The records that hold these terms one after another within a field. Stop words and small words have no place, so they do not part others. */
export function phrasePostings(terms: readonly number[], postings: Postings): PhrasePostings {
	if (terms.length === 0 || terms.some((term) => term < 0)) return NOTHING;
	let ends = placesOf(terms[0] ?? 0, postings);
	for (const term of terms.slice(1)) {
		const next = placesOf(term, postings);
		const kept = new Map<number, readonly number[]>();
		for (const [record, places] of next) {
			const before = ends.get(record);
			const following = before && places.filter((place) => before.some((end) => follows(end, place)));
			if (following && following.length > 0) kept.set(record, following);
		}
		ends = kept;
	}
	return {
		records: Uint16Array.from(ends.keys()),
		counts: Uint16Array.from(ends.values(), (places) =>
			places.reduce((count, place) => addTo(count, Math.floor(place / POSITIONS_PER_FIELD)), 0),
		),
	};
}

function follows(end: number, place: number): boolean {
	return place === end + 1 && place % POSITIONS_PER_FIELD !== 0;
}

/** Every place of a term, by record. */
function placesOf(term: number, postings: Postings): Map<number, readonly number[]> {
	const places = new Map<number, readonly number[]>();
	let at = postings.positionOffsets[term] ?? 0;
	const { positions } = postings;
	function next(): number {
		let value = 0;
		let shift = 0;
		for (;;) {
			const byte = positions[at] ?? 0;
			at += 1;
			value |= (byte & 127) << shift;
			if (byte < 128) return value;
			shift += 7;
		}
	}
	for (let slot = postings.offsets[term] ?? 0; slot < (postings.offsets[term + 1] ?? 0); slot += 1) {
		const list: number[] = [];
		let before = 0;
		for (let left = next(); left > 0; left -= 1) {
			before += next();
			list.push(before);
		}
		places.set(postings.records[slot] ?? 0, list);
	}
	return places;
}
