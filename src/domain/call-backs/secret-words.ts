/** As many words make a secret; with 256 to choose from that is one guess in four thousand million. */
export const SECRET_WORDS = 4;

/** Plain words that say nothing, by random bytes: "river lamp tiger bread". */
export function secretOf(bytes: Uint8Array, list: readonly string[]): string {
	if (list.length !== 256) throw new RangeError("The list of secret words must hold 256 words.");
	return [...bytes.slice(0, SECRET_WORDS)].map((byte) => list[byte]).join(" ");
}

/** The words in what somebody typed, in any case, with anything between them. */
export function readSecret(text: string): string {
	return text
		.slice(0, 200)
		.toLowerCase()
		.split(/[^a-z]+/)
		.filter((word) => word !== "")
		.join(" ");
}
