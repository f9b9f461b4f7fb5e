import type { Fields } from "#domain/directory/import/fields.ts";
import type { AddressParts } from "#domain/directory/import/records/whole-address.ts";
import { mendCountry } from "#domain/directory/import/values/country.ts";
import type { Mended } from "#domain/directory/import/values/mended.ts";
import { mendPostcode } from "#domain/directory/import/values/postcode.ts";
import { withoutUnset } from "#domain/directory/import/without-unset.ts";
import type { Address } from "#domain/directory/service.ts";

/** Reads an address from a record that is one, or from a place that carries its address in fields of its own. */
export function readAddress(fields: Fields): AddressParts {
	const lines = ["address_1", "address_line_1", "line_1", "street_address", "street"].map((name) => fields.line(name));
	const more = ["address_2", "address_3", "address_4", "address_line_2", "address_line_3", "line_2", "line_3"].map(
		(name) => fields.line(name),
	);
	const oneText = addressInText(fields.line("value"));
	const [first, ...rest] = [...lines, ...more, ...oneText.lines].filter(
		(line) => line !== undefined && !MASK.test(line),
	);
	const country = fields.mend(mendCountry, "country");
	const abroad = country !== undefined && country !== "GB";
	return withoutUnset({
		attention: fields.line("attention"),
		address_1: first,
		address_2: rest.length > 0 ? rest.join(", ") : undefined,
		city: fields.line("city", "town", "locality"),
		region: fields.line("region"),
		state_province: fields.line("state_province", "county"),
		postal_code: abroad
			? fields.line("postal_code", "postcode")
			: (fields.mend(mendPostcode, "postal_code", "postcode", "post_code") ?? oneText.postcode),
		country,
		address_type: fields.mend(mendPlaceType, "address_type"),
	});
}

const POSTCODE_AT_END = /[\s,]*\b([A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2})\.?$/i;

/** An address that a source writes as one text, "2 High Street, Leek ST13 5AA". */
function addressInText(text: string | undefined): { readonly lines: readonly string[]; readonly postcode?: string } {
	if (text === undefined) return { lines: [] };
	const postcode = POSTCODE_AT_END.exec(text);
	const rest = postcode === null ? text : text.slice(0, postcode.index);
	return { lines: rest === "" ? [] : [rest], postcode: mendPostcode(postcode?.[1] ?? "").value };
}

/** What a directory shows instead of an address that it hides. */
const MASK = /^\*+$/;

/** "physical", "postal" or "virtual"; other words mean a place that people can go to. */
export function mendPlaceType(text: string): Mended<Address["address_type"]> {
	const value = /post|mail/i.test(text) ? "postal" : /virtual|online/i.test(text) ? "virtual" : "physical";
	return value === text ? { value } : { value, rule: "kind of place mended" };
}
