import { FIELD_COUNT, FIELDS, MOST_COUNTED } from "#domain/directory/search/fields.ts";
import type { Snapshot } from "#domain/directory/search/snapshot.ts";
import type { Weights } from "#domain/directory/search/weights.ts";

/** What BM25 needs per posting and per record, worked out once for a set of weights. */

/** What the counts of four fields add up to, for every value of their eight bits: the first four fields, and the others. */
export function countTables({ fields }: Weights): { readonly low: Float64Array; readonly high: Float64Array } {
	const known = tables.get(fields);
	if (known) return known;
	const weights = FIELDS.map((field) => fields[field]);
	const half = (first: number) =>
		Float64Array.from({ length: 256 }, (_, bits) => {
			let sum = 0;
			for (let field = 0; field < FIELD_COUNT / 2; field += 1)
				sum += ((bits >>> (field * 2)) & MOST_COUNTED) * (weights[first + field] ?? 0);
			return sum;
		});
	const made = { low: half(0), high: half(FIELD_COUNT / 2) };
	tables.set(fields, made);
	return made;
}
const tables = new WeakMap<Weights["fields"], { readonly low: Float64Array; readonly high: Float64Array }>();

/** BM25's length part per record: k1 (1 - b + b × length / average length). */
export function lengthNorms({ lengths, meta }: Snapshot, { k1, b }: Weights): Float64Array {
	const known = norms.get(lengths);
	if (known && known.k1 === k1 && known.b === b) return known.values;
	const values = Float64Array.from(lengths, (length) => k1 * (1 - b + (b * length) / meta.average_length));
	norms.set(lengths, { k1, b, values });
	return values;
}
const norms = new WeakMap<Uint16Array, { readonly k1: number; readonly b: number; readonly values: Float64Array }>();
