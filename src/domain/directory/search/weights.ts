import type { Field } from "#domain/directory/search/fields.ts";
import type { Freshness } from "#domain/directory/search/freshness.ts";

/** Everything that decides the order of results, in one place. `explain` shows what each part came to. */
export type Weights = {
	/** What one occurrence of a word in a field counts. */
	readonly fields: Readonly<Record<Field, number>>;
	/** BM25: how soon further occurrences stop adding (k1), and how far long records are held back (b). */
	readonly k1: number;
	readonly b: number;
	/** What a find counts that is not the word itself. */
	readonly expansions: {
		readonly prefix: number;
		readonly oneSlip: number;
		readonly twoSlips: number;
		/** A phrase found whole, for each of its words. */
		readonly phrase: number;
		readonly same: number;
		readonly means: number;
		/** A need or another choice that the words stand for. */
		readonly tag: number;
		/** Other things of the same kind, and from how few records on they are looked for. */
		readonly kin: number;
		readonly kinBelow: number;
		/** A single word that only this need's families say. */
		readonly hint: number;
		/** The single words of a phrase that stands for something else: "talk" in "someone to talk to". */
		readonly insidePhrase: number;
	};
	/** What a second, weaker way of finding the same word adds. */
	readonly secondFind: number;
	/** A record that holds only some of the words: the least share of their weight it must hold. */
	readonly leastShare: number;
	/** The same where fewer than so many records hold that much. */
	readonly leastShareAlone: number;
	readonly fewAccepted: number;
	/** What a word that nobody in the directory uses counts among the missing. */
	readonly unknownWord: number;
	/** What a weak word counts. */
	readonly weakWord: number;
	/** What all words in the name add, times the share of the name that they make up. */
	readonly wholeName: number;
	/** Nearness: a place this many kilometres off counts half; what comes to you or is online counts as this far off. */
	readonly halfAtKm: number;
	readonly everywhereAsKm: number;
	readonly freshness: Readonly<Record<Freshness, number>>;
};

export const DEFAULT_WEIGHTS: Weights = {
	fields: {
		name: 6,
		alternate_name: 5,
		organisation: 2.5,
		need: 4,
		description: 1,
		eligibility: 1.2,
		place: 2,
		other: 0.6,
	},
	k1: 1.6,
	b: 0.4,
	expansions: {
		prefix: 0.8,
		oneSlip: 0.8,
		twoSlips: 0.6,
		phrase: 1.1,
		same: 0.75,
		means: 0.6,
		tag: 0.6,
		kin: 0.35,
		kinBelow: 3,
		hint: 0.35,
		insidePhrase: 0.4,
	},
	secondFind: 0.25,
	leastShare: 0.5,
	leastShareAlone: 0.3,
	fewAccepted: 3,
	unknownWord: 0.6,
	weakWord: 0.35,
	wholeName: 0.5,
	halfAtKm: 10,
	everywhereAsKm: 3,
	freshness: { fresh: 1, due: 0.97, stale: 0.88, unknown: 0.94, hidden: 0.8 },
};
