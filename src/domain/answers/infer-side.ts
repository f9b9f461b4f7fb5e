import type { AudienceWords } from "#domain/answers/index-words.ts";
import { countPhrases, phraseTree } from "#domain/answers/phrase-tree.ts";
import type { Side } from "#domain/answers/subjects.ts";

/** Tells from a row of stems whether a child or an adult writes; null when the words do not say. */
export function createSideInference(words: AudienceWords): (stems: readonly string[]) => Side | null {
	const tree = phraseTree({ adult: [...words.parent, ...words.family], young: words.young_person });
	return (stems) => {
		const counts = countPhrases(tree, stems);
		const adult = counts.get("adult") ?? 0;
		const young = counts.get("young") ?? 0;
		if (adult === young) return null;
		return adult > young ? "adult" : "young";
	};
}
