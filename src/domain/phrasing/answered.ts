import { type Block, inlineText } from "#domain/answers/block.ts";
import type { Passage } from "#domain/phrasing/passage.ts";

/** A sentence that was accepted, with what it rests on. */
export type Sentence = {
	readonly text: string;
	readonly passages: readonly string[];
	readonly answers: readonly string[];
	/** The same in the person's language, and that language's code; null where there is none. */
	readonly translated: { readonly text: string; readonly language: string } | null;
};

/** Fewer sentences answer nothing that a person asked. */
const FEWEST_SENTENCES = 2;
/** Where more than this share was dropped, what is left is no answer but its rest. */
const MOST_DROPPED = 0.5;
/** The answer itself stands in the first paragraphs. */
const LEADING_PASSAGES = 3;

/** Whether the accepted sentences answer: enough of them, most of what was drafted, and the heart of the main answer among them. */
export function isAnswered(
	accepted: readonly Sentence[],
	drafted: number,
	passages: readonly Passage[],
	main: string,
): boolean {
	if (accepted.length < FEWEST_SENTENCES || drafted === 0) return false;
	if ((drafted - accepted.length) / drafted > MOST_DROPPED) return false;
	const heart = passages.filter(({ answer }) => answer === main).slice(0, LEADING_PASSAGES);
	return accepted.some((sentence) => heart.some(({ id }) => sentence.passages.includes(id)));
}

const urgentRe = /\b(?:999|112)\b/;

/** What an answer says about danger stands word for word, whatever a shorter text leaves out. */
export function urgentBlocks(
	answers: readonly { readonly blocks: readonly Block[] }[],
	accepted: readonly Sentence[],
): readonly Block[] {
	const said = new Set(accepted.map(({ text }) => text));
	return answers.flatMap(({ blocks }) =>
		blocks.flatMap((block): readonly Block[] => {
			if (block.kind === "paragraph") {
				const text = inlineText(block.content);
				return urgentRe.test(text) && !said.has(text) ? [block] : [];
			}
			if (block.kind !== "list") return [];
			const items = block.items.filter((item) => urgentRe.test(inlineText(item)) && !said.has(inlineText(item)));
			return items.length > 0 ? [{ ...block, items }] : [];
		}),
	);
}
