import { outwardCode } from "#domain/directory/import/values/postcode.ts";
import type { Address } from "#domain/directory/service.ts";
import { nationOf } from "#domain/places/nation.ts";

/** An address as far as a source gives it. */
export type AddressParts = Partial<Omit<Address, "id">>;

export type WholeAddress =
	| { readonly kind: "address"; readonly address: Omit<Address, "id">; readonly filled: readonly Filled[] }
	/** Not enough for an address; `text` is what there is. */
	| { readonly kind: "text"; readonly text: string };
export type Filled = { readonly field: string; readonly rule: string; readonly value: string };

/**
 * An address with all that Open Referral UK requires, the gaps filled only from what the source says of this place:
 * a town from the address lines, a county from town or postcode, a street from the place's name.
 * Without a postcode there is no address.
 */
export function wholeAddress(parts: AddressParts, placeName: string | undefined): WholeAddress {
	const { postal_code } = parts;
	const text = [
		parts.attention,
		parts.address_1,
		parts.address_2,
		parts.city,
		parts.region,
		parts.state_province,
		postal_code,
	]
		.filter((part) => part !== undefined)
		.join(", ");
	if (postal_code === undefined) return { kind: "text", text };
	const filled: Filled[] = [];
	const orElse = (field: string, given: string | undefined, rule: string, value: string): string => {
		if (given === undefined) filled.push({ field, rule, value });
		return given ?? value;
	};
	const lines = splitTown(parts);
	const cityRule =
		lines.town === undefined ? "town missing, nearest known place used" : "town taken from the address lines";
	const city = orElse(
		"city",
		parts.city,
		cityRule,
		lines.town ?? parts.region ?? parts.state_province ?? outwardCode(postal_code),
	);
	const county = parts.region ?? NATIONS.get(nationOf(outwardCode(postal_code)) ?? "") ?? city;
	const address = {
		...parts,
		address_1: orElse(
			"address_1",
			lines.address_1,
			"first address line missing, filled from what is known of the place",
			placeName ?? parts.attention ?? parts.address_2 ?? city,
		),
		address_2: lines.address_2,
		city,
		state_province: orElse(
			"state_province",
			parts.state_province,
			"county missing, filled from the rest of the address",
			county,
		),
		postal_code,
		country: parts.country ?? "GB",
		address_type: parts.address_type ?? "physical",
	} as const;
	return { kind: "address", address, filled };
}

const NATIONS = new Map<string, string>([
	["england", "England"],
	["scotland", "Scotland"],
	["wales", "Wales"],
	["northern_ireland", "Northern Ireland"],
]);

/** Takes the town off the end of the address lines where no town is given: "2 High Street, Leek". */
function splitTown(parts: AddressParts): { address_1?: string; address_2?: string; town?: string } {
	const { address_1, address_2 } = parts;
	if (parts.city !== undefined) return { address_1, address_2 };
	if (address_2 !== undefined && isTown(address_2) && address_1 !== undefined) return { address_1, town: address_2 };
	const last = (address_2 ?? address_1)?.split(/\s*,\s*/) ?? [];
	const town = last.length > 1 ? last.at(-1) : undefined;
	if (town === undefined || !isTown(town)) return { address_1, address_2 };
	const rest = last.slice(0, -1).join(", ");
	return address_2 === undefined ? { address_1: rest, town } : { address_1, address_2: rest, town };
}

const STREET =
	/\b(?:street|road|lane|avenue|close|drive|way|hill|court|house|centre|hall|square|terrace|place|gardens|park|crescent|row|walk|building|floor|unit|school|church|library|st|rd|ave)\b\.?$/i;

function isTown(text: string): boolean {
	return /^[a-z][a-z' -]{2,40}$/i.test(text) && !STREET.test(text);
}
