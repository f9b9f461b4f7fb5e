import type { Draft } from "#content/content.ts";
import type { Problem } from "#content/problem.ts";
import { paragraphsOf, plainText } from "#domain/answers/block.ts";
import { wordsOf } from "#domain/reading/sentences.ts";

const MOST_WORDS = 180;
const FEWEST_PHRASINGS = 25;

/** What only answers must obey: their facts are said, they are short, they can be found. */
export function checkAnswers(draft: Draft): readonly Problem[] {
	const phrasings = new Map<string, string>();
	return draft.answers.flatMap(({ value: answer, file, lineOf }) => {
		const found: Problem[] = [];
		const say = (line: number, message: string) => found.push({ file, line, message });
		const body = plainText(answer.blocks);
		const folded = fold(body);
		answer.covers.forEach((cover, index) => {
			for (const phrase of cover.says)
				if (!folded.includes(fold(phrase)))
					say(lineOf("covers", index, "says"), `The body does not say "${phrase}" (for: ${cover.fact}).`);
		});
		const length = wordsOf(paragraphsOf(answer.blocks).join(" ")).length;
		if (length > MOST_WORDS) say(lineOf("title"), `The body has ${length} words; at most ${MOST_WORDS}.`);
		if (answer.asked_as.length < FEWEST_PHRASINGS)
			say(lineOf("asked_as"), `Only ${answer.asked_as.length} ways of asking; at least ${FEWEST_PHRASINGS}.`);
		for (const phrasing of answer.asked_as) {
			const key = `${answer.audiences.includes("young_person") ? "young" : "adult"}:${fold(phrasing)}`;
			const owner = phrasings.get(key);
			if (owner) say(lineOf("asked_as"), `"${phrasing}" is also asked of ${owner}. One question, one answer.`);
			else phrasings.set(key, answer.id);
		}
		return found;
	});
}

function fold(text: string): string {
	return text.toLowerCase().replaceAll("’", "'").replace(/\s+/g, " ").trim();
}
