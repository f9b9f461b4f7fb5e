import { crc32 } from "#domain/directory/search/crc32.ts";

/**
 * The outside of a snapshot: `docs/snapshot-format.md` describes every byte.
 * Header (24 bytes), section table (16 bytes each), sections on 8-byte bounds. Little-endian throughout.
 */
export const FORMAT_VERSION = 1;
const MAGIC = "FPSNAPSH";
const HEADER = 24;
const TABLE_ENTRY = 16;
const CHECKSUM_AT = 20;

export type UnreadableSnapshot = {
	readonly kind: "unreadable";
	readonly reason: "not_a_snapshot" | "unknown_version" | "damaged";
	readonly message: string;
};
export type Sections = {
	readonly kind: "sections";
	readonly bytes: Uint8Array;
	readonly section: (id: number) => Uint8Array;
};

/** Puts sections together. Ids are written in the order given. */
export function writeContainer(sections: readonly (readonly [number, ArrayBufferView])[]): Uint8Array {
	let length = aligned(HEADER + sections.length * TABLE_ENTRY);
	const placed = sections.map(([id, view]) => {
		const at = length;
		length = aligned(length + view.byteLength);
		return { id, view, at };
	});
	const bytes = new Uint8Array(length);
	const view = new DataView(bytes.buffer);
	for (let index = 0; index < MAGIC.length; index += 1) bytes[index] = MAGIC.charCodeAt(index);
	view.setUint32(8, FORMAT_VERSION, true);
	view.setUint32(12, sections.length, true);
	view.setUint32(16, length, true);
	placed.forEach((section, index) => {
		const entry = HEADER + index * TABLE_ENTRY;
		view.setUint32(entry, section.id, true);
		view.setUint32(entry + 4, section.at, true);
		view.setUint32(entry + 8, section.view.byteLength, true);
		bytes.set(new Uint8Array(section.view.buffer, section.view.byteOffset, section.view.byteLength), section.at);
	});
	view.setUint32(CHECKSUM_AT, checksumOf(bytes), true);
	return bytes;
}

/** Checks length and checksum, and answers the sections. Bytes that do not begin on an 8-byte bound are copied once. */
export function readContainer(given: Uint8Array): Sections | UnreadableSnapshot {
	if (given.length < HEADER || String.fromCharCode(...given.subarray(0, MAGIC.length)) !== MAGIC)
		return unreadable("not_a_snapshot", "These bytes do not begin like a snapshot. Publish the area again.");
	const bytes = given.byteOffset % 8 === 0 ? given : given.slice();
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const version = view.getUint32(8, true);
	const whole = view.getUint32(16, true) === bytes.length && view.getUint32(CHECKSUM_AT, true) === checksumOf(bytes);
	if (version !== FORMAT_VERSION)
		return unreadable(
			"unknown_version",
			`This snapshot has format version ${version}; this reader knows ${FORMAT_VERSION}. Publish the area again.`,
		);
	if (!whole) return unreadable("damaged", "This snapshot's checksum does not fit its bytes. Publish the area again.");
	const table = new Map<number, Uint8Array>();
	for (let index = 0; index < view.getUint32(12, true); index += 1) {
		const entry = HEADER + index * TABLE_ENTRY;
		const at = view.getUint32(entry + 4, true);
		table.set(view.getUint32(entry, true), bytes.subarray(at, at + view.getUint32(entry + 8, true)));
	}
	return { kind: "sections", bytes, section: (id) => table.get(id) ?? new Uint8Array(0) };
}

/** The checksum as it is stored beside the bytes: "crc32:" and eight hexadecimal digits. */
export function snapshotChecksum(bytes: Uint8Array): string {
	return `crc32:${checksumOf(bytes).toString(16).padStart(8, "0")}`;
}

/** Over everything but the checksum itself. */
function checksumOf(bytes: Uint8Array): number {
	return crc32(bytes.subarray(HEADER), crc32(bytes.subarray(0, CHECKSUM_AT)));
}

function aligned(length: number): number {
	return Math.ceil(length / 8) * 8;
}

function unreadable(reason: UnreadableSnapshot["reason"], message: string): UnreadableSnapshot {
	return { kind: "unreadable", reason, message };
}

export function asUint16(bytes: Uint8Array): Uint16Array {
	return new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 1);
}
export function asUint32(bytes: Uint8Array): Uint32Array {
	return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 2);
}
export function asInt16(bytes: Uint8Array): Int16Array {
	return new Int16Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 1);
}
export function asFloat32(bytes: Uint8Array): Float32Array {
	return new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 2);
}
