import type { Context } from "#domain/directory/import/context.ts";
import type { Fields } from "#domain/directory/import/fields.ts";
import { attributesNamed } from "#domain/directory/import/records/attributes.ts";
import { mendDate, mendInstant } from "#domain/directory/import/values/calendar-date.ts";
import type { Attribute } from "#domain/directory/service.ts";

/** Lists and words that publishers add to the standard, each as a taxonomy of its own: field names, taxonomy, link type. */
const CLASSIFICATIONS: readonly (readonly [readonly string[], string, string])[] = [
	[["pc_target_audience"], "Target audience", "target_audience"],
	[["deliverable_type"], "Kind of help", "deliverable_type"],
	[["attending_type"], "How it is given", "attending_type"],
	[["attending_access"], "How to get it", "attending_access"],
	[["suitabilities"], "Suitability", "suitability"],
	[["send_needs", "send_needs_support"], "SEND needs", "send_need"],
];

/** Classifications outside `attributes`: Open Place's target audience, version 1's kinds of delivery, Outpost's needs. */
export function readExtraAttributes(fields: Fields, serviceId: string, context: Context): readonly Attribute[] {
	return CLASSIFICATIONS.flatMap(([names, taxonomy, linkType]) => {
		const words = fields.list(...names).flatMap((item) => {
			const name = item.line("audience_type", "name", "label", "value");
			return name === undefined ? [] : [name];
		});
		return attributesNamed(taxonomy, linkType, [...new Set(words)], serviceId, context);
	});
}

export type Checked = {
	readonly assured_date?: string;
	readonly last_modified?: string;
	readonly assurer?: string;
};

/** When the record was last checked and changed, and by whom; Open Place keeps that in an object of its own. */
export function readChecked(fields: Fields): Checked {
	const metadata = fields.child("pc_metadata");
	const assured = metadata?.mend(mendDate, "date_assured");
	// Their day of change says less than the instant that stands beside it.
	const precise = fields.mend(mendInstant, "last_modified", "updated_at", "date_modified");
	const day = precise === undefined ? metadata?.mend(mendInstant, "date_modified") : metadata?.line("date_modified");
	const assurer = metadata?.line("assured_by");
	return {
		assured_date: fields.mend(mendDate, "assured_date") ?? assured,
		last_modified: precise ?? day,
		assurer: fields.line("assurer_email") ?? assurer,
	};
}
