import * as fc from "fast-check";
import { expect, test } from "vitest";
import { addressRemover, maskedPlaceIds, placesOf, secretLocations } from "#domain/directory/secret-places.ts";
import { anyService } from "#tests/support/any-service.ts";
import { aLocation, aService, placed } from "#tests/support/directory.ts";

test("a place that one record flags is secret in every other", () => {
	const flagged = placed(aService(1), aLocation(1, { masked: true }));
	const other = placed(aService(2), aLocation(1), aLocation(2));
	const { open, secret } = placesOf(other, maskedPlaceIds([flagged, other]));
	expect(open.map((at) => at.location.id)).toEqual([aLocation(2).id]);
	expect(secret.map((location) => location.id)).toEqual([aLocation(1).id]);
});

test("every place is either open or secret, and none with a secret address is open", () => {
	fc.assert(
		fc.property(anyService, (service) => {
			const { open } = placesOf(service, new Set());
			const secret = secretLocations(service);
			const ids = new Set(secret.map((location) => location.id));
			expect(open.some((at) => at.location.masked || ids.has(at.location.id))).toBe(false);
			for (const { location } of service.service_at_locations ?? [])
				expect(ids.has(location.id) || open.some((at) => at.location.id === location.id)).toBe(true);
		}),
	);
});

test("search finds no trace of a secret address, however it is spaced", () => {
	const remove = addressRemover([aLocation(1, { masked: true })]);
	expect(remove("Come to 1 HIGH  street, or 1, High Street: zz11aa.")).toBe("Come to , or : .");
	expect(addressRemover([])("1 High Street")).toBe("1 High Street");
});
