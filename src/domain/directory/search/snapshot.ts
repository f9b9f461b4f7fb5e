import {
	asFloat32,
	asInt16,
	asUint16,
	asUint32,
	readContainer,
	type UnreadableSnapshot,
} from "#domain/directory/search/container.ts";
import { type Corrector, createCorrector } from "#domain/directory/search/corrections.ts";
import { type Dictionary, formKind } from "#domain/directory/search/dictionary.ts";
import { vectorsOf } from "#domain/directory/search/distances.ts";
import { FACET_GROUPS, type FacetValue } from "#domain/directory/search/facet-values.ts";
import { WORD_KINDS } from "#domain/directory/search/lexicon.ts";
import { once } from "#domain/directory/search/once.ts";
import { EXPANSIONS, type Expansion, type Target } from "#domain/directory/search/phrase-book.ts";
import { createPhraseFinder } from "#domain/directory/search/phrase-finder.ts";
import type { Postings } from "#domain/directory/search/postings.ts";
import { Meta, PhraseSection, SECTION } from "#domain/directory/search/sections.ts";
import { type TickWords, tickMask, tickWidth } from "#domain/directory/search/tick-words.ts";
import { createWorkspace, type Workspace } from "#domain/directory/search/workspace.ts";

/** An area's directory, ready to be searched: views on the snapshot's bytes, and what is worked out from them when first asked for. */
export type Snapshot = {
	readonly kind: "snapshot";
	readonly meta: Meta;
	readonly area: { readonly slug: string; readonly name: string };
	/** How many records it holds. */
	readonly size: number;
	readonly dictionary: Dictionary;
	readonly postings: Postings;
	readonly lengths: Uint16Array;
	readonly nameLengths: Uint8Array;
	readonly ages: Int16Array;
	readonly assured: Uint16Array;
	readonly flags: Uint8Array;
	/** What each listing lacks (`completeness.ts`), and from which day it is left out; empty in a snapshot of before there were any. */
	readonly lacking: Uint16Array;
	readonly hiddenFrom: Uint16Array;
	readonly pointOffsets: Uint32Array;
	readonly points: Float32Array;
	readonly pointTexts: Uint8Array;
	/** Empty in a snapshot of before there were any. */
	readonly pointKinds: Uint8Array;
	readonly ticks: TickWords;
	readonly ruleOffsets: Uint32Array;
	readonly rules: Uint16Array;
	readonly exceptions: Uint32Array;
	readonly displayOffsets: Uint32Array;
	readonly displayBytes: Uint8Array;
	readonly values: readonly FacetValue[];
	/** For each of `FACET_GROUPS` the values of that group. */
	readonly groupMasks: readonly Uint32Array[];
	/** All values. */
	readonly everyTick: Uint32Array;
	readonly correct: () => Corrector;
	readonly phrases: () => PhraseTable;
	/** Its points as three coordinates each (`distances.ts`). */
	readonly vectors: () => Float64Array;
	/** Working arrays, one entry per record. */
	readonly workspace: () => Workspace;
	/** How many bytes it holds in memory once everything has been asked for. */
	readonly footprint: number;
};
export type PhraseTable = {
	/** Finds what a query's phrases may also mean. */
	readonly find: ReturnType<typeof createPhraseFinder<readonly Target[]>>;
	/** Every term that stands in some phrase. */
	readonly vocabulary: ReadonlySet<number>;
	/** The words of each term that is a phrase. */
	readonly partsOf: ReadonlyMap<number, readonly number[]>;
	/** Words that are read as several. */
	readonly joined: ReadonlyMap<number, readonly number[]>;
};

/** Opens a snapshot's bytes. Refuses what is damaged or of another format version. */
export function openSnapshot(bytes: Uint8Array): Snapshot | UnreadableSnapshot {
	const container = readContainer(bytes);
	if (container.kind === "unreadable") return container;
	const { section } = container;
	const meta = Meta.parse(JSON.parse(text(section(SECTION.meta))));
	const values = meta.values.map(([group, id, name, parent]): FacetValue => ({ group, id, name, parent }));
	const dictionary: Dictionary = {
		offsets: asUint32(section(SECTION.formOffsets)),
		bytes: section(SECTION.formBytes),
		terms: asUint32(section(SECTION.formTerms)),
		info: asUint32(section(SECTION.formInfo)),
	};
	return {
		kind: "snapshot",
		meta,
		area: { slug: meta.area, name: meta.area_name },
		size: meta.services,
		dictionary,
		postings: {
			offsets: asUint32(section(SECTION.postingOffsets)),
			records: asUint16(section(SECTION.postingRecords)),
			counts: asUint16(section(SECTION.postingCounts)),
			positionOffsets: asUint32(section(SECTION.positionOffsets)),
			positions: section(SECTION.positions),
		},
		lengths: asUint16(section(SECTION.lengths)),
		nameLengths: section(SECTION.nameLengths),
		ages: asInt16(section(SECTION.ages)),
		assured: asUint16(section(SECTION.assured)),
		flags: section(SECTION.flags),
		lacking: asUint16(section(SECTION.lacking)),
		hiddenFrom: asUint16(section(SECTION.hiddenFrom)),
		pointOffsets: asUint32(section(SECTION.pointOffsets)),
		points: asFloat32(section(SECTION.points)),
		pointTexts: section(SECTION.pointTexts),
		pointKinds: section(SECTION.pointKinds),
		ticks: { width: tickWidth(values.length), words: asUint32(section(SECTION.ticks)) },
		ruleOffsets: asUint32(section(SECTION.ruleOffsets)),
		rules: asUint16(section(SECTION.rules)),
		exceptions: asUint32(section(SECTION.exceptions)),
		displayOffsets: asUint32(section(SECTION.displayOffsets)),
		displayBytes: section(SECTION.displayBytes),
		values,
		everyTick: new Uint32Array(tickWidth(values.length)).fill(0xffffffff),
		groupMasks: FACET_GROUPS.map((group) =>
			tickMask(
				values.flatMap((value, number) => (value.group === group ? [number] : [])),
				tickWidth(values.length),
			),
		),
		correct: once(() => createCorrector(dictionary)),
		phrases: once(() => phraseTable(section(SECTION.phrases), dictionary)),
		vectors: once(() => vectorsOf(asFloat32(section(SECTION.points)))),
		workspace: once(() => createWorkspace(meta.services)),
		footprint: footprintOf(
			container.bytes.length,
			meta.services,
			dictionary.terms.length,
			section(SECTION.phrases).length,
		),
	};
}

/** Bytes that the working arrays take per record, per dictionary word, and per byte of the phrase section. */
const PER_RECORD = 88;
const PER_WORD = 16;
const PER_PHRASE_BYTE = 12;
/** Listings and readings of questions that are kept for a while. */
const CACHES = 4_000_000;

function footprintOf(bytes: number, records: number, words: number, phraseBytes: number): number {
	return CACHES + bytes + records * PER_RECORD + words * PER_WORD + phraseBytes * PER_PHRASE_BYTE;
}

function text(bytes: Uint8Array): string {
	return new TextDecoder().decode(bytes);
}

function phraseTable(bytes: Uint8Array, dictionary: Dictionary): PhraseTable {
	const { expansions, joined } = PhraseSection.parse(JSON.parse(text(bytes)));
	const stops = new Set<number>();
	dictionary.terms.forEach((term, form) => {
		if (formKind(dictionary, form) === WORD_KINDS.stop) stops.add(term);
	});
	return {
		find: createPhraseFinder(
			expansions.map(([terms, targets]) => ({ terms, value: targetsOf(targets) })),
			(term) => stops.has(term),
		),
		partsOf: new Map(
			expansions.flatMap(([terms, targets]) =>
				targetsOf(targets).flatMap(({ term, how }) => (how === EXPANSIONS.phrase ? [[term, terms] as const] : [])),
			),
		),
		vocabulary: new Set(expansions.flatMap(([terms]) => terms)),
		joined: new Map(joined.map(([whole = 0, ...parts]) => [whole, parts])),
	};
}

const KINDS: readonly Expansion[] = Object.values(EXPANSIONS);

function targetsOf(flat: readonly number[]): readonly Target[] {
	const targets: Target[] = [];
	for (let at = 0; at + 1 < flat.length; at += 2)
		targets.push({ term: flat[at] ?? 0, how: KINDS[flat[at + 1] ?? 0] ?? EXPANSIONS.means });
	return targets;
}
