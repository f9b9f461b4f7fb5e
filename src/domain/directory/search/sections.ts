import * as z from "zod";
import { FACET_GROUPS } from "#domain/directory/search/facet-values.ts";

/** The parts of a snapshot by number. What each holds is described in `docs/snapshot-format.md`. */
export const SECTION = {
	meta: 1,
	formOffsets: 2,
	formBytes: 3,
	formTerms: 4,
	formInfo: 5,
	postingOffsets: 6,
	postingRecords: 7,
	postingCounts: 8,
	positionOffsets: 9,
	positions: 10,
	lengths: 11,
	nameLengths: 12,
	ages: 13,
	assured: 14,
	flags: 15,
	pointOffsets: 16,
	points: 17,
	pointTexts: 18,
	ticks: 19,
	ruleOffsets: 20,
	rules: 21,
	exceptions: 22,
	phrases: 23,
	displayOffsets: 24,
	displayBytes: 25,
	pointKinds: 26,
	lacking: 27,
	hiddenFrom: 28,
} as const;

export const Meta = z.object({
	area: z.string(),
	area_name: z.string(),
	built_at: z.string(),
	services: z.int(),
	terms: z.int(),
	average_length: z.number(),
	/** The first term that stands for a choice, and how many there are. */
	first_tag_term: z.int(),
	tags: z.int(),
	/** Group, id, name and the number of the broader choice. */
	values: z.array(z.tuple([z.enum(FACET_GROUPS), z.string(), z.string(), z.int().nullable()])),
	open_now_name: z.string(),
	/** Of the words it was built with (`vocabulary-mark.ts`). */
	vocabulary: z.string().optional(),
});
export type Meta = z.infer<typeof Meta>;

/** Phrases of queries: their terms, then target and kind in turn. Joined words: the word, then its parts. */
export const PhraseSection = z.object({
	expansions: z.array(z.tuple([z.array(z.int()), z.array(z.int())])),
	joined: z.array(z.array(z.int())),
});

/** Bits of `formInfo`: how the word counts, whether it may be suggested, and above them in how many records it stands. */
export const FORM_KIND_MASK = 3;
export const FORM_SUGGESTIBLE = 4;
export const FORM_RECORDS_SHIFT = 3;

/** Bits of `flags`. */
export const FLAG = { unborn: 1, everywhere: 2, agesGiven: 4 } as const;

/** Values of `pointKinds`: the place itself, or the middle of its postcode's neighbourhood. */
export const POINT_KIND = { place: 0, rough: 1 } as const;

/** Sixteen-bit numbers per rule of a timetable. */
export const RULE_WIDTH = 8;
export const MOST_SERVICES = 0xffff;
