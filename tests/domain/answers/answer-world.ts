import { createAnswerIndex } from "#domain/answers/find-answer.ts";
import type { IndexWords } from "#domain/answers/index-words.ts";
import type { Findable } from "#domain/answers/subjects.ts";
import { trainIndex } from "#domain/answers/training/train-index.ts";

/** A small world of answers, so that a test sees what finding does without the whole content. */
export const ANSWERS: readonly (Findable & { readonly next: readonly string[] })[] = [
	answer(
		"bikes",
		["parent"],
		"How do I mend a bike?",
		["my bike is broken", "flat tyre on my bicycle", "chain came off the bike"],
		["bike-shop"],
	),
	answer(
		"yp-bikes",
		["young_person"],
		"Can I ride my bike to school?",
		["am i allowed to cycle to school", "bike to school on my own"],
		[],
		"bikes",
	),
	answer(
		"bike-shop",
		["parent"],
		"Where is the bike shop?",
		["where can i buy a bicycle", "shop that sells bikes", "address of the cycle shop"],
		[],
	),
	answer(
		"cakes",
		["parent"],
		"How do I bake a cake?",
		["sponge recipe with eggs", "my cake sank in the oven", "how long do i bake a cake"],
		[],
	),
	answer(
		"yp-pets",
		["young_person"],
		"Can I have a pet?",
		["i want a dog", "can i keep a rabbit in my room", "my hamster died"],
		[],
	),
];

export const WORDS: IndexWords = {
	groups: { groups: { bike: ["bike", "bicycle", "cycle"] }, broad: { ride: ["ride", "bike", "cycle"] } },
	phrasings: { bikes: ["repairing a bicycle at home"] },
	topicTerms: { terms: { cakes: ["sponge"] }, asking: ["what is {}"] },
	offTopic: ["what is the weather", "who won the football", "tell me a joke", "hello"],
	audience: { parent: ["my son"], young_person: ["my mum"], family: ["my niece"] },
	followUps: {
		follow_ups: {
			time: { says: ["how long", "how long does it take"], goes_to: {} },
			where: { says: ["where do i go"], goes_to: { bikes: "bike_shop" } },
		},
		pointing: ["it", "that"],
		filler: ["ok", "and", "does", "take"],
		stages: { early_help: "cakes" },
	},
	joins: { joins: ["and how", "also"], asks: ["how", "where", "what"], leans: ["it"], before: ["and", "also"] },
};

export const INDEX = trainIndex({ answers: ANSWERS, words: WORDS, terms: [] });

export function smallIndex() {
	return createAnswerIndex(ANSWERS, INDEX);
}

function answer(
	id: string,
	audiences: Findable["audiences"],
	title: string,
	asked_as: readonly string[],
	next: readonly string[],
	topic = id.replaceAll("-", "_"),
) {
	return { id, audiences, title, asked_as, next, topics: [topic], stage: "any", body: "" };
}
