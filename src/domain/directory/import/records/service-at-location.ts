import type { Context } from "#domain/directory/import/context.ts";
import type { Fields } from "#domain/directory/import/fields.ts";
import { type Contacts, readContacts } from "#domain/directory/import/records/contacts.ts";
import { readLocation } from "#domain/directory/import/records/location.ts";
import { readPhones } from "#domain/directory/import/records/phones.ts";
import { distinct, madeId, partId } from "#domain/directory/import/records/record-id.ts";
import { closedOn, readClosedDates, readSchedules } from "#domain/directory/import/records/schedules.ts";
import { withoutUnset } from "#domain/directory/import/without-unset.ts";
import type { Schedule, ServiceAtLocation } from "#domain/directory/service.ts";

export type Places = { readonly places: readonly ServiceAtLocation[]; readonly hidden: readonly string[] };

const SCHEDULES = ["schedules", "regular_schedules", "regular_schedule"];

/** Where a service is given: from its links to places, or from places that hang on it directly. */
export function readPlaces(service: Fields, serviceId: string, context: Context): Places {
	const hidden: string[] = [];
	const linked = service.list("service_at_locations", "service_at_location").flatMap((link) => {
		const pointer = link.line("location_id");
		const place = link.child("location") ?? (pointer === undefined ? null : context.locations(pointer, service.record));
		if (place === null) {
			link.tally("location", "place that is not in the source left out", pointer ?? "");
			return [];
		}
		return placed(link, place, serviceId, context, hidden);
	});
	const direct = service
		.list("locations", "location")
		.flatMap((place) => placed(null, place, serviceId, context, hidden));
	return { places: distinct(service, "service_at_locations", [...linked, ...direct]), hidden };
}

function placed(
	link: Fields | null,
	place: Fields,
	serviceId: string,
	context: Context,
	hidden: string[],
): readonly ServiceAtLocation[] {
	const location = readLocation(place, context);
	if (location === null) return [];
	const made = madeId("service_at_location", serviceId, location.id);
	const id = link === null ? made : partId(link, "service_at_location", serviceId, location.id);
	// The wider standard lets a place have a timetable and contacts of its own; here they belong to the service there.
	const lines = [...(link ? readSchedules(link, id, ...SCHEDULES) : []), ...readSchedules(place, id, ...SCHEDULES)];
	const closed = [...(link ? readClosedDates(link) : []), ...readClosedDates(place)];
	const found: readonly Contacts[] = [...(link ? [readContacts(link, id)] : []), readContacts(place, id)];
	hidden.push(...found.flatMap((each) => each.hidden));
	return [
		withoutUnset({
			id,
			description: link?.text("description"),
			location,
			schedules: [...closedOn(distinct<Schedule>(place, "schedules", lines), closed)],
			contacts: [
				...distinct(
					place,
					"contacts",
					found.flatMap((each) => each.contacts),
				),
			],
			phones: link ? [...readPhones(link, id)] : [],
		}),
	];
}
