import type { Draft, Located } from "#content/content.ts";
import type { Problem } from "#content/problem.ts";
import type { Block, Inline } from "#domain/answers/block.ts";

/** Every id that content names must exist: routes, facts, needs, terms, answers, stages, pages. No two things share an id. */
export function checkLinks(draft: Draft): readonly Problem[] {
	const ids = {
		route: new Set(draft.helplines.map(({ value }) => value.id)),
		fact: new Set(draft.facts.map(({ value }) => value.id)),
		need: new Set(draft.needs.map(({ value }) => value.id)),
		term: new Set(draft.terms.map(({ value }) => value.id)),
		answer: new Set(draft.answers.map(({ value }) => value.id)),
		stage: new Set<string>(draft.stages.map(({ value }) => value.id)),
		page: new Set(draft.pages.map(({ value }) => value.id)),
	};
	const found: Problem[] = [];
	function known(item: Located<unknown>, kind: keyof typeof ids, wanted: readonly string[], key: string) {
		for (const id of wanted)
			if (!ids[kind].has(id))
				found.push({ file: item.file, line: item.lineOf(key), message: `There is no ${kind} "${id}".` });
	}
	for (const item of draft.answers) {
		known(item, "route", item.value.routes, "routes");
		known(item, "fact", item.value.facts, "facts");
		known(item, "need", item.value.needs, "needs");
		known(item, "answer", item.value.next, "next");
	}
	for (const item of draft.stages) {
		known(item, "route", item.value.routes, "routes");
		known(item, "fact", item.value.facts, "facts");
		known(item, "stage", item.value.next_stages, "next_stages");
	}
	for (const item of draft.eightQuestions) known(item, "fact", item.value.facts, "facts");
	for (const item of draft.pages) known(item, "fact", item.value.facts ?? [], "facts");
	for (const item of [...draft.cards, ...draft.quietCards])
		known(
			item,
			"route",
			item.value.routes.filter((id) => !LOCAL.has(id)),
			"routes",
		);
	for (const item of [...draft.answers, ...draft.stages, ...draft.eightQuestions, ...draft.pages])
		for (const { link } of inlinesOf(item.value.blocks))
			if (link && link.to !== "web") known(item, link.to, [link.id], "title");
	for (const list of [draft.answers, draft.pages, draft.terms, draft.helplines, draft.facts, draft.needs])
		found.push(...repeated(list));
	return found;
}

function inlinesOf(blocks: readonly Block[]): readonly Inline[] {
	return blocks.flatMap((block) =>
		block.kind === "paragraph" ? block.content : block.kind === "list" ? block.items.flat() : [],
	);
}

function repeated(list: readonly Located<{ readonly id: string }>[]): readonly Problem[] {
	const seen = new Set<string>();
	return list.flatMap((item) => {
		const { id } = item.value;
		if (!seen.has(id)) {
			seen.add(id);
			return [];
		}
		return [{ file: item.file, line: item.lineOf("id"), message: `The id "${id}" is taken by another.` }];
	});
}

/** Routes that an area answers for; `duty` is whichever of its teams answers at this hour. */
const LOCAL: ReadonlySet<string> = new Set(["duty", "early-help", "front-door", "emergency-duty-team"]);
