import * as z from "zod";
import type { ModelSettings } from "#ports/language-model.ts";

/** The variables of the optional language model. Without an address and a name there is none. */
export const modelVariables = {
	/** An OpenAI-compatible service: "https://models.example.org/v1". */
	MODEL_BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
	MODEL_NAME: z.string().min(1).optional(),
	MODEL_API_KEY: z.string().default(""),
	/** The areas that it may help, "one,two"; "*" for all. Nobody by default. */
	MODEL_AREAS: z.string().default(""),
	MODEL_YOUNG_PEOPLE: z.enum(["on", "off"]).default("off"),
	MODEL_TRANSLATE: z.enum(["on", "off"]).default("off"),
	/** Requests that an area may make in a day, on each machine. */
	MODEL_DAILY_TURNS: z.coerce.number().int().min(0).max(1_000_000).default(500),
};

const FIRST_SENTENCE_MS = 2500;
const IN_ALL_MS = 6000;

/** The settings of the model; null where none is set up. */
export function modelSettings(env: Readonly<z.infer<z.ZodObject<typeof modelVariables>>>): ModelSettings | null {
	if (!env.MODEL_BASE_URL || !env.MODEL_NAME) return null;
	const areas = env.MODEL_AREAS.split(",")
		.map((area) => area.trim())
		.filter((area) => area !== "");
	return {
		baseUrl: env.MODEL_BASE_URL,
		name: env.MODEL_NAME,
		apiKey: env.MODEL_API_KEY,
		areas: areas.includes("*") ? "*" : areas,
		youngPeople: env.MODEL_YOUNG_PEOPLE === "on",
		translate: env.MODEL_TRANSLATE === "on",
		dailyTurns: env.MODEL_DAILY_TURNS,
		firstSentenceMs: FIRST_SENTENCE_MS,
		inAllMs: IN_ALL_MS,
	};
}
