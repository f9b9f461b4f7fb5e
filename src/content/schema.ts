import * as z from "zod";
import { Block } from "#domain/answers/block.ts";
import { Audience } from "#domain/conversation/audience.ts";
import { RouteSource } from "#domain/conversation/route.ts";
import { Stage } from "#domain/conversation/stage.ts";
import { AreaSlug } from "#domain/directory/area.ts";
import { Hours } from "#domain/hours/hours.ts";
import { AreaTheme } from "#domain/theme/area-theme.ts";
import { Card } from "#domain/triage/card.ts";

/** The shapes of what stands in `content/`. Strict: a misspelt key is an error, so nothing is silently ignored. */

const Day = z.iso.date();
const Id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "use small letters, figures and hyphens");
const Source = z.strictObject({ title: z.string(), url: z.url(), date: Day });
/** Who looked at it and until when it may be shown. `reviewers` are roles; a capital letter would be a person's name. */
const review = {
	law_as_at: Day,
	reviewed: Day,
	review_by: Day,
	reviewers: z.array(z.string().regex(/^[a-z][a-z -]*$/, "name a role in small letters, never a person")).min(1),
};

export const AnswerFront = z.strictObject({
	id: Id,
	title: z.string().max(90),
	audiences: z.array(Audience).min(1),
	stage: z.union([Stage, z.literal("any")]),
	topics: z.array(z.string().regex(/^[a-z0-9_]+$/)).min(1),
	asked_as: z.array(z.string().min(3)),
	covers: z.array(z.strictObject({ fact: z.string(), says: z.array(z.string()).min(1) })).min(1),
	facts: z.array(z.string()),
	sources: z.array(Source).min(1),
	...review,
	routes: z.array(z.string()).min(1),
	needs: z.array(z.string()),
	next: z.array(z.string()),
});
export type AnswerFront = z.infer<typeof AnswerFront>;

export const StageFront = z.strictObject({
	id: Stage,
	title: z.string(),
	audience: z.enum(["parent", "young_person"]),
	order: z.number().int(),
	summary: z.string(),
	facts: z.array(z.string()),
	sources: z.array(Source).min(1),
	...review,
	routes: z.array(z.string()).min(1),
	next_stages: z.array(Stage),
});
export type StageFront = z.infer<typeof StageFront>;

/** The eight questions that families asked of a children's service, answered for one stage and one reader. */
export const EightQuestionsFront = z.strictObject({
	id: Stage,
	title: z.string(),
	audience: z.enum(["parent", "young_person"]),
	facts: z.array(z.string()).min(1),
	...review,
});
export type EightQuestionsFront = z.infer<typeof EightQuestionsFront>;

export const PageFront = z.strictObject({
	id: Id,
	title: z.string(),
	summary: z.string(),
	audience: z.enum(["everyone", "parent", "young_person"]),
	...review,
	/** Where a page speaks of duties and time limits: the facts it rests on. */
	facts: z.array(z.string()).optional(),
	sources: z.array(Source).optional(),
});
export type PageFront = z.infer<typeof PageFront>;

export const Answer = AnswerFront.extend({ blocks: z.array(Block) });
export type Answer = z.infer<typeof Answer>;
export const StagePage = StageFront.extend({ blocks: z.array(Block) });
export type StagePage = z.infer<typeof StagePage>;
export const EightQuestions = EightQuestionsFront.extend({ blocks: z.array(Block) });
export type EightQuestions = z.infer<typeof EightQuestions>;
export const Page = PageFront.extend({ blocks: z.array(Block) });
export type Page = z.infer<typeof Page>;

export const Glossary = z.strictObject({
	...review,
	terms: z.array(
		z.strictObject({
			id: Id,
			term: z.string(),
			meaning: z.string(),
			also: z.array(z.string()),
			stage: Stage.optional(),
			/** A word that people know before they come: it needs no link. */
			everyday: z.boolean().optional(),
		}),
	),
});
export type Glossary = z.infer<typeof Glossary>;
export type Term = Glossary["terms"][number];

export const Helplines = z.strictObject({ helplines: z.array(RouteSource) });

export const Facts = z.strictObject({
	facts: z.array(
		z.strictObject({
			id: z.string().regex(/^[A-Z]\d+$/),
			says: z.string(),
			/** Other plain words that the content uses for the same thing. */
			words: z.array(z.string()).optional(),
			strength: z.enum(["must", "should", "may", "usual", "fact"]),
			basis: z.string(),
			source: z.strictObject({ title: z.string(), url: z.url().optional(), date: z.string().optional() }),
			confidence: z.enum(["high", "medium", "low"]),
			note: z.string().optional(),
			/**
			 * What nobody has checked yet: a time limit carried from earlier rules against the newest; the text of a law or
			 * rule, cited but not read again; what is general knowledge, against any source; if a law has started.
			 */
			unverified: z.enum(["time_limit", "text", "general", "start"]).optional(),
			/** The day by which to look again, where the law may have moved. */
			until: Day.optional(),
		}),
	),
});
export type Fact = z.infer<typeof Facts>["facts"][number];

const Limits = z.strictObject({ average_sentence: z.number(), longest_sentence: z.number(), grade: z.number() });
export const LanguageRules = z.strictObject({
	avoid: z.array(z.strictObject({ word: z.string(), instead: z.string(), why: z.string().optional() })),
	/** Short forms that must be explained where they stand, however they are written ("s47"). */
	abbreviations: z.array(z.string()),
	/** Short forms and names in capitals that people know, or that are the name a service goes by. */
	known_short_forms: z.array(z.string()),
	limits: z.strictObject({ parents: Limits, young_people: Limits, source: z.string() }),
});
export type LanguageRules = z.infer<typeof LanguageRules>;

export const Needs = z.strictObject({
	needs: z.array(
		z.strictObject({
			id: Id,
			name: z.string(),
			parent: Id.optional(),
			family_hubs_terms: z.array(z.string()),
			families_say: z.array(z.string()),
			services_say: z.array(z.string()),
		}),
	),
});
export type Need = z.infer<typeof Needs>["needs"][number];

/** An area that is compiled into the build, so that its routes need no database. */
export const AreaFile = z.strictObject({
	slug: AreaSlug,
	gss_code: z.string().optional(),
	name: z.string(),
	demonstration: z.boolean(),
	/** Latitude and longitude of each sector ("ZZ1 1") this area covers. */
	sectors: z.record(z.string(), z.tuple([z.number(), z.number()])).default({}),
	/** When the early help team answers, with its promise to ring back. */
	early_help_hours: Hours,
	routes: z.array(RouteSource).min(1),
	/** Its own colours and logo, held to the contrast of WCAG's AAA (`src/content/checks/themes.ts`). */
	theme: AreaTheme.optional(),
});
export type AreaFile = z.infer<typeof AreaFile>;

export const BankHolidays = z.strictObject({
	source: z.string().optional(),
	licence: z.string().optional(),
	date: z.string().optional(),
	holidays: z.array(z.strictObject({ date: Day, title: z.string() })),
});

export const Sheet = z.strictObject({
	id: Id,
	title: z.string(),
	for: z.union([z.string(), z.array(z.string())]),
	...review,
	intro: z.string(),
	sections: z.array(z.strictObject({ title: z.string(), prompt: z.string(), lines: z.number().int() })),
});
export type Sheet = z.infer<typeof Sheet>;

/** A question families ask: who asks it, whom an answer points to, and each fact that an answer to it says. */
export const Topics = z.strictObject({
	topics: z.array(
		z.strictObject({
			id: z.string().regex(/^[a-z0-9_]+$/),
			asked_by: z.array(Audience).min(1),
			/** Ids of helplines that its answers for these readers show. */
			signpost: z.array(z.string()).min(1),
			must_say: z.array(z.string()).min(1),
		}),
	),
});
export type Topic = z.infer<typeof Topics>["topics"][number];

export const Cards = z.strictObject({ cards: z.array(Card).min(1), quiet: z.array(Card).min(1) });
