/** CRC-32 (IEEE 802.3, as in zip and PNG), eight bytes at a time. Guards against damage, not against tampering. */
export function crc32(bytes: Uint8Array, seed = 0): number {
	let crc = ~seed;
	let at = 0;
	const end = bytes.length - (bytes.length % 8);
	for (; at < end; at += 8) {
		const low =
			crc ^ (byte(bytes, at) | (byte(bytes, at + 1) << 8) | (byte(bytes, at + 2) << 16) | (byte(bytes, at + 3) << 24));
		crc =
			entry(7, low & 255) ^
			entry(6, (low >>> 8) & 255) ^
			entry(5, (low >>> 16) & 255) ^
			entry(4, low >>> 24) ^
			entry(3, byte(bytes, at + 4)) ^
			entry(2, byte(bytes, at + 5)) ^
			entry(1, byte(bytes, at + 6)) ^
			entry(0, byte(bytes, at + 7));
	}
	for (; at < bytes.length; at += 1) crc = entry(0, (crc ^ byte(bytes, at)) & 255) ^ (crc >>> 8);
	return ~crc >>> 0;
}

const POLYNOMIAL = 0xedb88320;
const TABLE = makeTable();

/** `entry(n, b)`: what byte b does to the sum when n more bytes follow in the same step. */
function entry(following: number, value: number): number {
	return TABLE[following * 256 + value] ?? 0;
}

function byte(bytes: Uint8Array, at: number): number {
	return bytes[at] ?? 0;
}

function makeTable(): Int32Array {
	const table = new Int32Array(8 * 256);
	for (let value = 0; value < 256; value += 1) {
		let crc = value;
		for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ POLYNOMIAL : crc >>> 1;
		table[value] = crc;
	}
	for (let following = 1; following < 8; following += 1)
		for (let value = 0; value < 256; value += 1) {
			const before = table[(following - 1) * 256 + value] ?? 0;
			table[following * 256 + value] = (table[before & 255] ?? 0) ^ (before >>> 8);
		}
	return table;
}
