import { checkAnswers } from "#content/checks/answers.ts";
import { checkEightQuestions } from "#content/checks/eight-questions.ts";
import { checkFigures } from "#content/checks/figures.ts";
import { checkFlows } from "#content/checks/flows.ts";
import { checkHelplines } from "#content/checks/helplines.ts";
import { checkLanguage } from "#content/checks/language.ts";
import { checkLinks } from "#content/checks/links.ts";
import { checkModals } from "#content/checks/modals.ts";
import { checkReading } from "#content/checks/reading.ts";
import { checkReview } from "#content/checks/review.ts";
import { checkSources } from "#content/checks/sources.ts";
import { checkStages } from "#content/checks/stages.ts";
import { checkTerms } from "#content/checks/terms.ts";
import { textsOf } from "#content/checks/texts.ts";
import { checkThemes } from "#content/checks/themes.ts";
import { checkTopics } from "#content/checks/topics.ts";
import { wordTexts } from "#content/checks/word-texts.ts";
import type { Content, Located } from "#content/content.ts";
import type { Problem } from "#content/problem.ts";
import { type Files, readDraft } from "#content/read-draft.ts";

/**
 * Checks everything under `content/` and puts it together. The content is complete only when there are no problems;
 * with problems it holds what could be read, so that a preview can still show it.
 */
export function compile(files: Files): { readonly content: Content; readonly problems: readonly Problem[] } {
	const { draft, problems } = readDraft(files);
	const texts = [...textsOf(draft), ...wordTexts(files)];
	const found = [
		...problems,
		...checkAnswers(draft),
		...checkTopics(draft),
		...checkStages(draft),
		...checkReading(draft, texts),
		...checkLanguage(draft, texts),
		...checkTerms(draft),
		...checkModals(draft),
		...checkFigures(draft),
		...checkSources(draft),
		...checkReview(draft),
		...checkHelplines(draft),
		...checkLinks(draft),
		...checkEightQuestions(draft),
		...checkFlows(draft),
		...checkThemes(draft, files),
	];
	return {
		content: {
			answers: values(draft.answers),
			stages: values(draft.stages),
			eightQuestions: values(draft.eightQuestions),
			pages: values(draft.pages),
			terms: values(draft.terms),
			helplines: values(draft.helplines),
			facts: values(draft.facts),
			language: draft.language,
			needs: values(draft.needs),
			areas: values(draft.areas),
			holidays: values(draft.holidays),
			holidaysOn: draft.holidaysOn,
			sheets: values(draft.sheets),
			flows: values(draft.flows),
			cards: values(draft.cards),
			quietCards: values(draft.quietCards),
			synonyms: draft.synonyms,
			filters: draft.filters,
		},
		problems: found,
	};
}

function values<T>(located: readonly Located<T>[]): readonly T[] {
	return located.map((item) => item.value);
}
