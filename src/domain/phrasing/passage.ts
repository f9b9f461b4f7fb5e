import { type Block, inlineText } from "#domain/answers/block.ts";

/** A paragraph or list item of a reviewed answer, with the id by which a sentence cites it. */
export type Passage = {
	readonly id: string;
	/** The answer it is from. */
	readonly answer: string;
	readonly text: string;
	/** What "it" and "they" may speak of: the title, the heading above and the paragraph before. */
	readonly around: string;
};

/** What passages are made from. */
export type PassageSource = { readonly id: string; readonly title: string; readonly blocks: readonly Block[] };

/** The passages of some answers, numbered p1, p2 and on through all of them. A paragraph that is a heading in bold gives none. */
export function passagesOf(answers: readonly PassageSource[]): readonly Passage[] {
	const texts = answers.flatMap((answer) => {
		let heading = "";
		let before = "";
		return answer.blocks.flatMap((block): readonly Omit<Passage, "id">[] => {
			if (block.kind === "heading") {
				heading = block.text;
				return [];
			}
			const texts = block.kind === "list" ? block.items.map(inlineText) : [inlineText(block.content)];
			const lead = before;
			before = texts.at(-1) ?? before;
			return texts.map((text) => ({ answer: answer.id, text, around: `${answer.title} ${heading}. ${lead}` }));
		});
	});
	return texts.map((passage, index) => ({ id: `p${index + 1}`, ...passage }));
}
