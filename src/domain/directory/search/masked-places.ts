import type { Location, Service, ServiceAtLocation } from "#domain/directory/service.ts";

/**
 * What must not be known about a place whose address is secret (a refuge, somebody's home).
 * The snapshot holds only the area's name for it.
 */

/** Ids of the places that any record flags as secret, so that a second record cannot give the same place away. */
export function maskedPlaceIds(services: readonly Service[]): ReadonlySet<string> {
	const ids = new Set<string>();
	for (const service of services)
		for (const { location } of service.service_at_locations ?? []) if (location.masked) ids.add(location.id);
	return ids;
}

export type Places = { readonly open: readonly ServiceAtLocation[]; readonly secret: readonly Location[] };

/** A service's places, the secret ones apart. A place with the address of a secret one is secret too. */
export function placesOf(service: Service, masked: ReadonlySet<string>): Places {
	const all = service.service_at_locations ?? [];
	const secret = all.filter(({ location }) => location.masked || masked.has(location.id)).map((at) => at.location);
	const addresses = new Set(secret.flatMap(addressKeys));
	const open = all.filter(
		({ location }) =>
			!location.masked && !masked.has(location.id) && !addressKeys(location).some((key) => addresses.has(key)),
	);
	return { open, secret };
}

function addressKeys(location: Location): readonly string[] {
	return (location.addresses ?? []).map((address) => closed(`${address.address_1}${address.postal_code}`));
}

function closed(text: string): string {
	return text.toLowerCase().replace(/[^a-z0-9]/g, "");
}

const postcodeRe = /\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b/gi;

/** A function that takes the secret places' addresses, and any postcode, out of a text about the service. */
export function addressRemover(secret: readonly Location[]): (text: string) => string {
	if (secret.length === 0) return (text) => text;
	const lines = secret
		.flatMap((location) => location.addresses ?? [])
		.flatMap((address) => [address.address_1, address.address_2, address.attention])
		.filter((line): line is string => line !== undefined && line.trim().length > 3)
		.sort((a, b) => b.length - a.length)
		.map((line) =>
			line
				.trim()
				.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
				.replace(/\s+/g, "\\s+"),
		);
	const lineRe = lines.length > 0 ? new RegExp(lines.join("|"), "gi") : null;
	return (text) => {
		const opened = text.replace(postcodeRe, " ");
		return (lineRe ? opened.replace(lineRe, " ") : opened).replace(/\s+/g, " ").trim();
	};
}
