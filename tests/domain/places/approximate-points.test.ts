import * as fc from "fast-check";
import { expect, test } from "vitest";
import { publicView } from "#domain/directory/public-view.ts";
import type { Location, Service } from "#domain/directory/service.ts";
import { postcodesWithoutPoint, withApproximatePoints } from "#domain/places/approximate-points.ts";
import { anyService } from "#tests/support/any-service.ts";

const POINT = { latitude: 51.49, longitude: -0.26 };
const pointOf = (postcode: string) => (postcode.startsWith("ZZ1 ") ? POINT : null);
const locationsOf = (service: Service | undefined) =>
	(service?.service_at_locations ?? []).map(({ location }) => location);

test("only an open physical place without a point of its own gets one, and it is marked", () => {
	fc.assert(
		fc.property(anyService, (service) => {
			const before = locationsOf(service);
			const after = locationsOf(withApproximatePoints([service], pointOf)[0]);
			expect(after).toHaveLength(before.length);
			after.forEach((location, index) => {
				const old = before[index];
				if (!old) throw new Error("A place was added.");
				const due = isOpenWithoutPoint(old) && (old.addresses ?? []).some(({ postal_code }) => pointOf(postal_code));
				expect(location).toEqual(due ? { ...old, ...POINT, approximate: true } : old);
			});
		}),
	);
});

function isOpenWithoutPoint({ location_type, masked, latitude, longitude }: Location): boolean {
	const unset = latitude === undefined || longitude === undefined || (latitude === 0 && longitude === 0);
	return location_type === "physical" && !masked && unset;
}

test("no approximate point ever goes out, and nothing else is lost on the way", () => {
	fc.assert(
		fc.property(anyService, (service) => {
			const [placed = service] = withApproximatePoints([service], pointOf);
			const open = locationsOf(publicView(placed) ?? undefined);
			const plain = locationsOf(publicView(service) ?? undefined);
			open.forEach((location, index) => {
				expect(location.approximate).toBeUndefined();
				const { latitude: _a, longitude: _b, ...kept } = location;
				const { latitude, longitude, ...rest } = plain[index] ?? location;
				expect(kept).toEqual(rest);
				if (latitude !== undefined && longitude !== undefined && (latitude !== 0 || longitude !== 0))
					expect(location).toMatchObject({ latitude, longitude });
				else expect(location.latitude).not.toBe(POINT.latitude);
			});
		}),
	);
});

test("what has to be looked up is named once each", () => {
	const place = (id: string, postal_code: string, more: Partial<Location> = {}) => ({
		id,
		location: {
			id,
			location_type: "physical" as const,
			addresses: [
				{
					id,
					address_1: "1 High Street",
					city: "Harrowmere",
					state_province: "x",
					postal_code,
					country: "GB",
					address_type: "physical" as const,
				},
			],
			...more,
		},
	});
	const service = (id: string, places: readonly ReturnType<typeof place>[]): Service => ({
		id,
		name: "Club",
		status: "active",
		organization: { id: "o", name: "Harbour", description: "x" },
		service_at_locations: [...places],
	});
	const services = [
		service("1", [place("a", "ZZ1 1AA"), place("b", "ZZ1 1AB", { masked: true })]),
		service("2", [place("c", "ZZ1 1AA"), place("d", "ZZ1 1AD", { latitude: 52, longitude: -1 })]),
		service("3", [place("e", "ZZ1 1AE", { latitude: 0, longitude: 0 })]),
	];
	expect(postcodesWithoutPoint(services)).toEqual(["ZZ1 1AA", "ZZ1 1AE"]);
});
