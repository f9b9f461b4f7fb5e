import type * as z from "zod";
import type { Draft, Located } from "#content/content.ts";
import { type Document, parseDocumentFile } from "#content/front-matter.ts";
import { parseYaml } from "#content/parse-yaml.ts";
import type { Problem } from "#content/problem.ts";
import {
	AnswerFront,
	AreaFile,
	BankHolidays,
	Cards,
	EightQuestionsFront,
	Facts,
	Glossary,
	Helplines,
	LanguageRules,
	Needs,
	PageFront,
	Sheet,
	StageFront,
	Topics,
} from "#content/schema.ts";
import { Flow } from "#domain/conversation/flow.ts";
import { Filters, Synonyms } from "#domain/directory/search/vocabulary.ts";

/** The text of every file under `content/`, by its path from there ("answers/parents/s47-what.md"). */
export type Files = ReadonlyMap<string, string>;

/** Reads every file against its schema. What cannot be read is a problem and is left out of the draft. */
export function readDraft(files: Files): { readonly draft: Draft; readonly problems: readonly Problem[] } {
	const problems: Problem[] = [];
	const named = (path: string) => `content/${path}`;

	function documents<Front extends object>(folder: string, schema: z.ZodType<Front>) {
		const found: Located<Document<Front>>[] = [];
		for (const [path, text] of files) {
			if (!path.startsWith(`${folder}/`) || !path.endsWith(".md")) continue;
			const read = parseDocumentFile(named(path), text, schema);
			problems.push(...read.problems);
			if (read.document) found.push(read.document);
		}
		return found;
	}

	function one<T>(path: string, schema: z.ZodType<T>): Located<T> | null {
		const text = files.get(path);
		if (text === undefined) {
			problems.push({ file: named(path), line: 1, message: "This file is missing." });
			return null;
		}
		const read = parseYaml(named(path), text, schema);
		if ("problems" in read) {
			problems.push(...read.problems);
			return null;
		}
		return { ...read, file: named(path) };
	}

	function each<T>(matches: (path: string) => boolean, schema: z.ZodType<T>): Located<T>[] {
		return [...files.keys()].filter(matches).flatMap((path) => one(path, schema) ?? []);
	}

	function list<T, Key extends string>(
		path: string,
		key: Key,
		schema: z.ZodType<{ readonly [K in Key]: readonly T[] }>,
	): Located<T>[] {
		const whole = one(path, schema);
		return whole ? itemsOf(whole, key, whole.value[key]) : [];
	}

	function itemsOf<T>(whole: Located<unknown>, key: string, items: readonly T[]): Located<T>[] {
		return items.map((value, index) => ({
			value,
			file: whole.file,
			lineOf: (...rest: readonly PropertyKey[]) => whole.lineOf(key, index, ...rest),
		}));
	}

	const glossary = one("glossary.yaml", Glossary);
	const draft: Draft = {
		answers: documents("answers", AnswerFront),
		stages: documents("stages", StageFront),
		eightQuestions: documents("eight-questions", EightQuestionsFront),
		pages: documents("pages", PageFront),
		glossary: glossary ? [glossary] : [],
		terms: glossary ? itemsOf(glossary, "terms", glossary.value.terms) : [],
		helplines: list("helplines.yaml", "helplines", Helplines),
		facts: list("facts.yaml", "facts", Facts),
		language: one("language.yaml", LanguageRules)?.value ?? NO_RULES,
		needs: list("needs.yaml", "needs", Needs),
		areas: each((path) => /^areas\/[^/]+\/area\.yaml$/.test(path), AreaFile),
		holidays: list("bank-holidays.yaml", "holidays", BankHolidays),
		holidaysOn: one("bank-holidays.yaml", BankHolidays)?.value.date ?? "",
		sheets: each((path) => path.startsWith("sheets/") && path.endsWith(".yaml"), Sheet),
		flows: each((path) => path.startsWith("flows/") && path.endsWith(".yaml"), Flow),
		cards: list("triage/cards.yaml", "cards", Cards),
		topics: list("topics.yaml", "topics", Topics),
		quietCards: list("triage/cards.yaml", "quiet", Cards),
		synonyms: one("synonyms.yaml", Synonyms)?.value ?? NO_SYNONYMS,
		filters: one("filters.yaml", Filters)?.value ?? NO_FILTERS,
	};
	return { draft, problems };
}

const NO_LIMIT = { average_sentence: 14, longest_sentence: 25, grade: 5 };
const NO_RULES: LanguageRules = {
	avoid: [],
	abbreviations: [],
	known_short_forms: [],
	limits: { parents: NO_LIMIT, young_people: NO_LIMIT, source: "none" },
};
const NO_SYNONYMS: Synonyms = { stop_words: [], small_words: [], weak_words: [], same: [], means: [] };
const NO_FILTERS: Filters = {
	audience: [],
	send: [],
	access: [],
	mode: [],
	language: [],
	age: [],
	day: [],
	free: { name: "", say: [], unless: [] },
	open_now: { name: "" },
	unborn: { say: [] },
	negations: [],
	bank_holidays: { say: [] },
};
