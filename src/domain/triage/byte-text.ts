/**
 * Bytes as a text that compresses well: each byte is one letter, so that a compressor sees which bytes are common. Base64 spreads
 * a byte over two letters and hides that, which cost the guide's bundle a third of the model's size. Small numbers are letters
 * of ASCII without the three that a string literal escapes.
 */
const FIRST = 0x20;
const ESCAPED = [0x22, 0x27, 0x5c];
const PLAIN = Array.from({ length: 0x7f - FIRST }, (_, at) => FIRST + at).filter((code) => !ESCAPED.includes(code));
/** Letters for the rarer, greater bytes. */
const BEYOND = 0xa1;

const codeOf = Uint16Array.from({ length: 256 }, (_, byte) => PLAIN[byte] ?? BEYOND + byte - PLAIN.length);
const byteOf = new Uint8Array(BEYOND + 256);
codeOf.forEach((code, byte) => {
	byteOf[code] = byte;
});

/** The text of bytes, 0 to 255 each. */
export function textOfBytes(bytes: Iterable<number>): string {
	let text = "";
	for (const byte of bytes) text += String.fromCharCode(codeOf[byte] ?? 0);
	return text;
}

/** The bytes of such a text; what is no letter of it counts as 0. */
export function bytesOfText(text: string): Uint8Array {
	const bytes = new Uint8Array(text.length);
	for (let at = 0; at < text.length; at += 1) bytes[at] = byteOf[text.charCodeAt(at)] ?? 0;
	return bytes;
}

/** The same for numbers from -128 to 127: those near nought, which are the most, become the small bytes. */
export function textOfSigned(numbers: Iterable<number>): string {
	return textOfBytes(Array.from(numbers, (number) => (number < 0 ? -2 * number - 1 : 2 * number)));
}

export function signedOfText(text: string): Int8Array {
	return Int8Array.from(bytesOfText(text), (byte) => (byte & 1 ? -(byte + 1) / 2 : byte / 2));
}
