import { addTo } from "#domain/directory/search/fields.ts";
import { byteList, type NumberList, wideList } from "#domain/directory/search/number-list.ts";

/**
 * For each term the records that hold it, in ascending order, with how often it stands in each field
 * (`fields.ts`) and at which places. Lists lie one after another; those of term t run from `offsets[t]` to `offsets[t + 1]`.
 */
export type Postings = {
	readonly offsets: Uint32Array;
	readonly records: Uint16Array;
	readonly counts: Uint16Array;
	/** Where each term's places begin in `positions`. */
	readonly positionOffsets: Uint32Array;
	/** Per posting: how many places, then each as the distance to the one before; all in seven-bit groups, lowest first. */
	readonly positions: Uint8Array;
};

/** A place of a word in a record: the field in the upper bits, the number of the word within it in the lower twelve. */
export function position(field: number, index: number): number {
	return field * POSITIONS_PER_FIELD + Math.min(index, POSITIONS_PER_FIELD - 1);
}
export const POSITIONS_PER_FIELD = 4096;

/** Gathers postings record by record and sorts them by term at the end. */
export function createPostingsWriter() {
	const terms = wideList();
	const records = wideList();
	const counts = wideList();
	const positionStarts = wideList();
	const positions = wideList();
	let current = new Map<number, { count: number; readonly at: number[] }>();

	function entry(term: number) {
		const known = current.get(term);
		if (known) return known;
		const created = { count: 0, at: [] };
		current.set(term, created);
		return created;
	}

	return {
		/** Counts one occurrence in the record at hand; `at` is its place, left out for what has none. */
		add(term: number, field: number, at?: number): void {
			const found = entry(term);
			found.count = addTo(found.count, field);
			if (at !== undefined) found.at.push(at);
		},
		/** Ends the record at hand. Records must come in ascending order. */
		endRecord(record: number): void {
			for (const [term, { count, at }] of current) {
				terms.push(term);
				records.push(record);
				counts.push(count);
				positionStarts.push(positions.size());
				for (const place of at) positions.push(place);
			}
			current = new Map();
		},
		finish(termCount: number): Postings {
			positionStarts.push(positions.size());
			const offsets = new Uint32Array(termCount + 1);
			for (let index = 0; index < terms.size(); index += 1) bump(offsets, terms.at(index) + 1);
			for (let term = 0; term < termCount; term += 1)
				offsets[term + 1] = (offsets[term + 1] ?? 0) + (offsets[term] ?? 0);
			const next = offsets.slice();
			const order = new Uint32Array(terms.size());
			for (let index = 0; index < terms.size(); index += 1) {
				const term = terms.at(index);
				order[next[term] ?? 0] = index;
				bump(next, term);
			}
			const bytes = byteList();
			const positionOffsets = new Uint32Array(termCount + 1);
			for (let term = 0; term < termCount; term += 1) {
				for (let slot = offsets[term] ?? 0; slot < (offsets[term + 1] ?? 0); slot += 1) {
					const index = order[slot] ?? 0;
					const from = positionStarts.at(index);
					const to = positionStarts.at(index + 1);
					writeNumber(bytes, to - from);
					for (let at = from, before = 0; at < to; at += 1) {
						writeNumber(bytes, positions.at(at) - before);
						before = positions.at(at);
					}
				}
				positionOffsets[term + 1] = bytes.size();
			}
			return {
				offsets,
				records: Uint16Array.from(order, (index) => records.at(index)),
				counts: Uint16Array.from(order, (index) => counts.at(index)),
				positionOffsets,
				positions: bytes.all(),
			};
		},
	};
}

function bump(numbers: Uint32Array, index: number): void {
	numbers[index] = (numbers[index] ?? 0) + 1;
}

function writeNumber(bytes: NumberList<Uint8Array>, value: number): void {
	let rest = value;
	while (rest > 127) {
		bytes.push((rest & 127) | 128);
		rest >>>= 7;
	}
	bytes.push(rest);
}
