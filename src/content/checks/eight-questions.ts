import type { Draft } from "#content/content.ts";
import type { Problem } from "#content/problem.ts";
import { type Block, inlineText } from "#domain/answers/block.ts";
import { Stage } from "#domain/conversation/stage.ts";
import { sentences, wordsOf } from "#domain/reading/sentences.ts";

const QUESTIONS = 8;
const MOST_SENTENCES = 2;
const MOST_WORDS = 40;
const READERS = ["parent", "young_person"] as const;

/**
 * Holds the eight questions families asked: every stage answers all of them for both readers, in the same order
 * and words, each in one paragraph of one or two sentences.
 */
export function checkEightQuestions(draft: Draft): readonly Problem[] {
	const found: Problem[] = [];
	for (const audience of READERS) {
		const own = draft.eightQuestions.filter(({ value }) => value.audience === audience);
		const [first] = own;
		for (const stage of Stage.options) {
			if (own.filter(({ value }) => value.id === stage).length === 1) continue;
			const file = `content/eight-questions/${audience === "parent" ? "parents" : "young-people"}/${stage}.md`;
			found.push({ file, line: 1, message: "Each stage has one such file for parents and one for young people." });
		}
		const asked = first ? headings(first.value.blocks) : [];
		for (const { value, file, lineOf } of own) {
			const say = (message: string) => found.push({ file, line: lineOf("id"), message });
			const questions = headings(value.blocks);
			if (questions.length !== QUESTIONS)
				say(`There are ${questions.length} questions as headings; there should be ${QUESTIONS}.`);
			questions.forEach((question, index) => {
				if (question !== asked[index])
					say(`"${question}" stands where ${first?.file ?? ""} asks "${asked[index] ?? "nothing"}".`);
			});
			for (const [index, question] of questions.entries())
				for (const message of faultsOf(answerTo(value.blocks, index))) say(`"${question}" ${message}`);
		}
	}
	return found;
}

function headings(blocks: readonly Block[]): readonly string[] {
	return blocks.flatMap((block) => (block.kind === "heading" ? [block.text] : []));
}

/** What stands between the heading at `index` and the next. */
function answerTo(blocks: readonly Block[], index: number): readonly Block[] {
	const at = blocks.flatMap((block, place) => (block.kind === "heading" ? [place] : []));
	return blocks.slice((at[index] ?? 0) + 1, at[index + 1]);
}

function faultsOf(answer: readonly Block[]): readonly string[] {
	const [only, ...others] = answer;
	if (only?.kind !== "paragraph" || others.length > 0) return ["is answered by one paragraph."];
	const text = inlineText(only.content);
	return [
		...(sentences(text).length > MOST_SENTENCES ? [`is answered in ${MOST_SENTENCES} sentences at most.`] : []),
		...(wordsOf(text).length > MOST_WORDS ? [`is answered in ${MOST_WORDS} words at most.`] : []),
	];
}
