import type { Words } from "#content/library.ts";
import type { ListingNeed } from "#domain/directory/editing/listing-needs.ts";

const placeRe = /^place_(\d+)_(.+)$/;

/** What people call a field of a listing's form: "Monday", "Place 2: Postcode", "Helps with: Debt advice". */
export function fieldLabel(words: Words, needs: readonly ListingNeed[], field: string): string {
	const { fields, groups } = words.desk_directory;
	const [, place, own] = placeRe.exec(field) ?? [];
	if (place !== undefined && own !== undefined) {
		const number = groups.place.replace("{number}", () => String(Number(place) + 1));
		return `${number}: ${fieldLabel(words, needs, own)}`;
	}
	if (field.startsWith("need_")) {
		const need = needs.find(({ id }) => `need_${id}` === field);
		return fields.need.replace("{name}", () => need?.name ?? field);
	}
	const named: Readonly<Record<string, string>> = fields;
	return named[field] ?? fields.other;
}
