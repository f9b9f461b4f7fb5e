import * as z from "zod";

/**
 * What search has to be told about words, from `content/`: which needs there are, which words mean the same,
 * and by which words a record shows whom it is for. Kept as content so that it grows without a programmer.
 */

const Words = z.array(z.string().min(1));

/** `content/needs.yaml`, one entry: what a family may need, in their words and in services' words. */
export const SearchNeed = z.strictObject({
	id: z.string().min(1),
	name: z.string().min(1),
	parent: z.string().optional(),
	family_hubs_terms: Words,
	families_say: Words,
	services_say: Words,
});
export type SearchNeed = z.infer<typeof SearchNeed>;

/** `content/synonyms.yaml`. */
export const Synonyms = z.strictObject({
	/** Carry no meaning of their own; never looked for. */
	stop_words: Words,
	/** Never looked for alone, but part of what families say: "not" sleeping, kicks "off". */
	small_words: Words,
	/** Looked for and counted, but a record need not hold them: "help", "local", "group". */
	weak_words: Words,
	/** Everyday words that a directory may well not hold. They are right as they are: not slips for a word that it holds. */
	right_words: Words.optional(),
	/** Each line: words and phrases that mean the same. Any of them finds all of them. */
	same: z.array(Words.min(2)),
	/** One way only: who says this may be looking for that. */
	means: z.array(z.strictObject({ say: Words.min(1), find: Words.min(1) })),
});
export type Synonyms = z.infer<typeof Synonyms>;

/** One choice of a filter, and the words in a record that tick it. */
export const FilterChoice = z.strictObject({ id: z.string().min(1), name: z.string().min(1), say: Words });
export type FilterChoice = z.infer<typeof FilterChoice>;

/** `content/filters.yaml`. */
export const Filters = z.strictObject({
	audience: z.array(FilterChoice),
	send: z.array(FilterChoice),
	access: z.array(FilterChoice),
	mode: z.array(z.strictObject({ ...FilterChoice.shape, id: z.enum(["in_person", "online", "phone", "home_visit"]) })),
	language: z.array(FilterChoice),
	/** Ages in months; -9 to 0 is before birth. `to` is not included. */
	age: z.array(z.strictObject({ id: z.string().min(1), name: z.string().min(1), from: z.int(), to: z.int() })),
	/** Monday first. */
	day: z.array(z.strictObject({ id: z.enum(["mo", "tu", "we", "th", "fr", "sa", "su"]), name: z.string() })).length(7),
	/** Words of a cost text that say there is nothing to pay, and words that say there is. */
	free: z.strictObject({ name: z.string(), say: Words, unless: Words }),
	open_now: z.strictObject({ name: z.string() }),
	/** A service for people who expect a baby counts for "unborn", whatever ages it gives. */
	unborn: z.strictObject({ say: Words }),
	/** A choice is not ticked where one of these stands right before its words: "no wheelchair access". */
	negations: Words,
	/** A timetable note that holds one of these runs on bank holidays too. */
	bank_holidays: z.strictObject({ say: Words }),
});
export type Filters = z.infer<typeof Filters>;

export type SearchVocabulary = {
	readonly needs: readonly SearchNeed[];
	readonly synonyms: Synonyms;
	readonly filters: Filters;
};
