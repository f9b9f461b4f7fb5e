/** Degrees around the United Kingdom, the bounds that conformance checks use. */
const SOUTH = 49;
const NORTH = 61;
const WEST = -9;
const EAST = 2.5;

export type Point = { readonly latitude: number; readonly longitude: number };
export type MendedPoint = { readonly point?: Point; readonly rule?: string };

function inUnitedKingdom(latitude: number, longitude: number): boolean {
	return latitude >= SOUTH && latitude <= NORTH && longitude >= WEST && longitude <= EAST;
}

/** A point in the United Kingdom, the two numbers swapped back if need be; left out where it is anywhere else. */
export function mendPoint(latitude: number | undefined, longitude: number | undefined): MendedPoint {
	if (latitude === undefined && longitude === undefined) return {};
	if (latitude === undefined || longitude === undefined) return { rule: "half of a coordinate left out" };
	if (inUnitedKingdom(latitude, longitude)) return { point: { latitude, longitude } };
	if (inUnitedKingdom(longitude, latitude))
		return { point: { latitude: longitude, longitude: latitude }, rule: "latitude and longitude swapped back" };
	return { rule: "coordinates outside the United Kingdom left out" };
}
