import type { Evidence } from "#domain/answers/score-subjects.ts";
import type { Side, Subject } from "#domain/answers/subjects.ts";

/** Subjects in the order in which they are likely meant. */
export type Ranking = {
	readonly order: readonly number[];
	/** The joined score by subject; the difference of two is about the log of their odds. */
	readonly score: Float64Array;
	/** How much speaks for the first subject and against a message that no answer fits. */
	readonly answerable: number;
	/** How far the first is ahead of the second. */
	readonly lead: number;
	/** How likely the first is meant, 0 to 1, among all subjects and a message that no answer fits. */
	readonly chance: number;
};

/** How much the lexical score counts beside the learnt one. */
const LEXICAL_WEIGHT = 0.5;
/** What a subject gives away for having no text for a young person, who then reads the adults'. */
const NOT_FOR_THE_YOUNG = 4.5;
/** What a young person's own subject gives away when we do not know who writes: most are adults. */
const UNKNOWN_WRITER = 1.5;
/** How much it counts that the words are ones the content knows. */
const KNOWN_WEIGHT = 6;

/**
 * Joins the learnt and the lexical score for whoever asks. `bonus` is what the conversation adds to a subject.
 * An adult is never given a text that is written for young people only.
 */
export function rankSubjects(
	{ learnt, lexical, known }: Evidence,
	subjects: readonly Subject<unknown>[],
	side: Side | null,
	bonus: (subject: number) => number = () => 0,
): Ranking {
	const score = new Float64Array(subjects.length).fill(Number.NEGATIVE_INFINITY);
	const order: number[] = [];
	subjects.forEach((subject, place) => {
		const less = handicap(subject, side);
		if (less === null) return;
		order.push(place);
		score[place] = (learnt[place] ?? 0) - less + LEXICAL_WEIGHT * (lexical[place] ?? 0) + bonus(place);
	});
	order.sort((a, b) => (score[b] ?? 0) - (score[a] ?? 0) || a - b);
	const [first = 0, second = 0] = order;
	const forFirst = (score[first] ?? 0) + (1 - LEXICAL_WEIGHT) * (lexical[first] ?? 0);
	return {
		order,
		score,
		answerable: forFirst - (learnt[subjects.length] ?? 0) + KNOWN_WEIGHT * (known - 1),
		lead: (score[first] ?? 0) - (score[second] ?? 0),
		chance:
			1 /
			order.reduce(
				(sum, place) => sum + Math.exp((score[place] ?? 0) - (score[first] ?? 0)),
				Math.exp((learnt[subjects.length] ?? 0) - (score[first] ?? 0)),
			),
	};
}

/** Null where the subject has no text for this reader. */
function handicap({ answers }: Subject<unknown>, side: Side | null): number | null {
	if (!answers.adult && !answers.young) return null;
	if (side === "adult") return answers.adult ? 0 : null;
	if (side === "young") return answers.young ? 0 : NOT_FOR_THE_YOUNG;
	return answers.adult ? 0 : UNKNOWN_WRITER;
}
