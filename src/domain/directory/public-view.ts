import { addressHider, linkGivesAway, secretLocations } from "#domain/directory/secret-places.ts";
import type { Address, Location, Service, ServiceAtLocation } from "#domain/directory/service.ts";

/**
 * A record as it may leave the building: without what is internal, and with a secret place (a refuge, somebody's
 * home) cut down to the name of its town and the first half of its postcode. Null for an archived record.
 * Everything that goes out passes through here once: feed, API, pages, print and snapshot.
 */
export function publicView(service: Service): Service | null {
	if (service.internal?.archived) return null;
	const { internal: _, ...whole } = service;
	const open = withoutApproximatePoints(withoutRunningLinks(whole));
	const secret = secretLocations(service);
	if (secret.length === 0) return open;
	const ids = new Set(secret.map((location) => location.id));
	const addresses = secret.flatMap((location) => location.addresses ?? []);
	const places = open.service_at_locations?.map((place) =>
		ids.has(place.location.id) ? withoutAddress(place) : place,
	);
	return withoutMentions({ ...open, service_at_locations: places }, addresses);
}

/** A link that would run where it is pressed ("javascript:…") does not go out, whatever brought it. */
function withoutRunningLinks(service: Service): Service {
	const { url, ...rest } = service;
	const { website, ...named } = service.organization;
	const open = runs(url) ? rest : service;
	return runs(website) ? { ...open, organization: named } : open;
}

/** Browsers overlook white space and unseen letters in a scheme, and so do we. */
function runs(link: string | undefined): boolean {
	return link !== undefined && /^(?:javascript|vbscript|data|blob|file):/i.test(link.replace(/[^!-~]/g, ""));
}

/** A point that stands for a postcode's neighbourhood serves our own search. Others would take it for the door. */
function withoutApproximatePoints(service: Service): Service {
	if (!service.service_at_locations?.some(({ location }) => location.approximate)) return service;
	const places = service.service_at_locations.map((place) => {
		if (!place.location.approximate) return place;
		const { latitude: _latitude, longitude: _longitude, approximate: _approximate, ...location } = place.location;
		return { ...place, location };
	});
	return { ...service, service_at_locations: places };
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

/** Takes the addresses out of every text, and drops a link that holds one. Line breaks stay as they are. */
function withoutMentions(service: Service, addresses: readonly Address[]): Service {
	const hidden = addressHider(addresses, { line: (town) => town, postcode: (outcode) => outcode });
	const givesAway = linkGivesAway(addresses);
	const cleaned: Service = JSON.parse(JSON.stringify(service), (key, value) => {
		if (typeof value !== "string" || keptRe.test(key)) return value;
		if (linkRe.test(key)) return givesAway(value) ? undefined : value;
		return hidden(value);
	});
	return cleaned;
}

function outcodeOf(postcode: string): string {
	const closed = postcode.toUpperCase().replace(/\s+/g, "");
	return closed.length > 4 ? closed.slice(0, -3) : closed;
}
