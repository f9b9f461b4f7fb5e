import fc from "fast-check";
import { expect, test } from "vitest";
import { readReference, referenceOf, spacedReference } from "#domain/call-backs/reference.ts";

const SIGNS = [..."34679ACDEFGHJKMNPQRTWXY"];
const bytes = fc.uint8Array({ minLength: 32, maxLength: 32 });

test("a reference has eight signs, none that looks like another", () => {
	fc.assert(fc.property(bytes, (random) => /^[34679ACDEFGHJKMNPQRTWXY]{8}$/.test(referenceOf(random))));
});

test("a reference is read back in any case, with spaces or hyphens", () => {
	fc.assert(
		fc.property(bytes, (random) => {
			const reference = referenceOf(random);
			for (const typed of [
				reference,
				reference.toLowerCase(),
				spacedReference(reference),
				` ${reference.slice(0, 3)}-${reference.slice(3)} `,
			])
				expect(readReference(typed)).toBe(reference);
		}),
	);
});

test("every single slip and every swap of two signs is noticed", () => {
	fc.assert(
		fc.property(bytes, fc.nat(7), fc.nat(7), fc.constantFrom(...SIGNS), (random, place, other, sign) => {
			const signs = [...referenceOf(random)];
			const slipped = signs.with(place, sign).join("");
			const swapped = signs
				.with(place, signs[other] ?? "")
				.with(other, signs[place] ?? "")
				.join("");
			if (slipped !== signs.join("")) expect(readReference(slipped)).toBeNull();
			if (swapped !== signs.join("")) expect(readReference(swapped)).toBeNull();
		}),
	);
});

test("any text is read without a fault, and what is no reference is none", () => {
	fc.assert(
		fc.property(fc.string(), (text) => readReference(text) === null || /^[3-9A-Y]{8}$/.test(readReference(text) ?? "")),
	);
});

test("references from one counter are not near each other", () => {
	const made = Array.from({ length: 2000 }, (_, at) =>
		referenceOf(Uint8Array.from({ length: 32 }, (_unused, place) => (at * 31 + place * 97 + (at >> 3) * place) % 251)),
	);
	expect(new Set(made).size).toBeGreaterThan(1000);
});
