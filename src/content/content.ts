import type {
	Answer,
	AreaFile,
	EightQuestions,
	Fact,
	Glossary,
	LanguageRules,
	Need,
	Page,
	Sheet,
	StagePage,
	Term,
	Topic,
} from "#content/schema.ts";
import type { Flow } from "#domain/conversation/flow.ts";
import type { RouteSource } from "#domain/conversation/route.ts";
import type { Filters, Synonyms } from "#domain/directory/search/vocabulary.ts";
import type { Card } from "#domain/triage/card.ts";

/** All of `content/`, checked and ready to be looked up. */
export type Content = {
	readonly answers: readonly Answer[];
	readonly stages: readonly StagePage[];
	readonly eightQuestions: readonly EightQuestions[];
	readonly pages: readonly Page[];
	readonly terms: readonly Term[];
	readonly helplines: readonly RouteSource[];
	readonly facts: readonly Fact[];
	readonly language: LanguageRules;
	readonly needs: readonly Need[];
	readonly areas: readonly AreaFile[];
	readonly holidays: readonly { readonly date: string; readonly title: string }[];
	/** The date on which somebody last held the holidays against GOV.UK. */
	readonly holidaysOn: string;
	readonly sheets: readonly Sheet[];
	readonly flows: readonly Flow[];
	/** The cards that stand first, and the quiet ones that stand beside an answer. */
	readonly cards: readonly Card[];
	readonly quietCards: readonly Card[];
	/** The words of the directory search. */
	readonly synonyms: Synonyms;
	readonly filters: Filters;
};

/** Where a piece of content came from, for pointing at problems. */
export type Located<T> = {
	readonly value: T;
	readonly file: string;
	readonly lineOf: (...path: readonly PropertyKey[]) => number;
};

/** Content with its places in the files, and what only the checks read. */
export type Draft = { readonly topics: readonly Located<Topic>[]; readonly glossary: readonly Located<Glossary>[] } & {
	readonly [Key in keyof Content]: Content[Key] extends readonly (infer Item)[]
		? readonly Located<Item>[]
		: Content[Key];
};
