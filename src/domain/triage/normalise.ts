/** A message as the rules read it: lower case, plain quotes, no accents, no control characters, single spaces. */
export function normalise(text: string): string {
	return text
		.toWellFormed()
		.normalize("NFKD")
		.replace(/\p{M}/gu, "")
		.toLowerCase()
		.replace(/[‘’`´]/g, "'")
		.replace(/\bim\b/g, "i'm")
		.replace(/[^\p{L}\p{N}']+/gu, " ")
		.trim();
}
