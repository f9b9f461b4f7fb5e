import type { Mended } from "#domain/directory/import/values/mended.ts";

const BRITISH =
	/^(?:gb|gbr|uk|u\.k\.|united kingdom|great britain|britain|england|scotland|wales|northern ireland|cymru)$/i;

/** "GB" for the United Kingdom under any of its names; other countries stay as they are written. */
export function mendCountry(text: string): Mended<string> {
	if (text === "GB" || !BRITISH.test(text)) return { value: text };
	return { value: "GB", rule: "country written as a code" };
}
