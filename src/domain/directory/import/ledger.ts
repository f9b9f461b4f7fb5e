import { excerpt, excerptOfChange } from "#domain/directory/import/excerpt.ts";
import type { Reject, Repair } from "#domain/directory/import-batch.ts";

/** What an import writes down while it reads: it only grows, and is read once at the end. */
export type Ledger = {
	/** One mended value. Long texts are cut to what is around the change. */
	readonly repair: (record: string, field: string, rule: string, before: string, after: string) => void;
	/** Something that happens in many records: one entry for each rule and field, with the first example and a count. */
	readonly tally: (rule: string, field: string, record: string, example: string) => void;
	readonly reject: (reject: Reject) => void;
	/** Repairs one by one in the order of the records, then what was counted. */
	readonly repairs: () => readonly Repair[];
	readonly rejects: () => readonly Reject[];
};

type Tally = {
	readonly rule: string;
	readonly field: string;
	readonly record: string;
	readonly example: string;
	count: number;
};

/** An empty ledger for one import. */
export function openLedger(): Ledger {
	const repairs: Repair[] = [];
	const rejects: Reject[] = [];
	const tallies = new Map<string, Tally>();
	return {
		repair: (record, field, rule, before, after) => {
			repairs.push({ record, field, rule, ...excerptOfChange(before, after) });
		},
		tally: (rule, field, record, example) => {
			const key = `${rule}\n${field}`;
			const known = tallies.get(key);
			if (known) known.count += 1;
			else tallies.set(key, { rule, field, record, example: excerpt(example), count: 1 });
		},
		reject: (reject) => rejects.push(reject),
		repairs: () => [
			...repairs,
			...Array.from(tallies.values(), ({ rule, field, record, example, count }) => ({
				record,
				field,
				rule,
				before: example,
				after: count === 1 ? "once" : `${count} times, this is the first`,
			})),
		],
		rejects: () => rejects,
	};
}
