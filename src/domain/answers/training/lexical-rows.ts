import { type GroupTrees, LETTERS_MARK, readQuestion } from "#domain/answers/read-question.ts";
import type { Subject } from "#domain/answers/subjects.ts";
import type { Lesson } from "#domain/answers/training/lessons.ts";

/** How much a word counts by the field it stands in. */
const FIELD = { title: 3, phrasing: 1, term: 0.3, "off-topic": 0, body: 0.5 } as const;
/** BM25 (Robertson, Zaragoza 2009): how fast repetition saturates, and how much length is allowed for. */
const SATURATION = 4;
const LENGTH = 0.5;

/**
 * BM25 over fields, one row of [subject, score] for each term that stands in a title, a phrasing or a body: what a
 * word says of each subject by how often it stands there and how few others have it. Neighbours and runs of letters
 * are left to the learnt part.
 */
export function lexicalRows(
	subjects: readonly Subject[],
	lessons: readonly Lesson[],
	groups: GroupTrees,
): ReadonlyMap<string, readonly (readonly [number, number])[]> {
	const counts = new Map<string, Map<number, number>>();
	const lengths = new Float64Array(subjects.length);
	const add = (text: string, subject: number, weight: number) => {
		if (weight === 0) return;
		for (const feature of readQuestion(text, groups).features) {
			if (feature.startsWith(LETTERS_MARK) || feature.includes(" ")) continue;
			const row = counts.get(feature) ?? new Map<number, number>();
			row.set(subject, (row.get(subject) ?? 0) + weight);
			counts.set(feature, row);
			lengths[subject] = (lengths[subject] ?? 0) + weight;
		}
	};
	for (const { text, subject, from } of lessons) add(text, subject, FIELD[from]);
	subjects.forEach((subject, place) => {
		for (const answer of Object.values(subject.answers))
			for (const line of answer.body.split("\n")) add(line, place, FIELD.body);
	});
	const mean = lengths.reduce((sum, length) => sum + length, 0) / subjects.length;
	return new Map(
		[...counts].map(([feature, row]) => {
			const rarity = Math.log(1 + (subjects.length - row.size + 0.5) / (row.size + 0.5));
			const scored = [...row]
				.sort(([a], [b]) => a - b)
				.map(([subject, count]) => {
					const norm = SATURATION * (1 - LENGTH + (LENGTH * (lengths[subject] ?? mean)) / mean);
					return [subject, (rarity * count * (SATURATION + 1)) / (count + norm)] as const;
				});
			return [feature, scored];
		}),
	);
}
