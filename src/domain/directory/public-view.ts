import type { Address, Location, Service, ServiceAtLocation } from "#domain/directory/service.ts";

/**
 * A record as it may leave the building: without what is internal, and with a secret place (a refuge, somebody's
 * home) cut down to the name of its town and the first half of its postcode. Null for an archived record.
 * Everything that goes out passes through here once: feed, API, pages, print and snapshot.
 */
export function publicView(service: Service): Service | null {
	if (service.internal?.archived) return null;
	const { internal: _, ...open } = service;
	const secret = secretLocations(service);
	if (secret.length === 0) return open;
	const ids = new Set(secret.map((location) => location.id));
	const addresses = secret.flatMap((location) => location.addresses ?? []);
	const places = open.service_at_locations?.map((place) =>
		ids.has(place.location.id) ? withoutAddress(place) : place,
	);
	return withoutMentions({ ...open, service_at_locations: places }, addresses);
}

/** Places flagged as secret, and places with the address of one: a second entry must not give the first away. */
export function secretLocations(service: Service): readonly Location[] {
	const all = (service.service_at_locations ?? []).map((place) => place.location);
	const flagged = all.filter((location) => location.masked);
	const known = new Set(flagged.flatMap(addressKeys));
	return all.filter((location) => location.masked || addressKeys(location).some((key) => known.has(key)));
}

function addressKeys(location: Location): readonly string[] {
	return (location.addresses ?? []).map((address) => squeezed(`${address.address_1}${address.postal_code}`));
}

function withoutAddress(place: ServiceAtLocation): ServiceAtLocation {
	const { id, location_type, addresses, languages } = place.location;
	const town = addresses?.map((address) => `${address.city}, ${outcodeOf(address.postal_code)}`).at(0);
	const location: Location = { id, location_type, masked: true };
	return { ...place, location: { ...location, ...(town && { name: town }), ...(languages && { languages }) } };
}

const linkRe = /^(?:url|uri|website|logo|schedule_link|term_uri)$/;
/** Ids, and the addresses of the places that stay open. */
const keptRe = /(?:^|_)id$|^(?:address_[12]|attention|postal_code)$/;
const postcodeRe = /\b([A-Z]{1,2}\d[A-Z\d]?)\s*\d[A-Z]{2}\b/gi;
/** A shorter address line ("12", "Hub") would be found in every text. */
const SHORTEST_LINE = 5;

/** Takes the addresses out of every text, and drops a link that holds one. Line breaks stay as they are. */
function withoutMentions(service: Service, addresses: readonly Address[]): Service {
	const lines = addresses.flatMap((address) =>
		[address.address_1, address.address_2, address.attention].flatMap((line) =>
			line !== undefined && line.trim().length >= SHORTEST_LINE ? [{ line: line.trim(), town: address.city }] : [],
		),
	);
	const secrets = [...lines.map(({ line }) => line), ...addresses.map((address) => address.postal_code)].map(squeezed);
	const hidden = (text: string) =>
		lines
			.reduce((shown, { line, town }) => shown.replace(looselyRe(line), () => town), text)
			.replace(postcodeRe, (_, outcode: string) => outcode);
	const cleaned: Service = JSON.parse(JSON.stringify(service), (key, value) => {
		if (typeof value !== "string" || keptRe.test(key)) return value;
		if (linkRe.test(key))
			return secrets.some((secret) => squeezed(decoded(value)).includes(secret)) ? undefined : value;
		return hidden(value);
	});
	return cleaned;
}

/** The line with any white space or comma between its words, in capitals or not. */
function looselyRe(line: string): RegExp {
	const words = line.split(/[\s,]+/).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
	return new RegExp(words.join("[\\s,]+"), "gi");
}

function outcodeOf(postcode: string): string {
	const closed = postcode.toUpperCase().replace(/\s+/g, "");
	return closed.length > 4 ? closed.slice(0, -3) : closed;
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
