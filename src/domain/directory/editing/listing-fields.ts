import { phoneLines } from "#domain/directory/editing/contact-lines.ts";
import { type ListingNeed, needsOf } from "#domain/directory/editing/listing-needs.ts";
import { dayText, type HolidayNote, WEEK_DAYS, weekHoursOf } from "#domain/directory/editing/week-hours.ts";
import type { Organization, Schedule, Service, ServiceAtLocation } from "#domain/directory/service.ts";

/** A listing as a form holds it: one text a field, so that it works without script and a draft is easy to keep. */
export type ListingFields = Readonly<Record<string, string>>;

/** What a listing's form is read against, besides the listing itself. */
export type ListingGround = {
	readonly note: HolidayNote;
	/** What a free listing says of its cost. */
	readonly free: string;
	readonly needs: readonly ListingNeed[];
	/** The area's organisations, so that a listing joins one that is there. */
	readonly organizations: readonly Organization[];
};

/** Fields that are the same text in the form and in the record. */
export const TEXT_FIELDS = [
	...["name", "description", "url", "email", "alert", "eligibility_description", "application_process"],
	...["fees_description", "wait_time", "interpretation_services"],
] as const;

/** What ticks a box. */
export const YES = "yes";

/** The form of a listing, filled in. Reading it again changes nothing. */
export function listingFields(service: Service, { note, needs }: ListingGround): ListingFields {
	const held: Readonly<Record<string, unknown>> = service;
	const texts = TEXT_FIELDS.map((field) => [field, typeof held[field] === "string" ? held[field] : ""] as const);
	const ticked = new Set(needsOf(service.attributes ?? [], needs));
	return {
		...Object.fromEntries(texts),
		status: service.status,
		minimum_age: numberText(service.minimum_age),
		maximum_age: numberText(service.maximum_age),
		organization: service.organization.name,
		phones: phoneLines(service.phones ?? []),
		languages: (service.languages ?? []).flatMap(({ name, code }) => name ?? code ?? []).join(", "),
		free: isFree(service) ? YES : "",
		...Object.fromEntries(needs.map(({ id }) => [`need_${id}`, ticked.has(id) ? YES : ""])),
		...hoursFields("", service.schedules ?? [], note),
		...Object.assign({}, ...(service.service_at_locations ?? []).map((place, n) => placeFields(place, n, note))),
		notes: service.internal?.notes ?? "",
	};
}

/** How a field of the nth place is called. */
export const placeField = (place: number, field: string): string => `place_${place}_${field}`;

export function isFree({ cost_options }: Pick<Service, "cost_options">): boolean {
	return (cost_options ?? []).some(({ amount }) => amount === 0);
}

function placeFields({ id, location, schedules }: ServiceAtLocation, n: number, note: HolidayNote): ListingFields {
	const [address] = location.addresses ?? [];
	const own = {
		id,
		name: location.name ?? "",
		address_1: address?.address_1 ?? "",
		address_2: address?.address_2 ?? "",
		city: address?.city ?? "",
		postal_code: address?.postal_code ?? "",
		transportation: location.transportation ?? "",
		access: (location.accessibility ?? []).flatMap(({ description }) => description ?? []).join("\n"),
		masked: location.masked ? YES : "",
	};
	return {
		...Object.fromEntries(Object.entries(own).map(([field, text]) => [placeField(n, field), text])),
		...hoursFields(placeField(n, ""), schedules ?? [], note),
	};
}

function hoursFields(prefix: string, schedules: readonly Schedule[], note: HolidayNote): ListingFields {
	const { week } = weekHoursOf(schedules, note);
	return {
		...Object.fromEntries(WEEK_DAYS.map((day) => [`${prefix}hours_${day}`, dayText(week.days[day])])),
		[`${prefix}closed_on`]: week.closedOn.join("\n"),
		[`${prefix}on_holidays`]: week.onHolidays ? YES : "",
	};
}

function numberText(number: number | undefined): string {
	return number === undefined ? "" : String(number);
}
