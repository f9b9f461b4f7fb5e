const rotate = (word: number, bits: number) => (word << bits) | (word >>> (32 - bits));

/** SHA-1 (FIPS 180-4) of bytes, as 20 bytes. Only for the names of UUID version 5; nothing secret rests on it. */
export function sha1(message: Uint8Array): Uint8Array {
	const padded = new Uint8Array((((message.length + 8) >> 6) + 1) << 6);
	padded.set(message);
	padded[message.length] = 0x80;
	const view = new DataView(padded.buffer);
	view.setUint32(padded.length - 4, message.length << 3);
	view.setUint32(padded.length - 8, Math.floor(message.length / 2 ** 29));
	const words = new Int32Array(80);
	let [h0, h1, h2, h3, h4] = [0x67452301, 0xefcdab89 | 0, 0x98badcfe | 0, 0x10325476, 0xc3d2e1f0 | 0];
	for (let block = 0; block < padded.length; block += 64) {
		for (let t = 0; t < 16; t += 1) words[t] = view.getInt32(block + t * 4);
		for (let t = 16; t < 80; t += 1)
			words[t] = rotate(at(words, t - 3) ^ at(words, t - 8) ^ at(words, t - 14) ^ at(words, t - 16), 1);
		let [a, b, c, d, e] = [h0, h1, h2, h3, h4];
		for (let t = 0; t < 80; t += 1) {
			const mixed = (rotate(a, 5) + mix(t, b, c, d) + e + constant(t) + at(words, t)) | 0;
			[a, b, c, d, e] = [mixed, a, rotate(b, 30), c, d];
		}
		[h0, h1, h2, h3, h4] = [(h0 + a) | 0, (h1 + b) | 0, (h2 + c) | 0, (h3 + d) | 0, (h4 + e) | 0];
	}
	const digest = new DataView(new ArrayBuffer(20));
	[h0, h1, h2, h3, h4].forEach((word, index) => digest.setInt32(index * 4, word));
	return new Uint8Array(digest.buffer);
}

const at = (words: Int32Array, index: number) => words[index] ?? 0;

function mix(t: number, b: number, c: number, d: number): number {
	if (t < 20) return (b & c) | (~b & d);
	if (t < 40 || t >= 60) return b ^ c ^ d;
	return (b & c) | (b & d) | (c & d);
}

function constant(t: number): number {
	if (t < 20) return 0x5a827999;
	if (t < 40) return 0x6ed9eba1;
	return t < 60 ? 0x8f1bbcdc | 0 : 0xca62c1d6 | 0;
}
