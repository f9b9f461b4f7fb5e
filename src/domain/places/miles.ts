const MILES_IN_A_KILOMETRE = 0.621371;

/** Kilometres as people in England say them: miles to one place after the point, whole ones from ten on; null for less than half a mile. */
export function milesOf(km: number): number | null {
	const miles = km * MILES_IN_A_KILOMETRE;
	if (miles < 0.5) return null;
	return miles < 10 ? Math.round(miles * 10) / 10 : Math.round(miles);
}

/** The other way about. */
export function kilometresOf(miles: number): number {
	return miles / MILES_IN_A_KILOMETRE;
}
