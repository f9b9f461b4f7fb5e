/** What Windows-1252 shows for the bytes 0x80 to 0x9F; the five undefined bytes stay C1 controls. */
const WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
const byteOf = new Map([...WINDOWS_1252].map((char, index) => [char.charCodeAt(0), 0x80 + index]));

type Sequence = { readonly code: number; readonly length: number };

function continuation(text: string, at: number): number | null {
	const code = text.charCodeAt(at);
	const byte = code >= 0x80 && code <= 0xbf ? code : byteOf.get(code);
	return byte !== undefined && byte <= 0xbf ? byte : null;
}

/** The character whose UTF-8 bytes stand at `at`, one byte a letter; null where they are no such thing. */
function sequenceAt(text: string, at: number): Sequence | null {
	const lead = text.charCodeAt(at);
	if (lead < 0xc2 || lead > 0xf4) return null;
	const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
	let code = lead & (0x7f >> length);
	for (let step = 1; step < length; step += 1) {
		const byte = continuation(text, at + step);
		if (byte === null) return null;
		code = (code << 6) | (byte & 0x3f);
	}
	const shortest = length === 2 ? 0x80 : length === 3 ? 0x800 : 0x10000;
	const possible = code >= shortest && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
	return possible ? { code, length } : null;
}

/**
 * Whether the letters could not have been meant as they stand. "Â£" never is; "É”" is a word in quotation marks.
 * Scripts other than Latin come in words, so they are believed from two letters on.
 */
function isCertain(text: string, at: number, found: Sequence): boolean {
	const lead = text.charCodeAt(at);
	// What Windows-1252 shows for a byte is what garbling twice garbles.
	if (byteOf.has(found.code)) return true;
	if (lead <= 0xc5 || lead === 0xe0 || lead === 0xe1 || lead === 0xe2 || lead >= 0xf0) return true;
	if (lead === 0xef)
		return found.code === 0xfeff || found.code === 0xfffd || (found.code >= 0xfb00 && found.code <= 0xfb06);
	const word = (lead >= 0xce && lead <= 0xd1) || (lead >= 0xd7 && lead <= 0xdb) || lead >= 0xe3;
	if (!word) return false;
	const near = [sequenceAt(text, at + found.length), at >= found.length ? sequenceAt(text, at - found.length) : null];
	return near.some((other) => other !== null && other.length === found.length);
}

function decodeOnce(text: string): string {
	let out = "";
	let from = 0;
	for (let at = 0; at < text.length; at += 1) {
		const found = sequenceAt(text, at);
		if (found === null || !isCertain(text, at, found)) continue;
		out += text.slice(from, at) + String.fromCodePoint(found.code);
		from = at + found.length;
		at = from - 1;
	}
	return out + text.slice(from);
}

/**
 * Mends UTF-8 that was read as Windows-1252 or Latin-1, once or several times over: "â€™" to "’", "Â£" to "£".
 * Text without such letters comes back as it is.
 */
export function mendMojibake(text: string): string {
	if (!/[\u00c2-\u00f4]/.test(text)) return text;
	let mended = text;
	for (let before = ""; before !== mended; ) {
		before = mended;
		mended = decodeOnce(mended);
	}
	// The closing quotation mark ends in a byte that Windows-1252 lacks, so its last letter is often lost.
	mended = mended.replace(/â€(?:\ufffd|(?=[\s.,;:!?)]|$))/g, "”");
	// A lone "Â" is the first half of a hard space; only where the text shows that it was garbled.
	return mended === text ? text : mended.replace(/Â(?=\s|$)/g, "");
}
