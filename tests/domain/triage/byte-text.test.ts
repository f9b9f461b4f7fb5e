import * as fc from "fast-check";
import { expect, test } from "vitest";
import { bytesOfText, signedOfText, textOfBytes, textOfSigned } from "#domain/triage/byte-text.ts";

test("every byte comes back", () => {
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => {
			expect(bytesOfText(textOfBytes(bytes))).toEqual(bytes);
		}),
	);
	const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);
	expect(bytesOfText(textOfBytes(all))).toEqual(all);
});

test("every signed number comes back, and the small ones need no escape in a string literal", () => {
	const all = Int8Array.from({ length: 256 }, (_, at) => at - 128);
	expect(signedOfText(textOfSigned(all))).toEqual(all);
	const small = textOfSigned(Int8Array.from({ length: 80 }, (_, at) => at - 40));
	expect(JSON.stringify(small)).toHaveLength(small.length + 2);
});

test("what is no letter of such a text counts as nought", () => {
	expect([...bytesOfText('"\\\n€')]).toEqual([0, 0, 0, 0]);
});
