import * as fc from "fast-check";
import { expect, test } from "vitest";
import { fromBase64, toBase64, toBase64Url } from "#domain/encoding/base64.ts";

test("bytes come back from both alphabets", () => {
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
			expect([...fromBase64(toBase64(bytes))]).toEqual([...bytes]);
			expect([...fromBase64(toBase64Url(bytes))]).toEqual([...bytes]);
			expect(toBase64Url(bytes)).toMatch(/^[\w-]*$/);
		}),
	);
});

test("what is no base64 is refused", () => {
	expect(() => fromBase64("not base64!")).toThrow();
});
