import * as fc from "fast-check";
import { expect, test } from "vitest";
import { mendMojibake } from "#domain/directory/import/text/mojibake.ts";

/** What a program shows that takes UTF-8 for Windows-1252. */
function garble(text: string): string {
	return new TextDecoder("windows-1252").decode(new TextEncoder().encode(text));
}

const sentences = [
	"Tea is £1.50 – it’s “free” for under‑5s…",
	"Café, crèche, naïve: 20°, ½ price, €3",
	"Zapraszamy, łączymy rodziny 👍",
];

test.each(sentences)("mends %s however often it was garbled", (sentence) => {
	expect(mendMojibake(garble(sentence))).toBe(sentence);
	expect(mendMojibake(garble(garble(sentence)))).toBe(sentence);
	expect(mendMojibake(garble(garble(garble(sentence))))).toBe(sentence);
});

test("mends UTF-8 taken for Latin-1, where the second half of a letter is a control character", () => {
	const latin1 = Array.from(new TextEncoder().encode("don’t pay £5"), (byte) => String.fromCharCode(byte)).join("");
	expect(mendMojibake(latin1)).toBe("don’t pay £5");
});

test("a closing quotation mark that lost its last letter is mended", () => {
	expect(mendMojibake("â€œStay and playâ€, free")).toBe("“Stay and play”, free");
});

test.each(["“CAFÉ” and ‘né’", "FIANCÉ’S", "Ål, Þór, Straße", "Ñandú “ESPAÑA”", "10 × 4 ÷ 2", "naïve façade"])(
	"leaves %s alone",
	(right) => {
		expect(mendMojibake(right)).toBe(right);
	},
);

test("other scripts come back whole", () => {
	for (const text of ["Помощь семьям", "مساعدة الأسرة", "পরিবারের জন্য", "家庭支援中心"])
		expect(mendMojibake(garble(text))).toBe(text);
});

test("mending what is mended changes nothing", () => {
	fc.assert(
		fc.property(fc.string({ unit: "binary" }), (text) => {
			const once = mendMojibake(text);
			expect(mendMojibake(once)).toBe(once);
		}),
	);
});
