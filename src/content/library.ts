import type { words } from "#content/compiled/words.ts";
import type { Content } from "#content/content.ts";
import type { Answer, AreaFile, EightQuestions, Page, StagePage, Term } from "#content/schema.ts";
import type { Audience } from "#domain/conversation/audience.ts";
import type { Flow } from "#domain/conversation/flow.ts";
import type { RouteSource } from "#domain/conversation/route.ts";
import type { Stage } from "#domain/conversation/stage.ts";

/** Every label, error and safety sentence, by file and key of `content/words/`. A key that is not there fails the type check. */
export type Words = typeof words;

/** Look-ups over the compiled content. Nothing is parsed when a person asks. */
export type Library = {
	readonly content: Content;
	readonly words: Words;
	/** Bank holidays of England as "2026-12-25". */
	readonly holidays: ReadonlySet<string>;
	readonly answer: (id: string) => Answer | null;
	readonly stage: (id: Stage, audience: Audience) => StagePage | null;
	readonly eightQuestions: (id: Stage, audience: Audience) => EightQuestions | null;
	readonly page: (id: string) => Page | null;
	readonly term: (id: string) => Term | null;
	readonly helpline: (id: string) => RouteSource | null;
	readonly area: (slug: string) => AreaFile | null;
	readonly flows: ReadonlyMap<string, Flow>;
};

export function createLibrary(content: Content, words: Words): Library {
	const answers = byId(content.answers);
	const pages = byId(content.pages);
	const terms = byId(content.terms);
	const helplines = byId(content.helplines);
	const areas = new Map(content.areas.map((area) => [area.slug, area]));
	const stages = new Map(content.stages.map((stage) => [`${stage.audience}/${stage.id}`, stage]));
	const eights = new Map(content.eightQuestions.map((eight) => [`${eight.audience}/${eight.id}`, eight]));
	return {
		content,
		words,
		holidays: new Set(content.holidays.map((holiday) => holiday.date)),
		answer: (id) => answers.get(id) ?? null,
		stage: (id, audience) => stages.get(readerKey(id, audience)) ?? null,
		eightQuestions: (id, audience) => eights.get(readerKey(id, audience)) ?? null,
		page: (id) => pages.get(id) ?? null,
		term: (id) => terms.get(id) ?? null,
		helpline: (id) => helplines.get(id) ?? null,
		area: (slug) => areas.get(slug) ?? null,
		flows: byId(content.flows),
	};
}

/** Stages are written for two readers: young people, and everyone else in the parents' words. */
function readerKey(id: Stage, audience: Audience): string {
	return `${audience === "young_person" ? audience : "parent"}/${id}`;
}

function byId<T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> {
	return new Map(items.map((item) => [item.id, item]));
}
