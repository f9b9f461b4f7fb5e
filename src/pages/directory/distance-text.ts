import type { Words } from "#content/library.ts";
import type { Hit } from "#domain/directory/search/query.ts";
import { milesOf } from "#domain/places/miles.ts";

/** "1.2 miles away", "About 3 miles away"; null where nobody asked near somewhere. */
export function distanceText(words: Words, { distance_km, distance_rough }: Hit): string | null {
	if (distance_km === undefined) return null;
	const miles = milesOf(distance_km);
	const { very_near, miles_rough, miles: exact } = words.directory;
	if (miles === null) return very_near;
	return (distance_rough ? miles_rough : exact).replace("{miles}", String(miles));
}
