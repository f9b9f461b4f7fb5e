import * as fc from "fast-check";
import { expect, test } from "vitest";
import { publicView } from "#domain/directory/public-view.ts";
import { anyService } from "#tests/support/any-service.ts";
import { aLocation, aService, placed } from "#tests/support/directory.ts";

const refuge = (more = {}) => placed(aService(1, more), aLocation(1, { masked: true }));

test("what is open goes out as it is", () => {
	const open = (service: ReturnType<typeof aService>) =>
		!service.service_at_locations?.some((place) => place.location.masked);
	fc.assert(
		fc.property(anyService.filter(open), (service) => {
			expect(publicView(service)).toEqual(service);
		}),
	);
});

test("internal notes and external ids never leave", () => {
	const service = aService(1, {
		internal: { assurer: "officer@example.org", notes: "call first", external_ids: ["7"] },
	});
	expect(publicView(service)).toEqual(aService(1));
});

test("an archived record does not go out at all", () => {
	expect(publicView(aService(1, { internal: { archived: true } }))).toBeNull();
});

test("a secret place is a town and the first half of a postcode, nothing else", () => {
	const location = publicView(refuge())?.service_at_locations?.[0]?.location;
	expect(location).toEqual({ id: aLocation(1).id, location_type: "physical", masked: true, name: "Zedton, ZZ1" });
});

test("no text, link or second entry gives a secret address away", () => {
	const leaky = {
		description: "Come to 1 High Street,\nZedton ZZ11AA.\n\nOr 1  HIGH street, zz1 1aa.",
		url: "https://maps.example.org/?q=1+high+street",
		application_process: "Write to us at ZZ1 1AA.",
		phones: [{ id: "p", number: "020 7946 0000", description: "Phone at 1 high street" }],
	};
	const second = aLocation(2, { addresses: aLocation(1).addresses });
	const service = placed(aService(1, leaky), aLocation(1, { masked: true }), second);
	const shown = JSON.stringify(publicView(service));
	for (const secret of [/1\s+high\s+street/i, /zz1\s*1aa/i, /51\.5/, /-0\.3/, /maps\.example/, /Centre/]) {
		expect(shown).not.toMatch(secret);
	}
	expect(publicView(service)?.description).toBe("Come to Zedton,\nZedton ZZ1.\n\nOr Zedton, zz1.");
});

test("the other places of the same service stay in full", () => {
	const service = placed(aService(1), aLocation(1, { masked: true }), aLocation(2));
	expect(publicView(service)?.service_at_locations?.[1]?.location).toEqual(aLocation(2));
});

test("whatever the record, no coordinates and no address line of a secret place come out", () => {
	fc.assert(
		fc.property(anyService, (service) => {
			const secretIds = new Set(
				(service.service_at_locations ?? []).filter((p) => p.location.masked).map((p) => p.location.id),
			);
			for (const { location } of publicView(service)?.service_at_locations ?? []) {
				if (!secretIds.has(location.id)) continue;
				expect(Object.keys(location).toSorted()).toEqual(
					Object.keys(location)
						.filter((key) => ["id", "languages", "location_type", "masked", "name"].includes(key))
						.toSorted(),
				);
			}
		}),
	);
});
