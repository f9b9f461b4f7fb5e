import { type Example, foldOf } from "#cli/triage-training/examples.ts";
import { THRESHOLDS } from "#cli/triage-training/thresholds.ts";
import { trainModel } from "#cli/triage-training/train-model.ts";
import { type Vector, vectorsOf } from "#cli/triage-training/vectors.ts";
import { judge, judgeSentences, type Scores, scoresOf } from "#domain/triage/judge.ts";
import type { Lexicon } from "#domain/triage/lexicon.ts";
import { unpackModel } from "#domain/triage/model.ts";
import { readMessage } from "#domain/triage/read-message.ts";
import type { Urgency } from "#domain/triage/urgency.ts";
import { spellingOf } from "#domain/triage/words.ts";

export const FOLDS = 10;

/** A labelled message and what a model said of it that had learnt from other families only. */
export type Outcome = { readonly example: Example; readonly urgency: Urgency; readonly scores: Scores };

/** Judges every example by a model that has seen no message of its family; `share` of the families is learnt from. */
export function crossValidate(
	examples: readonly Example[],
	lexicon: Lexicon,
	share = 1,
	withReasons = true,
	folds = FOLDS,
): readonly Outcome[] {
	const vectors = vectorsOf(examples, lexicon);
	const spelling = spellingOf(lexicon);
	const sharedOut = (vector: Vector) => foldOf(`share ${vector.example.family}`, 1000) < share * 1000;
	return Array.from({ length: folds }, (_, fold) => fold).flatMap((fold) => {
		const others = vectors.filter((vector) => foldOf(vector.example.family, folds) !== fold && sharedOut(vector));
		const model = unpackModel(trainModel(others, THRESHOLDS, withReasons));
		return examples
			.filter((example) => foldOf(example.family, folds) === fold)
			.map((example) => {
				const sentences = judgeSentences(readMessage(example.text, spelling), lexicon, model);
				return { example, urgency: judge(sentences, lexicon, model), scores: scoresOf(sentences, model) };
			});
	});
}
