/** The rough middle of an outcode in degrees. For distances; it says nothing about councils. */
export type Middle = { readonly latitude: number; readonly longitude: number };

const PER_DEGREE = 1000;

/** Packs middles to one text, by the alphabet: "AL1:51748:-322 AL10:51760:-229", in thousandths of a degree. */
export function packOutcodes(middles: ReadonlyMap<string, Middle>): string {
	return [...middles]
		.toSorted(([a], [b]) => (a < b ? -1 : 1))
		.map(([outcode, { latitude, longitude }]) => `${outcode}:${thousandths(latitude)}:${thousandths(longitude)}`)
		.join(" ");
}

/** Reads what `packOutcodes` wrote; text that it did not write is left out. */
export function unpackOutcodes(packed: string): ReadonlyMap<string, Middle> {
	const middles = new Map<string, Middle>();
	for (const entry of packed.split(" ")) {
		const [outcode, latitude, longitude] = entry.split(":");
		if (!outcode || latitude === undefined || longitude === undefined) continue;
		middles.set(outcode, { latitude: Number(latitude) / PER_DEGREE, longitude: Number(longitude) / PER_DEGREE });
	}
	return middles;
}

function thousandths(degrees: number): number {
	return Math.round(degrees * PER_DEGREE);
}
