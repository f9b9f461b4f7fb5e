import { createCircuitBreaker } from "#adapters/openai/circuit-breaker.ts";
import { createDailyBudget } from "#adapters/openai/daily-budget.ts";
import { streamReply } from "#adapters/openai/stream-reply.ts";
import { type Acceptance, createAcceptance } from "#domain/phrasing/accept-sentence.ts";
import { createDraftReader, ModelChoice } from "#domain/phrasing/draft.ts";
import type { ModelContent, ModelRequest } from "#domain/phrasing/instructions.ts";
import { createVocabulary, type Vocabulary } from "#domain/phrasing/plain-words.ts";
import type { ReadingLimits } from "#domain/reading/measure.ts";
import type { Clock } from "#ports/clock.ts";
import type { LanguageModel, ModelFailure, ModelOutcome, ModelSettings } from "#ports/language-model.ts";

type Options = {
	readonly settings: ModelSettings;
	readonly clock: Clock;
	readonly content: ModelContent;
	readonly limits: { readonly parents: ReadingLimits; readonly young_people: ReadingLimits };
};

/** What is no fault of the service, and does not open the breaker. */
const NO_FAULT: readonly ModelFailure[] = ["refused", "resting"];

/** A model behind an OpenAI-compatible address. Nothing is asked, and the word lists are not read, until the first use. */
export function createLanguageModel({ settings, clock, content, limits }: Options): LanguageModel {
	const breaker = createCircuitBreaker(clock);
	const counts = new Map<ModelOutcome, number>();
	const acceptances = new Map<boolean, Acceptance>();
	let vocabulary: Vocabulary | null = null;

	async function ask(
		request: ModelRequest,
		signal: AbortSignal,
		onText: (piece: string) => void,
	): Promise<"done" | ModelFailure> {
		if (!breaker.closed()) return "resting";
		const outcome = await streamReply(settings, request, signal, onText);
		if (outcome === "done" || !NO_FAULT.includes(outcome)) breaker.report(outcome === "done");
		return outcome;
	}

	return {
		settings,
		instructions: content.instructions,
		acceptance: (young) => {
			const known = acceptances.get(young);
			if (known) return known;
			vocabulary ??= createVocabulary(content.words);
			const made = createAcceptance(vocabulary, young ? limits.young_people : limits.parents);
			acceptances.set(young, made);
			return made;
		},
		choose: async (request, signal) => {
			let text = "";
			const outcome = await ask(request, signal, (piece) => {
				text += piece;
			});
			if (outcome !== "done") return { kind: "unavailable", why: outcome };
			const read = ModelChoice.safeParse(jsonOf(text));
			return read.success ? { kind: "chosen", id: read.data.answer } : { kind: "unavailable", why: "unreadable" };
		},
		phrase: async (request, signal, onDraft) => {
			const reader = createDraftReader();
			const outcome = await ask(request, signal, (piece) => {
				for (const draft of reader.push(piece)) onDraft(draft);
			});
			if (outcome !== "done") return { kind: "unavailable", why: outcome };
			return reader.finished() ? { kind: "done" } : { kind: "unavailable", why: "unreadable" };
		},
		spend: createDailyBudget(settings.dailyTurns),
		count: (outcome) => counts.set(outcome, (counts.get(outcome) ?? 0) + 1),
		counts: () => Object.fromEntries(counts),
	};
}

function jsonOf(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}
