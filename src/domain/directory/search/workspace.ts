/** Arrays with one entry per record that a search writes into, so that it allocates nothing. */
export type Workspace = {
	readonly touched: Uint16Array;
	readonly score: Float64Array;
	readonly held: Uint32Array;
	readonly inName: Uint8Array;
	readonly best: Float64Array;
	readonly slotRecords: Uint16Array;
	/** Records that pass every filter. */
	readonly passing: Uint16Array;
	/** For each filter the records that fail it alone; grows with the filters of a question. */
	readonly failing: Uint16Array[];
	used: number;
};

export function createWorkspace(size: number): Workspace {
	return {
		touched: new Uint16Array(size),
		score: new Float64Array(size),
		held: new Uint32Array(size),
		inName: new Uint8Array(size),
		best: new Float64Array(size),
		slotRecords: new Uint16Array(size),
		passing: new Uint16Array(size),
		failing: [],
		used: 0,
	};
}
