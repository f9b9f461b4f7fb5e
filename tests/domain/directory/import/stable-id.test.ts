import { createHash } from "node:crypto";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { sha1 } from "#domain/directory/import/sha1.ts";
import { canonical, isUuid, looksLikeUuid, nameBasedUuid, stableId } from "#domain/directory/import/stable-id.ts";

test("SHA-1 agrees with the platform's for any bytes", () => {
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
			expect(Buffer.from(sha1(bytes)).toString("hex")).toBe(createHash("sha1").update(bytes).digest("hex"));
		}),
	);
});

test("UUID version 5 agrees with RFC 9562's example", () => {
	const dns = Uint8Array.from(Buffer.from("6ba7b8109dad11d180b400c04fd430c8", "hex"));
	expect(nameBasedUuid(dns, "www.example.com")).toBe("2ed6657d-e927-568b-95e1-2665a8aea6a2");
});

test("the same parts give the same proper UUID, other parts another", () => {
	fc.assert(
		fc.property(fc.array(fc.string(), { minLength: 1 }), fc.string(), (parts, extra) => {
			expect(stableId(...parts)).toBe(stableId(...parts));
			expect(isUuid(stableId(...parts))).toBe(true);
			expect(stableId(...parts, extra)).not.toBe(stableId(...parts));
		}),
	);
});

test("an id that only looks like a UUID is told from a proper one", () => {
	expect(isUuid("93657689-252d-5a77-de87-42ca43452b0e")).toBe(false);
	expect(looksLikeUuid("93657689-252d-5a77-de87-42ca43452b0e")).toBe(true);
	expect(isUuid("982ef924-6ac3-11eb-9439-0242ac130002")).toBe(true);
	expect(looksLikeUuid("17")).toBe(false);
});

test("content is the same whatever the order of its keys", () => {
	expect(canonical({ b: [1, { d: 2, c: undefined }], a: "x" })).toBe(canonical({ a: "x", b: [1, { d: 2 }] }));
});
