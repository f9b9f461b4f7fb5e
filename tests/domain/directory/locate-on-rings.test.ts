import fc from "fast-check";
import { expect, test } from "vitest";
import { locateOnRings } from "#domain/directory/locate-on-rings.ts";
import { kilometresOf, milesOf } from "#domain/places/miles.ts";

const HERE = { latitude: 52.77, longitude: -1.2 };
const at = (north: number, east: number) => ({
	point: {
		latitude: HERE.latitude + north / 111.195,
		longitude: HERE.longitude + east / (111.195 * Math.cos((HERE.latitude * Math.PI) / 180)),
	},
});

test("things stand where they lie, with the numbers of the list, on the fewest whole rings", () => {
	const rings = locateOnRings(HERE, [at(3, 0), {}, at(0, -2)], 21);
	expect(rings).toMatchObject({ miles: 1, count: 2 });
	expect(rings?.places.map(({ number }) => number)).toEqual([21, 23]);
	const [north, west] = rings?.places ?? [];
	expect(north?.x).toBeCloseTo(0, 5);
	expect(north?.y).toBeCloseTo(-3 / kilometresOf(2), 3);
	expect(west?.x).toBeCloseTo(-2 / kilometresOf(2), 3);
});

test("a picture of one thing, or of things too far off, is none", () => {
	expect(locateOnRings(HERE, [at(1, 1), {}], 1)).toBeNull();
	expect(locateOnRings(HERE, [at(1, 1), at(400, 0)], 1)).toBeNull();
});

test("nothing ever lies beyond the outermost ring", () => {
	const near = fc.double({ min: -60, max: 60, noNaN: true });
	fc.assert(
		fc.property(fc.array(fc.tuple(near, near), { minLength: 2, maxLength: 20 }), (places) => {
			const rings = locateOnRings(
				HERE,
				places.map(([north, east]) => at(north, east)),
				1,
			);
			for (const { x, y } of rings?.places ?? []) expect(Math.hypot(x, y)).toBeLessThanOrEqual(1.0001);
		}),
	);
});

test.each([
	[0.5, null],
	[1, 0.6],
	[5, 3.1],
	[30, 19],
])("%d km are %s miles", (km, miles) => {
	expect(milesOf(km)).toBe(miles);
});
