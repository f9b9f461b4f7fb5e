import type { Draft, Located } from "#content/content.ts";
import type { Problem } from "#content/problem.ts";

/** Six months; content is looked at again at least twice a year. */
const LONGEST_REVIEW_DAYS = 184;

type Dated = { readonly law_as_at: string; readonly reviewed: string; readonly review_by: string };

/** Every text for the public is looked at again within six months, and rests on the law of a day before it was looked at. */
export function checkReview(draft: Draft): readonly Problem[] {
	const items: readonly Located<Dated>[] = [
		...draft.answers,
		...draft.stages,
		...draft.eightQuestions,
		...draft.pages,
		...draft.sheets,
		...draft.glossary,
	];
	return items.flatMap(({ value, file, lineOf }) => {
		const found: Problem[] = [];
		const say = (key: string, message: string) => found.push({ file, line: lineOf(key), message });
		if (daysBetween(value.reviewed, value.review_by) > LONGEST_REVIEW_DAYS)
			say("review_by", "The review date is more than six months after the review.");
		if (value.review_by < value.reviewed) say("review_by", "The review date is before the review.");
		if (value.law_as_at > value.reviewed) say("law_as_at", "The law is of a day after the review.");
		return found;
	});
}

function daysBetween(from: string, to: string): number {
	return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
