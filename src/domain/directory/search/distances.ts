import type { Snapshot } from "#domain/directory/search/snapshot.ts";

const EARTH_KM = 6371.0088;
const RADIANS = Math.PI / 180;

/** Points of the earth as three coordinates each, so that distances need no trigonometry per record. */
export function vectorsOf(points: Float32Array): Float64Array {
	const vectors = new Float64Array((points.length / 2) * 3);
	for (let point = 0; point < points.length / 2; point += 1) {
		const latitude = (points[point * 2] ?? 0) * RADIANS;
		const longitude = (points[point * 2 + 1] ?? 0) * RADIANS;
		vectors[point * 3] = Math.cos(latitude) * Math.cos(longitude);
		vectors[point * 3 + 1] = Math.cos(latitude) * Math.sin(longitude);
		vectors[point * 3 + 2] = Math.sin(latitude);
	}
	return vectors;
}

export type Distances = {
	/** Kilometres to a record's nearest place; Infinity when it has none. As the crow flies. */
	readonly to: (record: number) => number;
	/** Which of its places that is, counted over all records' places; -1 when it has none. */
	readonly nearest: (record: number) => number;
};

export function distancesFrom(latitude: number, longitude: number, snapshot: Snapshot): Distances {
	const vectors = snapshot.vectors();
	const offsets = snapshot.pointOffsets;
	const x = Math.cos(latitude * RADIANS) * Math.cos(longitude * RADIANS);
	const y = Math.cos(latitude * RADIANS) * Math.sin(longitude * RADIANS);
	const z = Math.sin(latitude * RADIANS);
	return {
		to(record) {
			const end = (offsets[record + 1] ?? 0) * 3;
			let least = Number.POSITIVE_INFINITY;
			for (let at = (offsets[record] ?? 0) * 3; at < end; at += 3) {
				const dx = (vectors[at] ?? 0) - x;
				const dy = (vectors[at + 1] ?? 0) - y;
				const dz = (vectors[at + 2] ?? 0) - z;
				const square = dx * dx + dy * dy + dz * dz;
				if (square < least) least = square;
			}
			// The chord, not the arc: less than a metre apart at 100 km.
			return Math.sqrt(least) * EARTH_KM;
		},
		nearest(record) {
			let found = -1;
			let least = Number.POSITIVE_INFINITY;
			for (let point = offsets[record] ?? 0; point < (offsets[record + 1] ?? 0); point += 1) {
				const dx = (vectors[point * 3] ?? 0) - x;
				const dy = (vectors[point * 3 + 1] ?? 0) - y;
				const dz = (vectors[point * 3 + 2] ?? 0) - z;
				const square = dx * dx + dy * dy + dz * dz;
				if (square >= least) continue;
				least = square;
				found = point;
			}
			return found;
		},
	};
}
