/** A list of whole numbers that grows; a plain array of a million numbers would cost eight times the room. */
export type NumberList<Held> = {
	readonly push: (value: number) => void;
	readonly at: (index: number) => number;
	readonly size: () => number;
	readonly all: () => Held;
};

/** Numbers below 2^32. */
export function wideList(): NumberList<Uint32Array> {
	let held = new Uint32Array(1024);
	let size = 0;
	return {
		push(value) {
			if (size === held.length) {
				const larger = new Uint32Array(held.length * 2);
				larger.set(held);
				held = larger;
			}
			held[size] = value;
			size += 1;
		},
		at: (index) => held[index] ?? 0,
		size: () => size,
		all: () => held.slice(0, size),
	};
}

/** Numbers below 256. */
export function byteList(): NumberList<Uint8Array> {
	let held = new Uint8Array(4096);
	let size = 0;
	return {
		push(value) {
			if (size === held.length) {
				const larger = new Uint8Array(held.length * 2);
				larger.set(held);
				held = larger;
			}
			held[size] = value;
			size += 1;
		},
		at: (index) => held[index] ?? 0,
		size: () => size,
		all: () => held.slice(0, size),
	};
}
