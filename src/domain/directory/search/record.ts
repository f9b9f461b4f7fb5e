import type { DisplayRow } from "#domain/directory/search/display-row.ts";
import { FIELD, FIELD_COUNT } from "#domain/directory/search/fields.ts";
import { openingOf, plainText } from "#domain/directory/search/plain-text.ts";
import { fold } from "#domain/directory/search/words.ts";
import { addressRemover, linkGivesAway, placesOf } from "#domain/directory/secret-places.ts";
import type { Address, CostOption, Language, Service, ServiceAtLocation } from "#domain/directory/service.ts";

/** One service as search sees it: the text of each field, what is shown in a list, and where it is. */
export type SearchRecord = {
	readonly service: Service;
	/** Text per field, in the order of `FIELDS`. */
	readonly fields: readonly string[];
	/** The names of its taxonomy terms. */
	readonly headings: readonly string[];
	readonly costText: string;
	readonly accessText: string;
	/** Languages the record names: an ISO code where it gives one, else the name. */
	readonly languages: readonly string[];
	readonly display: DisplayRow;
	readonly points: readonly Point[];
	readonly open: readonly ServiceAtLocation[];
	readonly sortName: string;
};
/** A place one can go to, in degrees. `text` is its index among the display row's places. */
export type Point = {
	readonly latitude: number;
	readonly longitude: number;
	readonly text: number;
	/** True where the point is only the middle of the postcode's neighbourhood. */
	readonly rough: boolean;
};

const SUMMARY_CHARACTERS = 220;
/** Longer texts are cut before they are indexed: a page pasted whole would drown its neighbours. */
const LONGEST_TEXT = 12_000;

/**
 * Reads a record. `masked` holds the ids of places that are secret anywhere in the directory;
 * `areaName` is all that is said of such a place.
 */
export function searchRecord(service: Service, masked: ReadonlySet<string>, areaName: string): SearchRecord {
	const { open, secret } = placesOf(service, masked);
	const remove = addressRemover(secret);
	const givesAway = linkGivesAway(secret.flatMap((location) => location.addresses ?? []));
	const clean = (...texts: readonly (string | undefined)[]) =>
		remove(
			texts
				.flatMap((text) => (text ? [plainText(text.slice(0, LONGEST_TEXT))] : []))
				.filter((text) => text !== "")
				.join(". "),
		);
	const name = clean(service.name) || service.name;
	const description = clean(service.description);
	const costText = clean(service.fees_description, ...(service.cost_options ?? []).map(costLine));
	const accessText = clean(...open.flatMap(accessibilityOf));
	const languages = languagesOf(service, open);
	const placeTexts = [...open.map(placeText), ...(secret.length > 0 ? [areaName] : [])];
	const shown = [...new Set(placeTexts.filter((text) => text !== ""))];

	const fields = Array.from({ length: FIELD_COUNT }, () => "");
	fields[FIELD.name] = name;
	fields[FIELD.alternate_name] = clean(service.alternate_name);
	fields[FIELD.organisation] = clean(service.organization.name, service.organization.alternate_name);
	const headings = (service.attributes ?? []).map((attribute) => clean(attribute.taxonomy_term.name));
	fields[FIELD.need] = headings.join(". ");
	fields[FIELD.description] = description;
	fields[FIELD.eligibility] = clean(service.eligibility_description);
	fields[FIELD.place] = clean(...open.flatMap(placeWords), ...(service.service_areas ?? []).map((area) => area.name));
	fields[FIELD.other] = clean(
		costText,
		service.application_process,
		service.interpretation_services,
		...languages.flatMap((language) => language.name ?? []),
		accessText,
		service.accreditations,
		...scheduleNotes(service, open),
	);
	return {
		service,
		fields,
		headings,
		costText,
		accessText,
		languages: [...new Set(languages.flatMap((language) => language.code ?? language.name ?? []))],
		display: {
			id: service.id,
			name,
			organisation: clean(service.organization.name),
			summary: openingOf(description, SUMMARY_CHARACTERS),
			url: service.url && !givesAway(service.url) ? service.url : "",
			email: service.email ?? service.contacts?.find((contact) => contact.email)?.email ?? "",
			phone: phoneOf(service, open),
			costText: openingOf(costText, SUMMARY_CHARACTERS),
			alert: openingOf(clean(service.alert), SUMMARY_CHARACTERS),
			closed: service.status === "temporarily closed",
			minimumAge: service.minimum_age ?? null,
			maximumAge: service.maximum_age ?? null,
			places: shown,
		},
		points: pointsOf(open, shown),
		open,
		sortName: fold(name),
	};
}

function pointsOf(open: readonly ServiceAtLocation[], shown: readonly string[]): readonly Point[] {
	return open.flatMap((at) => {
		const { latitude, longitude, location_type, approximate } = at.location;
		// A point at 0,0 is an unset field, not a place in the Gulf of Guinea.
		if (latitude === undefined || longitude === undefined || (latitude === 0 && longitude === 0)) return [];
		if (location_type !== "physical") return [];
		return [{ latitude, longitude, text: Math.max(0, shown.indexOf(placeText(at))), rough: approximate ?? false }];
	});
}

function placeText({ location }: ServiceAtLocation): string {
	if (location.location_type === "virtual") return "";
	const address = addressOf(location.addresses);
	const parts = [location.name, address?.address_1, address?.address_2, address?.city].map(
		(part) => part?.trim() ?? "",
	);
	const kept = parts.filter(
		(part, index) => part !== "" && !parts.slice(0, index).some((before) => holds(before, part)),
	);
	return [kept.join(", "), address?.postal_code ?? ""].filter((part) => part !== "").join(" ");
}

function holds(before: string, part: string): boolean {
	return before.toLowerCase().includes(part.toLowerCase());
}

function addressOf(addresses: readonly Address[] | undefined): Address | undefined {
	return addresses?.find((address) => address.address_type === "physical") ?? addresses?.[0];
}

function placeWords({ location }: ServiceAtLocation): readonly (string | undefined)[] {
	const addresses = location.addresses ?? [];
	return [
		location.name,
		...addresses.flatMap((address) => [address.city, address.region, outcodeOf(address.postal_code)]),
	];
}

function outcodeOf(postcode: string): string | undefined {
	return /^([A-Z]{1,2}\d[A-Z\d]?)\s*\d[A-Z]{2}$/i.exec(postcode.trim())?.[1];
}

function accessibilityOf({ location }: ServiceAtLocation): readonly (string | undefined)[] {
	return (location.accessibility ?? []).flatMap((item) => [item.description, item.details]);
}

function languagesOf(service: Service, open: readonly ServiceAtLocation[]): readonly Language[] {
	return [
		...(service.languages ?? []),
		...open.flatMap((at) => at.location.languages ?? []),
		...(service.phones ?? []).flatMap((phone) => phone.languages ?? []),
	];
}

function scheduleNotes(service: Service, open: readonly ServiceAtLocation[]): readonly (string | undefined)[] {
	const schedules = [...(service.schedules ?? []), ...open.flatMap((at) => at.schedules ?? [])];
	return schedules.flatMap((schedule) => [schedule.description, schedule.notes]);
}

function phoneOf(service: Service, open: readonly ServiceAtLocation[]): string {
	const phones = [
		...(service.phones ?? []),
		...open.flatMap((at) => [...(at.phones ?? []), ...(at.location.phones ?? [])]),
		...(service.contacts ?? []).flatMap((contact) => contact.phones ?? []),
	];
	return phones[0]?.number ?? "";
}

function costLine(cost: CostOption): string {
	const amount = cost.amount === undefined || cost.amount === 0 ? "" : `${symbolOf(cost)}${pence(cost.amount)}`;
	return [amount, cost.amount_description, cost.option].filter((part) => part).join(" ");
}

function symbolOf(cost: CostOption): string {
	return cost.currency === undefined || cost.currency.toUpperCase() === "GBP" ? "£" : `${cost.currency} `;
}

function pence(amount: number): string {
	return Number.isInteger(amount) ? String(amount) : amount.toFixed(2);
}
