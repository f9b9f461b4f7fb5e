import type { Context } from "#domain/directory/import/context.ts";
import type { Fields } from "#domain/directory/import/fields.ts";
import { mendPlaceType, readAddress } from "#domain/directory/import/records/address.ts";
import { readLanguages } from "#domain/directory/import/records/languages.ts";
import { readPhones } from "#domain/directory/import/records/phones.ts";
import { distinct, ownId, partId } from "#domain/directory/import/records/record-id.ts";
import { readAccessibility } from "#domain/directory/import/records/small-parts.ts";
import { type AddressParts, wholeAddress } from "#domain/directory/import/records/whole-address.ts";
import { canonical, stableId } from "#domain/directory/import/stable-id.ts";
import { joinTexts } from "#domain/directory/import/text/clean-text.ts";
import { mendPoint, type Point } from "#domain/directory/import/values/coordinates.ts";
import { mendNumber, mendYesNo } from "#domain/directory/import/values/number.ts";
import { mendWebAddress } from "#domain/directory/import/values/web-address.ts";
import { withoutUnset } from "#domain/directory/import/without-unset.ts";
import type { Address, Location } from "#domain/directory/service.ts";

/**
 * A place; null where the record says nothing about one. A place without an id of its own is known by what it says,
 * so that two services at the same door share it.
 */
export function readLocation(fields: Fields, context: Context): Location | null {
	const name = fields.line("name");
	const entries = fields.list("addresses", "physical_addresses", "physical_address", "address");
	const texts = [...entries, fields].map((entry) => ({ entry, parts: readAddress(entry) }));
	const addresses = texts.filter(({ parts }) =>
		Object.keys(parts).some((key) => key !== "country" && key !== "address_type"),
	);
	const point = readPoint(fields);
	const words = {
		name,
		alternate_name: fields.line("alternate_name"),
		description: fields.text("description"),
		transportation: fields.text("transportation"),
		url: fields.mend(mendWebAddress, "url"),
	};
	const said = withoutUnset({ ...words, ...point, addresses: addresses.map(({ parts }) => canonical(parts)) });
	const given = ownId(fields, "location", context);
	if (Object.keys(said).length === 0) {
		fields.tally("", "place without content left out", given ?? "");
		return null;
	}
	const id = given ?? stableId("location", context.scope, canonical(said));
	const whole = addresses.map(({ entry, parts }) => fullAddress(entry, fields, parts, name, id));
	const leftover = whole.flatMap((each) => each.text ?? []);
	return withoutUnset({
		id,
		location_type: fields.mend(mendPlaceType, "location_type") ?? "physical",
		...words,
		description: joinTexts([words.description, ...leftover], "\n"),
		...point,
		addresses: [
			...distinct(
				fields,
				"addresses",
				whole.flatMap((each) => each.address ?? []),
			),
		],
		accessibility: [...readAccessibility(fields, id)],
		languages: [...readLanguages(fields, id)],
		phones: [...readPhones(fields, id)],
		masked: isMasked(fields) ? true : undefined,
	});
}

function fullAddress(
	entry: Fields,
	place: Fields,
	parts: AddressParts,
	name: string | undefined,
	locationId: string,
): { readonly address?: Address; readonly text?: string } {
	const whole = wholeAddress(parts, name);
	if (whole.kind === "text") {
		entry.note("postal_code", "address without a postcode kept as the place's description", whole.text, "");
		return { text: whole.text };
	}
	for (const { field, rule, value } of whole.filled) entry.note(field, rule, "", value);
	const content = withoutUnset(whole.address);
	// A place that carries its own address has one id, which is the place's.
	const id =
		entry === place
			? stableId("address", locationId, canonical(content))
			: partId(entry, "address", locationId, content);
	return { address: { id, ...content } };
}

function readPoint(fields: Fields): Partial<Point> {
	const geometry = fields.child("geometry");
	const [east, north] = geometry?.list("coordinates").map((item) => item.mend(mendNumber, "value")) ?? [];
	if (geometry) geometry.line("type");
	const latitude = fields.mend(mendNumber, "latitude", "lat") ?? north;
	const longitude = fields.mend(mendNumber, "longitude", "lng", "lon") ?? east;
	const { point, rule } = mendPoint(latitude, longitude);
	const after = point === undefined ? "" : `${point.latitude}, ${point.longitude}`;
	if (rule !== undefined) fields.note("latitude", rule, `${latitude ?? ""}, ${longitude ?? ""}`, after);
	return point ?? {};
}

/** A place whose address must stay secret, under any of the names that directories use for that. */
function isMasked(fields: Fields): boolean {
	const masked = fields.mend(mendYesNo, "masked", "mask_exact_address");
	const shown = fields.mend(mendYesNo, "location_visible", "visible");
	return masked === true || shown === false;
}
