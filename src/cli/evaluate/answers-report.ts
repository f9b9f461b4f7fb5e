import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { root } from "#cli/content-files.ts";
import { audienceOf } from "#cli/evaluate/answers-audience.ts";
import { wilson } from "#cli/evaluate/wilson.ts";
import type { Library } from "#content/library.ts";
import type { AnswerIndex, Found } from "#domain/answers/find-answer.ts";
import { Audience } from "#domain/conversation/audience.ts";

const folder = join(root, "tests/evaluation/answers");

const Question = z.object({ id: z.string(), text: z.string(), audience: z.string().optional(), topic: z.string() });
const Message = z.object({ id: z.string(), text: z.string(), audience: z.string().optional() });
const FollowUp = z.object({
	id: z.string(),
	last: z.string(),
	audience: Audience,
	text: z.string(),
	topics: z.array(z.string()),
});
const Two = z.object({ id: z.string(), audience: Audience, text: z.string(), topics: z.array(z.string()) });

export function readSet<T>(name: string, schema: z.ZodType<T>): readonly T[] {
	return readFileSync(join(folder, `${name}.jsonl`), "utf8")
		.split("\n")
		.filter((line) => line.trim() !== "")
		.map((line) => schema.parse(JSON.parse(line)));
}

/** Counts that a report is made of and that the accepted scores are compared with. */
export type Scores = Readonly<Record<string, { readonly hits: number; readonly of: number }>>;

type Outcome = {
	readonly topic: string;
	readonly side: string;
	readonly found: Found;
	readonly first: boolean;
	readonly within: boolean;
	readonly text: string;
	readonly got: readonly string[];
};

export function scoreOwnSets(
	index: AnswerIndex,
	library: Library,
): { readonly scores: Scores; readonly outcomes: readonly Outcome[]; readonly answeredOffTopic: readonly string[] } {
	const topicsOf = (id: string) => library.answer(id)?.topics ?? [];
	const outcomes = ["questions", "questions-fresh"]
		.flatMap((set) => readSet(set, Question))
		.map((question): Outcome => {
			const found = index.findAnswer(question.text, audienceOf(question.audience));
			const got = found.kind === "answer" ? [found.id, ...(found.also ? [found.also] : []), ...found.near] : found.near;
			const right = (id: string | undefined) => id !== undefined && topicsOf(id).includes(question.topic);
			return {
				topic: question.topic,
				side: question.audience ?? "nobody said",
				found,
				first: found.kind === "answer" && right(got[0]),
				within: got.slice(0, 3).some(right),
				text: question.text,
				got,
			};
		});
	const offTopic = ["off-topic", "off-topic-fresh"].flatMap((set) => readSet(set, Message));
	const answeredOffTopic = offTopic
		.filter(({ text, audience }) => index.findAnswer(text, audienceOf(audience)).kind === "answer")
		.map(({ text }) => text);
	const followUps = readSet("follow-ups", FollowUp);
	const two = readSet("two-questions", Two);
	const count = (items: readonly unknown[], hits: number) => ({ hits, of: items.length });
	const young = outcomes.filter(({ side }) => side === "young_person");
	const adults = outcomes.filter(({ side }) => side !== "young_person");
	const first = (items: readonly Outcome[]) => count(items, items.filter((outcome) => outcome.first).length);
	const within = (items: readonly Outcome[]) => count(items, items.filter((outcome) => outcome.within).length);
	const foundFor = ({ text, audience, last }: { text: string; audience: Audience; last?: string }) =>
		index.findAnswer(text, audience, last);
	return {
		outcomes,
		answeredOffTopic,
		scores: {
			"right answer first": first(outcomes),
			"right answer within three": within(outcomes),
			"right first, adults": first(adults),
			"right first, young people": first(young),
			"right within three, adults": within(adults),
			"right within three, young people": within(young),
			"off-topic answered (fewer is better)": count(offTopic, answeredOffTopic.length),
			"follow-ups resolved": count(
				followUps,
				followUps.filter((line) => {
					const found = foundFor(line);
					return found.kind === "answer" && topicsOf(found.id).some((topic) => line.topics.includes(topic));
				}).length,
			),
			"two questions, both answered": count(
				two,
				two.filter((line) => {
					const found = foundFor(line);
					const topics = found.kind === "answer" ? [...topicsOf(found.id), ...topicsOf(found.also ?? "")] : [];
					return line.topics.every((topic) => topics.includes(topic));
				}).length,
			),
			"single questions given a second answer (fewer is better)": count(
				outcomes,
				outcomes.filter(({ found }) => found.kind === "answer" && found.also !== null).length,
			),
		},
	};
}

/** The project's own sets as a table: counts, rates, 95 % intervals, the weakest topics and every miss. */
export function reportOwnSets(index: AnswerIndex, library: Library): string {
	const { scores, outcomes, answeredOffTopic } = scoreOwnSets(index, library);
	const topics = [...new Set(outcomes.map(({ topic }) => topic))]
		.map((topic) => {
			const of = outcomes.filter((outcome) => outcome.topic === topic);
			return { topic, hits: of.filter(({ first }) => first).length, of: of.length };
		})
		.filter(({ hits, of }) => hits < of)
		.sort((a, b) => a.hits / a.of - b.hits / b.of);
	const kinds = ["answer", "clarify", "no_answer"].map(
		(kind) => `${outcomes.filter(({ found }) => found.kind === kind).length} ${kind}`,
	);
	return [
		"answers: the project's own sets, written before tuning; tests/evaluation/answers/",
		...Object.entries(scores).map(
			([name, { hits, of }]) =>
				`  ${name.padEnd(58)} ${String(hits).padStart(4)} of ${String(of).padStart(4)}  ${wilson(hits, of)}`,
		),
		`  questions by kind: ${kinds.join(", ")}`,
		`  answered and right, of those answered: ${wilson(outcomes.filter(({ first }) => first).length, outcomes.filter(({ found }) => found.kind === "answer").length)}`,
		"weakest topics (right first)",
		...topics.slice(0, 12).map(({ topic, hits, of }) => `  ${topic.padEnd(28)} ${hits} of ${of}`),
		"not right first",
		...outcomes
			.filter(({ first }) => !first)
			.map(({ topic, found, got, text }) => `  ${topic} ← ${found.kind} ${got.join(", ")} | ${text.slice(0, 100)}`),
		"off-topic, answered",
		...answeredOffTopic.map((text) => `  ${text}`),
	].join("\n");
}
