import type { Acceptance } from "#domain/phrasing/accept-sentence.ts";
import type { Draft } from "#domain/phrasing/draft.ts";
import type { Instructions, ModelRequest } from "#domain/phrasing/instructions.ts";

/** Why nothing came of asking. Counted, never shown. */
export type ModelFailure =
	| "refused"
	| "limited"
	| "failed"
	| "unreadable"
	| "too_long"
	| "too_late"
	| "resting"
	| "unreachable";
export type Unavailable = { readonly kind: "unavailable"; readonly why: ModelFailure };

/** What came of a turn on which the model might have helped: one word, and nothing of who or what. */
export type ModelOutcome =
	| ModelFailure
	| "phrased"
	| "not_enough"
	| "understood"
	| "none_fits"
	| "wrong_id"
	| "court_papers"
	| "over_budget"
	| "sentence_accepted"
	| "sentence_dropped";

/** The optional language model, with all that keeps it in its cage. Never throws. */
export type LanguageModel = {
	readonly settings: ModelSettings;
	readonly instructions: Instructions;
	/** Decides about each of its sentences; young people's are held to their own reading age. */
	readonly acceptance: (young: boolean) => Acceptance;
	/** One of the ids it was given, or "none": as it came, to be checked against what was given. */
	readonly choose: (
		request: ModelRequest,
		signal: AbortSignal,
	) => Promise<{ readonly kind: "chosen"; readonly id: string } | Unavailable>;
	/** Hands over each drafted sentence as it becomes whole; "done" only where the whole reply was as asked. */
	readonly phrase: (
		request: ModelRequest,
		signal: AbortSignal,
		onDraft: (draft: Draft) => void,
	) => Promise<{ readonly kind: "done" } | Unavailable>;
	/** Takes one request from the area's budget of the day ("2026-11-24"); false where it is spent. */
	readonly spend: (area: string, day: string) => boolean;
	readonly count: (outcome: ModelOutcome) => void;
	readonly counts: () => Readonly<Partial<Record<ModelOutcome, number>>>;
};

/** How a deployment uses its model. */
export type ModelSettings = {
	/** Where an OpenAI-compatible service answers: "https://models.example.org/v1". */
	readonly baseUrl: string;
	readonly name: string;
	readonly apiKey: string;
	/** The areas that switched it on; "*" for all. */
	readonly areas: "*" | readonly string[];
	readonly youngPeople: boolean;
	readonly translate: boolean;
	/** Requests an area may make in a day, on each machine that serves it. */
	readonly dailyTurns: number;
	/** Milliseconds to the first accepted sentence, and in all. */
	readonly firstSentenceMs: number;
	readonly inAllMs: number;
};
