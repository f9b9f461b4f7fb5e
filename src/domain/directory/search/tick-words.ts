/**
 * The choices that each record ticks, as rows of bits: value v is bit v % 32 of word v / 32 of its row.
 * Rows make it cheap to ask "does it tick any of these?" and to count every choice over many records at once.
 */
export type TickWords = { readonly width: number; readonly words: Uint32Array };

export function tickWidth(values: number): number {
	return Math.max(1, (values + 31) >>> 5);
}

/** Rows from lists of value numbers. */
export function encodeTicks(ticks: readonly (readonly number[])[], values: number): Uint32Array {
	const width = tickWidth(values);
	const words = new Uint32Array(ticks.length * width);
	ticks.forEach((ticked, record) => {
		for (const value of ticked) {
			const at = record * width + (value >>> 5);
			words[at] = (words[at] ?? 0) | (1 << (value & 31));
		}
	});
	return words;
}

/** The numbers of the values that a record ticks, ascending. */
export function ticksOf({ width, words }: TickWords, record: number): readonly number[] {
	const values: number[] = [];
	for (let word = 0; word < width; word += 1)
		for (let rest = words[record * width + word] ?? 0; rest !== 0; rest &= rest - 1)
			values.push(word * 32 + 31 - Math.clz32(rest & -rest));
	return values;
}

/** A row with these values ticked. */
export function tickMask(values: readonly number[], width: number): Uint32Array {
	const mask = new Uint32Array(width);
	for (const value of values) mask[value >>> 5] = (mask[value >>> 5] ?? 0) | (1 << (value & 31));
	return mask;
}

/** A snapshot holds fewer than 2^20 records. */
const PLANES = 20;
const planes = new Int32Array(PLANES);

/**
 * Adds, for every value in `mask`, how many of the first `count` records of `records` tick it. Counts all 32 values of
 * a word side by side: bit n of every counter lies in one number, and eight records are added up before carrying
 * (a carry-save adder, https://arxiv.org/abs/1611.07612).
 */
export function countTicks(
	{ width, words }: TickWords,
	records: Uint16Array,
	count: number,
	mask: Uint32Array,
	counts: Uint32Array,
): void {
	for (let word = 0; word < width; word += 1) {
		const wanted = mask[word] ?? 0;
		if (wanted === 0) continue;
		planes.fill(0);
		let ones = 0;
		let twos = 0;
		let fours = 0;
		let at = 0;
		for (; at + 8 <= count; at += 8) {
			const a = words[(records[at] ?? 0) * width + word] ?? 0;
			const b = words[(records[at + 1] ?? 0) * width + word] ?? 0;
			const c = words[(records[at + 2] ?? 0) * width + word] ?? 0;
			const d = words[(records[at + 3] ?? 0) * width + word] ?? 0;
			const e = words[(records[at + 4] ?? 0) * width + word] ?? 0;
			const f = words[(records[at + 5] ?? 0) * width + word] ?? 0;
			const g = words[(records[at + 6] ?? 0) * width + word] ?? 0;
			const h = words[(records[at + 7] ?? 0) * width + word] ?? 0;
			let odd = ones ^ a;
			let two1 = (ones & a) | (odd & b);
			ones = odd ^ b;
			odd = ones ^ c;
			const two2 = (ones & c) | (odd & d);
			ones = odd ^ d;
			odd = twos ^ two1;
			const four1 = (twos & two1) | (odd & two2);
			twos = odd ^ two2;
			odd = ones ^ e;
			two1 = (ones & e) | (odd & f);
			ones = odd ^ f;
			odd = ones ^ g;
			const two4 = (ones & g) | (odd & h);
			ones = odd ^ h;
			odd = twos ^ two1;
			const four2 = (twos & two1) | (odd & two4);
			twos = odd ^ two4;
			odd = fours ^ four1;
			carry(3, (fours & four1) | (odd & four2));
			fours = odd ^ four2;
		}
		// What the eights left over in the small counters, and the last few records one by one.
		carry(0, ones);
		carry(1, twos);
		carry(2, fours);
		for (; at < count; at += 1) carry(0, words[(records[at] ?? 0) * width + word] ?? 0);
		const top = 32 - Math.clz32(count);
		for (let rest = wanted; rest !== 0; rest &= rest - 1) {
			const bit = 31 - Math.clz32(rest & -rest);
			let sum = 0;
			for (let plane = 0; plane < top; plane += 1) sum += (((planes[plane] ?? 0) >>> bit) & 1) << plane;
			counts[word * 32 + bit] = (counts[word * 32 + bit] ?? 0) + sum;
		}
	}
}

function carry(from: number, bits: number): void {
	let rest = bits;
	for (let plane = from; rest !== 0 && plane < PLANES; plane += 1) {
		const before = planes[plane] ?? 0;
		planes[plane] = before ^ rest;
		rest &= before;
	}
}
