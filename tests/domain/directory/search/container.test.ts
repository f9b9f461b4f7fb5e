import * as fc from "fast-check";
import { expect, test } from "vitest";
import { FORMAT_VERSION, readContainer, snapshotChecksum, writeContainer } from "#domain/directory/search/container.ts";
import { crc32 } from "#domain/directory/search/crc32.ts";

test("the checksum is the CRC-32 of zip and PNG, in one go or in parts", () => {
	const text = new TextEncoder().encode("123456789");
	expect(crc32(text)).toBe(0xcbf43926);
	expect(crc32(text.subarray(4), crc32(text.subarray(0, 4)))).toBe(0xcbf43926);
	expect(crc32(new Uint8Array(0))).toBe(0);
});

const sections = fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 99 }), fc.uint8Array({ maxLength: 40 })), {
	maxLength: 6,
	selector: ([id]) => id,
});

test("sections come back as they went in, on bounds that any array type can use", () => {
	fc.assert(
		fc.property(sections, fc.nat(7), (parts, shift) => {
			const written = writeContainer(parts);
			// Bytes that do not begin on a bound must be read all the same.
			const moved = new Uint8Array(written.length + shift).subarray(shift);
			moved.set(written);
			const read = readContainer(moved);
			if (read.kind !== "sections") throw new Error(read.message);
			for (const [id, bytes] of parts) {
				expect([...read.section(id)]).toEqual([...bytes]);
				expect(read.section(id).byteOffset % 8).toBe(0);
			}
			expect(read.section(100)).toHaveLength(0);
		}),
	);
});

test("one changed byte anywhere, or a missing end, is refused", () => {
	fc.assert(
		fc.property(sections, fc.nat(), fc.integer({ min: 1, max: 255 }), (parts, place, change) => {
			const bytes = writeContainer(parts);
			const at = place % bytes.length;
			bytes[at] = (bytes[at] ?? 0) ^ change;
			expect(readContainer(bytes).kind).toBe("unreadable");
			expect(readContainer(writeContainer(parts).subarray(0, at)).kind).toBe("unreadable");
		}),
		{ numRuns: 300 },
	);
});

test("each refusal says what is wrong", () => {
	const reasonOf = (bytes: Uint8Array) => {
		const read = readContainer(bytes);
		return read.kind === "unreadable" ? read.reason : null;
	};
	const sound = writeContainer([[1, new Uint8Array([1, 2, 3])]]);
	expect(reasonOf(new TextEncoder().encode("<!doctype html>"))).toBe("not_a_snapshot");
	expect(reasonOf(new Uint8Array(0))).toBe("not_a_snapshot");
	const later = sound.slice();
	later[8] = FORMAT_VERSION + 1;
	expect(reasonOf(later)).toBe("unknown_version");
	const damaged = sound.slice();
	damaged[damaged.length - 1] = 255;
	expect(reasonOf(damaged)).toBe("damaged");
	expect(snapshotChecksum(sound)).toMatch(/^crc32:[0-9a-f]{8}$/);
	expect(snapshotChecksum(sound)).not.toBe(snapshotChecksum(damaged));
});
