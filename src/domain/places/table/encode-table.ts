import { crc32 } from "#domain/directory/search/crc32.ts";
import { type ByteWriter, byteWriter } from "#domain/places/table/byte-stream.ts";
import { PER_DEGREE } from "#domain/places/table/place-table.ts";
import type { Run, Sector } from "#domain/places/table/sector.ts";

export const TABLE_MAGIC = "FPPLACES";
export const TABLE_VERSION = 1;
/** Magic, version, length, checksum of what follows. */
export const TABLE_HEADER = 20;

export type TableInput = {
	readonly source: string;
	readonly madeOn: string;
	readonly patches: readonly string[];
	readonly sectors: readonly Sector[];
};

/**
 * Writes a table: `docs/decisions/0012-places.md` describes every byte. Like columns stand together, each as small
 * numbers, so that gzip makes little of them. The same sectors give the same bytes, in whatever order they come.
 */
export function encodeTable({ source, madeOn, patches, sectors }: TableInput): Uint8Array {
	const sorted = sectors.toSorted((a, b) => (a.sector < b.sector ? -1 : 1));
	const parts = [
		new TextEncoder().encode(JSON.stringify({ source, made_on: madeOn, patches })),
		...outcodeParts(sorted),
		...sectorParts(sorted),
		...runParts(sorted.flatMap(({ runs }) => (isMixed(runs) ? [runs] : []))),
	];
	const body = byteWriter();
	for (const part of parts) {
		body.number(part.length);
		body.raw(part);
	}
	return withHeader(body.bytes());
}

function withHeader(body: Uint8Array): Uint8Array {
	const bytes = new Uint8Array(TABLE_HEADER + body.length);
	bytes.set(new TextEncoder().encode(TABLE_MAGIC));
	bytes.set(body, TABLE_HEADER);
	const view = new DataView(bytes.buffer);
	view.setUint32(8, TABLE_VERSION, true);
	view.setUint32(12, bytes.length, true);
	view.setUint32(16, crc32(body), true);
	return bytes;
}

/** Each outcode as the number of letters it shares with the one before, the number it adds, and these; then its digits. */
function outcodeParts(sorted: readonly Sector[]): readonly Uint8Array[] {
	const digits = new Map<string, number>();
	for (const { sector } of sorted) {
		const [outcode = "", digit = ""] = sector.split(" ");
		digits.set(outcode, (digits.get(outcode) ?? 0) | (1 << Number(digit)));
	}
	const [names, masks] = [byteWriter(), byteWriter()];
	let before = "";
	for (const [outcode, mask] of digits) {
		let shared = 0;
		while (shared < outcode.length && outcode[shared] === before[shared]) shared += 1;
		names.number(shared * 8 + (outcode.length - shared));
		for (const letter of outcode.slice(shared)) names.number(letter.charCodeAt(0));
		masks.number(mask);
		before = outcode;
	}
	return [names.bytes(), masks.bytes()];
}

/** Each sector's patch plus one, 0 for a mixed one; and its middle as the step from the sector before. */
function sectorParts(sorted: readonly Sector[]): readonly Uint8Array[] {
	const [patches, latitudes, longitudes] = [byteWriter(), byteWriter(), byteWriter()];
	let before = { latitude: 0, longitude: 0 };
	for (const { middle, runs } of sorted) {
		patches.number(isMixed(runs) ? 0 : (runs[0]?.patch ?? 0) + 1);
		if (!middle) {
			latitudes.number(0);
			continue;
		}
		const latitude = Math.round(middle.latitude * PER_DEGREE);
		const longitude = Math.round(middle.longitude * PER_DEGREE);
		stepOrNothing(latitudes, latitude - before.latitude);
		longitudes.signed(longitude - before.longitude);
		before = { latitude, longitude };
	}
	return [patches.bytes(), latitudes.bytes(), longitudes.bytes()];
}

/** 0 stands for no middle, so that a step of nothing is 1. */
function stepOrNothing(writer: ByteWriter, step: number): void {
	writer.number((step < 0 ? -step * 2 - 1 : step * 2) + 1);
}

/**
 * Each mixed sector's patches in the order they come up and how many runs it has; then for each run the units nobody
 * knows before it, its length, and how far on its patch is among the sector's (0: the next one, as with two it always is).
 */
function runParts(mixed: readonly (readonly Run[])[]): readonly Uint8Array[] {
	const [heads, gaps, lengths, turns] = [byteWriter(), byteWriter(), byteWriter(), byteWriter()];
	for (const runs of mixed) {
		const patches = [...new Set(runs.map(({ patch }) => patch))];
		heads.number(patches.length);
		for (const patch of patches) heads.number(patch);
		heads.number(runs.length);
		let next = 0;
		let turn = patches.length - 1;
		for (const { first, last, patch } of runs) {
			gaps.number(first - next);
			lengths.number(last - first);
			const place = patches.indexOf(patch);
			turns.number((place - turn - 1 + 2 * patches.length) % patches.length);
			turn = place;
			next = last + 1;
		}
	}
	return [heads.bytes(), gaps.bytes(), lengths.bytes(), turns.bytes()];
}

function isMixed(runs: readonly Run[]): boolean {
	return runs.length > 1;
}
