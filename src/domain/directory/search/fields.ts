/** The parts of a record that words are looked for in, in the order of their two bits in a posting. */
export const FIELDS = [
	"name",
	"alternate_name",
	"organisation",
	"need",
	"description",
	"eligibility",
	"place",
	"other",
] as const;
export type Field = (typeof FIELDS)[number];
export const FIELD_COUNT = FIELDS.length;

export const FIELD = {
	name: 0,
	alternate_name: 1,
	organisation: 2,
	need: 3,
	description: 4,
	eligibility: 5,
	place: 6,
	other: 7,
} as const satisfies Record<Field, number>;

/** A posting counts occurrences per field in two bits: 0, 1, 2, and 3 for three or more. */
export const MOST_COUNTED = 3;

/** How often a term stands in a field, read from a posting's 16 bits. */
export function countIn(posting: number, field: number): number {
	return (posting >>> (field * 2)) & MOST_COUNTED;
}

/** A posting with one more occurrence in a field. */
export function addTo(posting: number, field: number): number {
	return countIn(posting, field) === MOST_COUNTED ? posting : posting + (1 << (field * 2));
}

/** Fields in which a word says what the record is about, not merely that it mentions it. */
export const ABOUT_MASK =
	(3 << (FIELD.name * 2)) |
	(3 << (FIELD.alternate_name * 2)) |
	(3 << (FIELD.organisation * 2)) |
	(3 << (FIELD.need * 2));
export const NAME_MASK = (3 << (FIELD.name * 2)) | (3 << (FIELD.alternate_name * 2));
