import * as z from "zod";
import { crc32 } from "#domain/directory/search/crc32.ts";
import { byteReader } from "#domain/places/table/byte-stream.ts";
import { TABLE_HEADER, TABLE_MAGIC, TABLE_VERSION } from "#domain/places/table/encode-table.ts";
import { bitsIn, MIXED, NOWHERE, type PlaceTable } from "#domain/places/table/place-table.ts";

export type UnreadableTable = { readonly kind: "unreadable"; readonly message: string };
const Meta = z.object({ source: z.string(), made_on: z.string(), patches: z.array(z.string()) });

/** Reads a table. Bytes that are not one, of a version we do not know, or damaged are refused with a reason. */
export function decodeTable(
	bytes: Uint8Array,
): { readonly kind: "table"; readonly table: PlaceTable } | UnreadableTable {
	const refusal = whyUnreadable(bytes);
	if (refusal) return { kind: "unreadable", message: refusal };
	const body = byteReader(bytes.subarray(TABLE_HEADER));
	const part = () => body.raw(body.number());
	const meta = Meta.safeParse(JSON.parse(new TextDecoder().decode(part())));
	if (!meta.success) return { kind: "unreadable", message: "This table of postcodes does not say what it holds." };
	const outcodes = readOutcodes(part(), part());
	const sectors = readSectors(part(), part(), part());
	const runs = readRuns(sectors.patchOf, part(), part(), part(), part());
	const { source, made_on, patches } = meta.data;
	return { kind: "table", table: { source, madeOn: made_on, patches, outcodes, ...sectors, ...runs } };
}

function whyUnreadable(bytes: Uint8Array): string | null {
	if (new TextDecoder().decode(bytes.subarray(0, TABLE_MAGIC.length)) !== TABLE_MAGIC || bytes.length < TABLE_HEADER)
		return "These bytes do not begin like a table of postcodes. Import the postcodes again.";
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const version = view.getUint32(8, true);
	if (version !== TABLE_VERSION)
		return `This table of postcodes has version ${version}; this reader knows ${TABLE_VERSION}. Import the postcodes again.`;
	const whole =
		view.getUint32(12, true) === bytes.length && view.getUint32(16, true) === crc32(bytes.subarray(TABLE_HEADER));
	return whole ? null : "The checksum of this table of postcodes does not fit. Import the postcodes again.";
}

function readOutcodes(names: Uint8Array, masks: Uint8Array): PlaceTable["outcodes"] {
	const [name, mask] = [byteReader(names), byteReader(masks)];
	const outcodes = new Map<string, { readonly first: number; readonly digits: number }>();
	let before = "";
	for (let first = 0; name.left() > 0; ) {
		const head = name.number();
		before = before.slice(0, Math.floor(head / 8)) + String.fromCharCode(...name.raw(head % 8));
		const digits = mask.number();
		outcodes.set(before, { first, digits });
		first += bitsIn(digits);
	}
	return outcodes;
}

function readSectors(patches: Uint8Array, latitudeSteps: Uint8Array, longitudeSteps: Uint8Array) {
	const patch = byteReader(patches);
	const patchOf: number[] = [];
	while (patch.left() > 0) {
		const value = patch.number();
		patchOf.push(value === 0 ? MIXED : value - 1);
	}
	const latitudes = new Int32Array(patchOf.length).fill(NOWHERE);
	const longitudes = new Int32Array(patchOf.length).fill(NOWHERE);
	const [down, across] = [byteReader(latitudeSteps), byteReader(longitudeSteps)];
	let [latitude, longitude] = [0, 0];
	for (let sector = 0; sector < patchOf.length; sector += 1) {
		const step = down.number();
		if (step === 0) continue;
		latitude += (step - 1) % 2 === 1 ? -step / 2 : (step - 1) / 2;
		longitude += across.signed();
		latitudes[sector] = latitude;
		longitudes[sector] = longitude;
	}
	return { patchOf: Uint16Array.from(patchOf), latitudes, longitudes };
}

function readRuns(patchOf: Uint16Array, heads: Uint8Array, gaps: Uint8Array, lengths: Uint8Array, turns: Uint8Array) {
	const [head, gap, length, turnBy] = [byteReader(heads), byteReader(gaps), byteReader(lengths), byteReader(turns)];
	const runsFrom = new Uint32Array(patchOf.length + 1);
	const [runFirst, runLast, runPatch]: [number[], number[], number[]] = [[], [], []];
	for (let sector = 0; sector < patchOf.length; sector += 1) {
		if (patchOf[sector] === MIXED) {
			const patches = Array.from({ length: head.number() }, () => head.number());
			const runs = head.number();
			let next = 0;
			let turn = patches.length - 1;
			for (let run = 0; run < runs; run += 1) {
				const first = next + gap.number();
				const last = first + length.number();
				turn = (turn + turnBy.number() + 1) % patches.length;
				runFirst.push(first);
				runLast.push(last);
				runPatch.push(patches[turn] ?? 0);
				next = last + 1;
			}
		}
		runsFrom[sector + 1] = runFirst.length;
	}
	return {
		runsFrom,
		runFirst: Uint16Array.from(runFirst),
		runLast: Uint16Array.from(runLast),
		runPatch: Uint16Array.from(runPatch),
	};
}
