import {
	allPassages,
	ownAcceptance,
	type Part,
	paraphrases,
	passageOf,
} from "#cli/evaluate/acceptance/acceptance-sets.ts";
import { mutationsOf } from "#cli/evaluate/acceptance/mutations.ts";
import { sentences } from "#domain/reading/sentences.ts";

export type Tally = { readonly of: number; readonly hits: number };
export type Missed = { readonly kind: string; readonly sentence: string; readonly passage: string };
export type Caught = {
	readonly all: Tally;
	readonly byKind: ReadonlyMap<string, Tally>;
	readonly missed: readonly Missed[];
};

/** How many sentences of reviewed answers with one fact changed are refused, each citing the passage it was made from. */
export function mutationsCaught(): Caught {
	const accept = ownAcceptance();
	const byKind = new Map<string, Tally>();
	const missed: Missed[] = [];
	for (const passage of allPassages())
		for (const sentence of sentences(passage.text))
			for (const made of mutationsOf(sentence)) {
				const caught = !accept(made.sentence, [passage]).accepted;
				const before = byKind.get(made.kind) ?? { of: 0, hits: 0 };
				byKind.set(made.kind, { of: before.of + 1, hits: before.hits + (caught ? 1 : 0) });
				if (!caught) missed.push({ ...made, passage: passage.text });
			}
	return { all: sum(byKind), byKind, missed };
}

/** How many faithful paraphrases are let through, and how many of them are refused once one fact of them is changed. */
export function paraphrasesKept(part: Part): {
	readonly kept: Tally;
	readonly caught: Tally;
	readonly dropped: readonly string[];
} {
	const accept = ownAcceptance();
	const passages = allPassages();
	const dropped: string[] = [];
	let kept = 0;
	let changed = 0;
	let caught = 0;
	const all = paraphrases(part);
	for (const paraphrase of all) {
		const passage = passageOf(paraphrase, passages);
		const verdict = accept(paraphrase.says, [passage]);
		if (!verdict.accepted) {
			dropped.push(`${paraphrase.id} ${verdict.reason}: ${paraphrase.says}`);
			continue;
		}
		kept += 1;
		for (const made of mutationsOf(paraphrase.says)) {
			changed += 1;
			if (!accept(made.sentence, [passage]).accepted) caught += 1;
		}
	}
	return { kept: { of: all.length, hits: kept }, caught: { of: changed, hits: caught }, dropped };
}

function sum(tallies: ReadonlyMap<string, Tally>): Tally {
	let of = 0;
	let hits = 0;
	for (const tally of tallies.values()) {
		of += tally.of;
		hits += tally.hits;
	}
	return { of, hits };
}
