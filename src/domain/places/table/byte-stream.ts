/** Bytes written one after another. Numbers take one byte below 128, two below 16,384, and so on (LEB128). */
export type ByteWriter = {
	readonly number: (value: number) => void;
	/** Either sign: small magnitudes stay short. */
	readonly signed: (value: number) => void;
	readonly raw: (bytes: Uint8Array) => void;
	readonly bytes: () => Uint8Array;
};

export function byteWriter(): ByteWriter {
	let held = new Uint8Array(1024);
	let length = 0;
	function room(more: number): void {
		if (length + more <= held.length) return;
		const larger = new Uint8Array(Math.max(held.length * 2, length + more));
		larger.set(held);
		held = larger;
	}
	function number(value: number): void {
		room(5);
		let rest = value;
		for (; rest > 127; rest = Math.floor(rest / 128)) held[length++] = (rest % 128) | 128;
		held[length++] = rest;
	}
	return {
		number,
		signed: (value) => number(value < 0 ? -value * 2 - 1 : value * 2),
		raw: (bytes) => {
			room(bytes.length);
			held.set(bytes, length);
			length += bytes.length;
		},
		bytes: () => held.slice(0, length),
	};
}

/** Reads what a writer wrote. Past the end it reads zeros. */
export type ByteReader = {
	readonly number: () => number;
	readonly signed: () => number;
	readonly raw: (length: number) => Uint8Array;
	readonly left: () => number;
};

export function byteReader(bytes: Uint8Array): ByteReader {
	let at = 0;
	function number(): number {
		let value = 0;
		for (let scale = 1; ; scale *= 128) {
			const byte = bytes[at++] ?? 0;
			value += (byte & 127) * scale;
			if (byte < 128) return value;
		}
	}
	return {
		number,
		signed: () => {
			const value = number();
			return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
		},
		raw: (length) => {
			const part = bytes.subarray(at, at + length);
			at += length;
			return part;
		},
		left: () => Math.max(0, bytes.length - at),
	};
}
