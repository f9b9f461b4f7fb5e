import type { Draft } from "#content/content.ts";
import { type Block, paragraphsOf } from "#domain/answers/block.ts";

/** A text that a person reads, wherever in `content/` it stands. */
export type Text = {
	readonly file: string;
	readonly line: number;
	readonly paragraphs: readonly string[];
	readonly youngPeople: boolean;
};

/** Every text in the draft, so that no check can forget a kind of content. */
export function textsOf(draft: Draft): readonly Text[] {
	const documents = [...draft.answers, ...draft.stages, ...draft.eightQuestions, ...draft.pages].map((item) => {
		const value: { readonly blocks: readonly Block[]; readonly title: string } = item.value;
		return {
			file: item.file,
			line: item.lineOf("title"),
			paragraphs: [`${value.title}.`, ...paragraphsOf(value.blocks)],
			youngPeople: forYoungPeople(item.value),
		};
	});
	const terms = draft.terms.map((term) => ({
		file: term.file,
		line: term.lineOf("meaning"),
		paragraphs: [term.value.meaning],
		youngPeople: false,
	}));
	const sheets = draft.sheets.map((sheet) => ({
		file: sheet.file,
		line: sheet.lineOf("intro"),
		paragraphs: [sheet.value.intro, ...sheet.value.sections.map((section) => section.prompt)],
		youngPeople: false,
	}));
	const flows = draft.flows.flatMap((flow) =>
		flow.value.nodes.map((node, index) => ({
			file: flow.file,
			line: flow.lineOf("nodes", index, "id"),
			paragraphs:
				"ask" in node
					? [node.ask, ...(node.help ? [node.help] : []), ...node.options.map((option) => option.label)]
					: [node.outcome.title],
			youngPeople: flow.value.audiences.includes("young_person"),
		})),
	);
	const routes = [...draft.helplines, ...draft.areas].flatMap((item) => {
		const sources = "routes" in item.value ? item.value.routes : [item.value];
		return sources.map((route) => ({
			file: item.file,
			line: item.lineOf("what_for"),
			paragraphs: [route.what_for, ...(route.more ?? [])],
			youngPeople: false,
		}));
	});
	const cards = [...draft.cards, ...draft.quietCards].map((card) => ({
		file: card.file,
		line: card.lineOf("title"),
		paragraphs: card.value.body,
		youngPeople: card.value.for.includes("young_person"),
	}));
	return [...documents, ...terms, ...sheets, ...flows, ...routes, ...cards];
}

function forYoungPeople(front: { readonly audience?: string; readonly audiences?: readonly string[] }): boolean {
	return (
		front.audience === "young_person" || (front.audiences?.every((audience) => audience === "young_person") ?? false)
	);
}
