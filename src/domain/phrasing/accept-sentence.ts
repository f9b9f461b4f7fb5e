import { amountFault } from "#domain/phrasing/check-amounts.ts";
import { balanceFault } from "#domain/phrasing/check-balance.ts";
import { conditionFault } from "#domain/phrasing/check-conditions.ts";
import { degreeFault } from "#domain/phrasing/check-degrees.ts";
import { directionFault } from "#domain/phrasing/check-directions.ts";
import { formFault } from "#domain/phrasing/check-form.ts";
import { roleFault } from "#domain/phrasing/check-roles.ts";
import { scopeFault } from "#domain/phrasing/check-scope.ts";
import { negationFault, strengthFault } from "#domain/phrasing/check-strength.ts";
import { forbiddenFault, speakerFault, wordFault } from "#domain/phrasing/check-words.ts";
import { readSentence, type Sentence } from "#domain/phrasing/clauses.ts";
import type { Passage } from "#domain/phrasing/passage.ts";
import type { Vocabulary } from "#domain/phrasing/plain-words.ts";
import { type Support, supportsOf } from "#domain/phrasing/support.ts";
import type { ReadingLimits } from "#domain/reading/measure.ts";
import { sentences } from "#domain/reading/sentences.ts";

export type Verdict = { readonly accepted: true } | { readonly accepted: false; readonly reason: string };

/** Judges sentences against passages. Reading the passages again for each sentence would cost most of the time, so it keeps them. */
export type Acceptance = (sentence: string, cited: readonly Passage[]) => Verdict;

/**
 * Whether a sentence says no more, no less and nothing else than the passages it cites: numbers, limits, strength, denial,
 * who does what, conditions and direction exactly, every telling word covered. Where it cannot tell, it refuses.
 */
export function createAcceptance(vocabulary: Vocabulary, limits: ReadingLimits): Acceptance {
	const read = new Map<string, readonly Sentence[]>();
	const readAll = (text: string): readonly Sentence[] => {
		const known = read.get(text);
		if (known) return known;
		const made = sentences(text).map((sentence) => readSentence(sentence, vocabulary));
		read.set(text, made);
		return made;
	};
	return (sentence, cited) => {
		if (cited.length === 0) return { accepted: false, reason: "cites nothing" };
		const text = withoutOpening(sentence.trim(), vocabulary);
		const sources = cited.flatMap((passage) => readAll(passage.text));
		if (sources.some((source) => source.text === sentence.trim())) return { accepted: true };
		const form = formFault(text, sources, limits);
		if (form) return { accepted: false, reason: form };
		const said = readSentence(text, vocabulary);
		const around = readSentence(cited.map((passage) => `${passage.around}. ${passage.text}`).join(" "), vocabulary);
		let reason = "nothing of it in the passage";
		for (const support of supportsOf(said, sources)) {
			const fault = faultOf(said, support, around, vocabulary);
			if (fault === null) return { accepted: true };
			reason = fault;
		}
		return { accepted: false, reason };
	};
}

function faultOf(said: Sentence, support: Support, around: Sentence, vocabulary: Vocabulary): string | null {
	const { sources } = support;
	return (
		wordFault(said, support, around) ??
		forbiddenFault(said, sources, vocabulary) ??
		speakerFault(said, sources) ??
		amountFault(said, sources) ??
		strengthFault(said, sources) ??
		negationFault(said, sources) ??
		degreeFault(said, sources) ??
		conditionFault(said, sources) ??
		roleFault(said, sources) ??
		directionFault(said, sources) ??
		balanceFault(said, sources) ??
		scopeFault(said, sources)
	);
}

/** "Remember that you can ask": the turn of phrase says nothing, and is not checked. */
function withoutOpening(text: string, { openings }: Vocabulary): string {
	const found = openings.find((opening) => text.toLowerCase().startsWith(`${opening} `));
	return found ? text.slice(found.length).trim() : text;
}
