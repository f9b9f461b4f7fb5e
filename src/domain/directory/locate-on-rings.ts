import type { Hit } from "#domain/directory/search/query.ts";
import { kilometresOf } from "#domain/places/miles.ts";

/** Where things lie around a person, for a simple picture: `x` to the east and `y` to the south, 1 at the outermost ring. */
export type Rings = {
	/** How far from one ring to the next. */
	readonly miles: number;
	/** How many rings there are. */
	readonly count: number;
	readonly places: readonly {
		/** The place in the list, from 1. */
		readonly number: number;
		readonly x: number;
		readonly y: number;
		readonly rough: boolean;
	}[];
};

const STEPS = [0.5, 1, 2, 5, 10, 20];
const MOST_RINGS = 3;
const KM_IN_A_DEGREE = 111.195;

/** The hits that have a point, on rings around `from`, at the smallest step that holds them all; null where fewer than two have one. */
export function locateOnRings(
	from: { readonly latitude: number; readonly longitude: number },
	hits: readonly Pick<Hit, "point" | "distance_rough">[],
	firstNumber: number,
): Rings | null {
	const placed = hits.flatMap(({ point, distance_rough }, index) => {
		if (!point) return [];
		const north = (point.latitude - from.latitude) * KM_IN_A_DEGREE;
		const east = (point.longitude - from.longitude) * KM_IN_A_DEGREE * Math.cos((from.latitude * Math.PI) / 180);
		return [{ number: firstNumber + index, north, east, rough: distance_rough ?? false }];
	});
	if (placed.length < 2) return null;
	const furthest = Math.max(...placed.map(({ north, east }) => Math.hypot(north, east)));
	const miles = STEPS.find((step) => kilometresOf(step * MOST_RINGS) >= furthest);
	if (miles === undefined) return null;
	const count = Math.max(1, Math.ceil(furthest / kilometresOf(miles)));
	const edge = kilometresOf(miles * count);
	return {
		miles,
		count,
		places: placed.map(({ number, north, east, rough }) => ({ number, x: east / edge, y: -north / edge, rough })),
	};
}
