import type { Answer } from "#content/schema.ts";
import { understandRequest } from "#domain/phrasing/instructions.ts";
import type { LanguageModel } from "#ports/language-model.ts";

/**
 * The id of the answer that the model takes a question to be about; null where it says none, says an id it was not given,
 * or says nothing in time. The person is asked whether that is what they meant.
 */
export async function understandQuestion(
	model: LanguageModel,
	question: string,
	answers: readonly Pick<Answer, "id" | "title">[],
): Promise<string | null> {
	const controller = new AbortController();
	let timer: ReturnType<typeof setTimeout> | undefined;
	const tooLate = new Promise<null>((resolve) => {
		timer = setTimeout(() => {
			controller.abort();
			resolve(null);
		}, model.settings.firstSentenceMs);
	});
	const asked = model.choose(understandRequest(model.instructions, question, answers), controller.signal);
	const result = await Promise.race([asked, tooLate]);
	clearTimeout(timer);
	if (result === null || result.kind === "unavailable") {
		model.count(result?.why ?? "too_late");
		return null;
	}
	const known = answers.some(({ id }) => id === result.id);
	model.count(known ? "understood" : result.id === "none" ? "none_fits" : "wrong_id");
	return known ? result.id : null;
}
