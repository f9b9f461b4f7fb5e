import type { Library } from "#content/library.ts";
import type { Answer } from "#content/schema.ts";
import type { Block } from "#domain/answers/block.ts";
import type { ShownAnswer } from "#domain/conversation/turn.ts";
import type { Sentence } from "#domain/phrasing/answered.ts";

export type Words = Library["words"];

/** Sentences to a paragraph. */
const PARAGRAPH = 3;

/** A text that the model put together, marked as such, with the reviewed pages it is from. Links are ours alone. */
export function written(
	answers: readonly Answer[],
	main: Answer,
	sentences: readonly Sentence[],
	kept: readonly Block[],
	words: Words,
): ShownAnswer {
	const used = answers.filter(
		({ id }) => id === main.id || sentences.some((sentence) => sentence.answers.includes(id)),
	);
	const dates = (key: "reviewed" | "review_by") => used.map((answer) => answer[key]).sort()[0] ?? null;
	const from: Block[] = [
		{ kind: "paragraph", content: [{ text: words.model.from_pages }] },
		{
			kind: "list",
			ordered: false,
			items: used.map(({ id, title }) => [{ text: title, link: { to: "answer", id } }]),
		},
	];
	return {
		kind: "answer",
		id: main.id,
		title: main.title,
		blocks: [...paragraphs(sentences, words), ...kept, ...from],
		topics: [...new Set(used.flatMap(({ topics }) => topics))],
		sources: used
			.flatMap(({ sources }) => sources)
			.filter(({ url }, index, all) => all.findIndex((each) => each.url === url) === index),
		reviewed: dates("reviewed"),
		review_by: dates("review_by"),
		written_by: "model",
	};
}

/** Plain paragraphs; where there is a translation, each sentence of it with its English below, and first that a computer made it. */
function paragraphs(sentences: readonly Sentence[], words: Words): Block[] {
	const whole = sentences.every(({ translated }) => translated !== null);
	if (whole) {
		return [
			{ kind: "paragraph", content: [{ text: words.model.translated, strong: true }] },
			...sentences.flatMap(({ text, translated }): Block[] => [
				{ kind: "paragraph", content: [{ text: translated?.text ?? text }] },
				{ kind: "paragraph", content: [{ text }] },
			]),
		];
	}
	const groups = Array.from({ length: Math.ceil(sentences.length / PARAGRAPH) }, (_, index) =>
		sentences.slice(index * PARAGRAPH, (index + 1) * PARAGRAPH),
	);
	return groups.map((group) => ({ kind: "paragraph", content: [{ text: group.map(({ text }) => text).join(" ") }] }));
}
