import type { FieldReader } from "#domain/directory/editing/field-reader.ts";
import { placeField, YES } from "#domain/directory/editing/listing-fields.ts";
import { readHours } from "#domain/directory/editing/read-hours.ts";
import type { HolidayNote } from "#domain/directory/editing/week-hours.ts";
import { stableId } from "#domain/directory/import/stable-id.ts";
import { mendPostcode } from "#domain/directory/import/values/postcode.ts";
import { withoutUnset } from "#domain/directory/import/without-unset.ts";
import type { Accessibility, Address, Location, Service, ServiceAtLocation } from "#domain/directory/service.ts";

/** The places that a form asks for: those there were, changed or taken out, and one more where it was filled in. */
export function readPlaces(form: FieldReader, before: Service, note: HolidayNote): readonly ServiceAtLocation[] {
	const places = before.service_at_locations ?? [];
	const changed = places.flatMap((place, n) => {
		if (!form.has(placeField(n, "id"))) return [place];
		return form.text(placeField(n, "remove")) === YES ? [] : [readPlace(form, n, place, note)];
	});
	const next = places.length;
	const added = ["name", "address_1", "postal_code"].some((field) => form.text(placeField(next, field)) !== "");
	return added ? [...changed, readPlace(form, next, newPlace(before.id, next), note)] : changed;
}

function newPlace(service: string, n: number): ServiceAtLocation {
	const id = (kind: string) => stableId(service, kind, String(n));
	return { id: id("service_at_location"), location: { id: id("location"), location_type: "physical" } };
}

function readPlace(form: FieldReader, n: number, before: ServiceAtLocation, note: HolidayNote): ServiceAtLocation {
	const named = (field: string) => placeField(n, field);
	const { location } = before;
	const addresses = readAddresses(form, n, location);
	const moved = addresses?.[0]?.postal_code !== location.addresses?.[0]?.postal_code;
	const { latitude, longitude, masked: _masked, ...rest } = location;
	const schedules = readHours(form, named(""), before.schedules ?? [], note, (says) =>
		stableId(before.id, "schedule", says),
	);
	return withoutUnset({
		...before,
		schedules: schedules.length > 0 ? [...schedules] : undefined,
		location: withoutUnset({
			...rest,
			name: form.plain(named("name")),
			transportation: form.plain(named("transportation")),
			addresses,
			accessibility: readAccess(form, named("access"), location),
			// The point belonged to the old address; search finds the new one by its postcode.
			...(moved ? {} : { latitude, longitude }),
			masked: form.text(named("masked")) === YES ? true : undefined,
		}),
	});
}

function readAddresses(form: FieldReader, n: number, location: Location): Address[] | undefined {
	const named = (field: string) => placeField(n, field);
	const [first, ...others] = location.addresses ?? [];
	const asked = ["address_1", "address_2", "city", "postal_code"].map((field) => form.plain(named(field)));
	const [address_1, address_2, city, written] = asked;
	if (asked.every((text) => text === undefined)) return others.length > 0 ? others : undefined;
	if (address_1 === undefined || city === undefined) {
		form.problem(named(address_1 === undefined ? "address_1" : "city"), "address");
		return location.addresses;
	}
	const postal_code =
		written === undefined || written === first?.postal_code ? written : (mendPostcode(written).value ?? null);
	if (postal_code === undefined || postal_code === null) {
		form.problem(named("postal_code"), "postcode");
		return location.addresses;
	}
	const address: Address = withoutUnset({
		id: stableId(location.id, "address"),
		state_province: city,
		country: "GB",
		address_type: "physical" as const,
		...first,
		address_1,
		address_2,
		city,
		postal_code,
	});
	return [address, ...others];
}

function readAccess(form: FieldReader, field: string, location: Location): Accessibility[] | undefined {
	const said = (form.plain(field) ?? "")
		.split("\n")
		.map((line) => line.trim())
		.filter((line) => line !== "");
	const known = location.accessibility ?? [];
	const unsaid = known.filter(({ description }) => description === undefined);
	const entries = said.map(
		(line) =>
			known.find(({ description }) => description === line) ?? {
				id: stableId(location.id, "accessibility", line),
				description: line,
			},
	);
	return entries.length + unsaid.length > 0 ? [...entries, ...unsaid] : undefined;
}
