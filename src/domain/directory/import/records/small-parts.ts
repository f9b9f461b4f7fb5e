import type { Fields } from "#domain/directory/import/fields.ts";
import { distinct, partId } from "#domain/directory/import/records/record-id.ts";
import { mendDate } from "#domain/directory/import/values/calendar-date.ts";
import { mendAmount } from "#domain/directory/import/values/number.ts";
import { mendWebAddress } from "#domain/directory/import/values/web-address.ts";
import { withoutUnset } from "#domain/directory/import/without-unset.ts";
import type { Accessibility, CostOption, ServiceArea } from "#domain/directory/service.ts";

/** What a service costs. An amount that is no number is kept as words. */
export function readCostOptions(parent: Fields, parentId: string): readonly CostOption[] {
	return readParts(parent, "cost_option", parentId, ["cost_options", "cost_option"], (fields) => {
		const said = fields.line("amount", "value");
		const amount = said === undefined ? {} : mendAmount(said);
		if (said !== undefined && amount.rule !== undefined)
			fields.note("amount", amount.rule, said, String(amount.value ?? ""));
		const words = amount.value === undefined ? said : undefined;
		return {
			valid_from: fields.mend(mendDate, "valid_from"),
			valid_to: fields.mend(mendDate, "valid_to"),
			option: fields.line("option"),
			currency: fields.line("currency")?.toUpperCase(),
			amount: amount.value,
			amount_description: [words, fields.line("amount_description", "cost_type")].filter((part) => part).join(", "),
		};
	});
}

/** Where a service is for: named areas, with the shape or code the source gives. */
export function readServiceAreas(parent: Fields, parentId: string): readonly ServiceArea[] {
	return readParts(parent, "service_area", parentId, ["service_areas", "service_area"], (fields) => ({
		name: fields.line("name", "service_area", "value"),
		description: fields.text("description"),
		extent: fields.text("extent"),
		extent_type: fields.line("extent_type"),
		uri: fields.mend(mendWebAddress, "uri"),
	}));
}

/** What a place offers people who need it to be accessible. */
export function readAccessibility(parent: Fields, parentId: string): readonly Accessibility[] {
	const lists = ["accessibility", "accessibilities", "accessibility_for_disabilities"];
	return readParts(parent, "accessibility", parentId, lists, (fields) => ({
		description: fields.text("description", "accessibility", "name", "value"),
		details: fields.text("details"),
		url: fields.mend(mendWebAddress, "url"),
	}));
}

/** The entries of lists whose items stand alone: read, given ids, without those that say nothing. */
function readParts<T extends object>(
	parent: Fields,
	kind: string,
	parentId: string,
	lists: readonly string[],
	read: (fields: Fields) => T,
): readonly (T & { readonly id: string })[] {
	const parts = parent.list(...lists).flatMap((fields) => {
		const content = withoutUnset(read(fields));
		if (Object.keys(content).length > 0) return [{ id: partId(fields, kind, parentId, content), ...content }];
		fields.tally("", "entry without content left out", "");
		return [];
	});
	return distinct(parent, kind, parts);
}
