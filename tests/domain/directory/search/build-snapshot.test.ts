import * as fc from "fast-check";
import { expect, test } from "vitest";
import { buildSnapshot } from "#domain/directory/search/build-snapshot.ts";
import { openSnapshot } from "#domain/directory/search/snapshot.ts";
import { anyService } from "#tests/support/any-service.ts";
import { aLocation, aService, placed } from "#tests/support/directory.ts";
import { ask, names, snapshotBytes, snapshotOf, vocabulary } from "./small-vocabulary.ts";

test("the same services give the same bytes, in whatever order they come", () => {
	fc.assert(
		fc.property(
			fc.uniqueArray(anyService, { maxLength: 8, selector: (service) => service.id }),
			fc.nat(),
			(services, turn) => {
				const turned = services
					.map((_, index) => services[(index + turn) % services.length] ?? services[0])
					.flatMap((each) => each ?? []);
				expect(Buffer.compare(snapshotBytes(services), snapshotBytes(turned))).toBe(0);
			},
		),
		{ numRuns: 60 },
	);
});

test("any record at all can be built, opened and listed, its own texts kept", () => {
	fc.assert(
		fc.property(fc.uniqueArray(anyService, { maxLength: 6, selector: (service) => service.id }), (services) => {
			const shown = services.filter(
				(service) =>
					!service.internal?.archived && (service.status === "active" || service.status === "temporarily closed"),
			);
			const answer = ask(snapshotOf(services), {
				near: { latitude: 51, longitude: 0, precision: "sector", text: "ZZ1 1" },
				sort: "name",
			});
			expect(new Set(answer.items.map((item) => item.id))).toEqual(new Set(shown.map((service) => service.id)));
		}),
		{ numRuns: 100 },
	);
});

test("one changed byte anywhere in a real snapshot is refused", () => {
	const bytes = snapshotBytes([placed(aService(1), aLocation(1)), aService(2)]);
	for (let at = 0; at < bytes.length; at += 1) {
		const damaged = bytes.slice();
		damaged[at] = (damaged[at] ?? 0) ^ 1;
		expect(openSnapshot(damaged).kind).toBe("unreadable");
	}
});

test("archived, inactive and defunct records are left out; of two with one id the later stays", () => {
	const at = (last_modified: string, name: string) => ({ ...aService(4), last_modified, name });
	const snapshot = snapshotOf([
		aService(1, { name: "Archived", internal: { archived: true } }),
		aService(2, { name: "Inactive", status: "inactive" }),
		aService(3, { name: "Defunct", status: "defunct" }),
		at("2026-02-01T00:00:00.000Z", "Later"),
		at("2026-01-01T00:00:00.000Z", "Earlier"),
		aService(5, { name: "Shut for now", status: "temporarily closed" }),
	]);
	expect(ask(snapshot, {}).items.map(({ name, temporarily_closed }) => [name, temporarily_closed])).toEqual([
		["Later", false],
		["Shut for now", true],
	]);
});

test("of a secret place only the area's name is in the bytes, whichever record flags it", () => {
	const secret = aLocation(77, {
		masked: true,
		name: "Willowbank House",
		description: "Blue door on the corner",
		latitude: 51.123456,
		longitude: -0.654321,
		accessibility: [{ id: "a", description: "Ramp at the back gate" }],
		phones: [{ id: "p", number: "01632 960077" }],
	});
	const { masked: _, ...sameUnflagged } = secret;
	const refuge = placed(
		aService(1, {
			name: "Harbour refuge",
			description: "We are at 77 High Street, ZZ1 1AA, behind the school.",
			url: "https://example.org/77-high-street",
			internal: { notes: "The key is under the mat", assurer: "somebody@example.org" },
		}),
		secret,
	);
	const club = placed(aService(2, { name: "Knitting club" }), sameUnflagged);
	const bytes = snapshotBytes([refuge, club], "Zedshire");
	const text = Buffer.from(bytes).toString("latin1").toLowerCase();
	for (const trace of [
		"willowbank",
		"blue door",
		"77 high",
		"77-high",
		"zz1 1aa",
		"back gate",
		"960077",
		"mat",
		"somebody",
		"zedton",
	])
		expect(text).not.toContain(trace);
	const floats = [51.123456, -0.654321].map((degrees) =>
		Buffer.from(Float32Array.of(degrees).buffer).toString("latin1"),
	);
	for (const float of floats) expect(Buffer.from(bytes).toString("latin1")).not.toContain(float);
	const snapshot = snapshotOf([refuge, club]);
	const near = { latitude: 51.12, longitude: -0.65, precision: "postcode", text: "ZZ1 1AB" } as const;
	const [hit] = ask(snapshot, { q: "refuge", near, radius_km: 1 }).items;
	expect(hit).toMatchObject({ where: "Zedshire", everywhere: true });
	expect(hit?.distance_km).toBeUndefined();
	expect(names(snapshot, { access: ["wheelchair"] })).toEqual([]);
});

test("HTML, entities and Markdown do not reach the list or the words", () => {
	const snapshot = snapshotOf([
		aService(1, {
			description:
				'<p>Come &amp; <b>play</b></p><script>alert("zither")</script> [our page](https://example.org/zither)',
		}),
	]);
	expect(ask(snapshot, {}).items[0]?.summary).toBe("Come & play our page");
	expect(ask(snapshot, { q: "zither " }).total).toBe(0);
});

test("more services than the format can number are refused with a reason", () => {
	const services = Array.from({ length: 65_536 }, (_, number) => aService(number));
	const built = buildSnapshot({ services, vocabulary, area: { slug: "z", name: "Z" }, builtAt: new Date(0) });
	expect(built).toMatchObject({ kind: "too_many", message: expect.stringContaining("65535") });
});
