import type { Address, Location, Service, ServiceAtLocation } from "#domain/directory/service.ts";

/**
 * Places whose address is secret (a refuge, somebody's home), and how their addresses are kept out of every text.
 * What leaves the building (`public-view.ts`) and what search holds both go by this.
 */

/** Ids of the places that any record flags as secret, so that a second record cannot give the same place away. */
export function maskedPlaceIds(services: readonly Service[]): ReadonlySet<string> {
	const ids = new Set<string>();
	for (const service of services)
		for (const { location } of service.service_at_locations ?? []) if (location.masked) ids.add(location.id);
	return ids;
}

/** Places flagged as secret, here or among `masked`, and places with the address of one: a second entry must not give the first away. */
export function secretLocations(service: Service, masked: ReadonlySet<string> = NONE): readonly Location[] {
	const all = (service.service_at_locations ?? []).map((place) => place.location);
	const flagged = all.filter((location) => location.masked || masked.has(location.id));
	if (flagged.length === 0) return [];
	const ids = new Set(flagged.map((location) => location.id));
	const known = new Set(flagged.flatMap(addressKeys));
	return all.filter((location) => ids.has(location.id) || addressKeys(location).some((key) => known.has(key)));
}
const NONE: ReadonlySet<string> = new Set();

export type Places = { readonly open: readonly ServiceAtLocation[]; readonly secret: readonly Location[] };

/** A service's places, the secret ones apart. */
export function placesOf(service: Service, masked: ReadonlySet<string>): Places {
	const secret = secretLocations(service, masked);
	const all = service.service_at_locations ?? [];
	if (secret.length === 0) return { open: all, secret };
	const ids = new Set(secret.map((location) => location.id));
	return { open: all.filter(({ location }) => !ids.has(location.id)), secret };
}

/** What stands in a text where a secret address was. */
export type Instead = { readonly line: (town: string) => string; readonly postcode: (outcode: string) => string };

const postcodeRe = /\b([A-Z]{1,2}\d[A-Z\d]?)\s*\d[A-Z]{2}\b/gi;
/** A shorter address line ("12", "Hub") would be found in every text. */
const SHORTEST_LINE = 4;

/** A function that takes the lines of these addresses, and any postcode at all, out of a text. */
export function addressHider(addresses: readonly Address[], instead: Instead): (text: string) => string {
	const lines = addresses
		.flatMap((address) => linesOf(address).map((line) => ({ re: looselyRe(line), town: address.city, line })))
		.sort((a, b) => b.line.length - a.line.length);
	return (text) =>
		lines
			.reduce((shown, { re, town }) => shown.replace(re, () => instead.line(town)), text)
			.replace(postcodeRe, (_, outcode: string) => instead.postcode(outcode));
}

/** The same for search, which puts nothing in their place. */
export function addressRemover(secret: readonly Location[]): (text: string) => string {
	if (secret.length === 0) return (text) => text;
	const hide = addressHider(
		secret.flatMap((location) => location.addresses ?? []),
		{ line: () => " ", postcode: () => " " },
	);
	return (text) => hide(text).replace(/\s+/g, " ").trim();
}

/** Whether a link holds one of these addresses. */
export function linkGivesAway(addresses: readonly Address[]): (link: string) => boolean {
	const secrets = addresses.flatMap((address) => [...linesOf(address), address.postal_code]).map(squeezed);
	return (link) => secrets.some((secret) => squeezed(decoded(link)).includes(secret));
}

function addressKeys(location: Location): readonly string[] {
	return (location.addresses ?? []).map((address) => squeezed(`${address.address_1}${address.postal_code}`));
}

function linesOf(address: Address): readonly string[] {
	return [address.address_1, address.address_2, address.attention].flatMap((line) =>
		line !== undefined && line.trim().length >= SHORTEST_LINE ? [line.trim()] : [],
	);
}

/** The line with any white space or comma between its words, in capitals or not. */
function looselyRe(line: string): RegExp {
	const words = line.split(/[\s,]+/).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
	return new RegExp(words.join("[\\s,]+"), "gi");
}

function squeezed(text: string): string {
	return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

function decoded(link: string): string {
	try {
		return decodeURIComponent(link);
	} catch {
		return link;
	}
}
