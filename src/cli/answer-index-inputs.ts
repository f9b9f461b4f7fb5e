import type * as z from "zod";
import type { Content } from "#content/content.ts";
import { parseYaml } from "#content/parse-yaml.ts";
import type { Problem } from "#content/problem.ts";
import type { Files } from "#content/read-draft.ts";
import { plainText } from "#domain/answers/block.ts";
import {
	AudienceWords,
	FollowUps,
	type IndexWords,
	Joins,
	MorePhrasings,
	OffTopic,
	TopicTerms,
	WordGroups,
} from "#domain/answers/index-words.ts";
import type { TrainingContent } from "#domain/answers/training/train-index.ts";

/** What the answer index learns from: the content, and `content/answers-index/`. */
export function answerIndexInputs(
	files: Files,
	content: Pick<Content, "answers" | "terms">,
): { readonly inputs: TrainingContent; readonly problems: readonly Problem[] } {
	const problems: Problem[] = [];
	function read<T>(name: string, schema: z.ZodType<T>, empty: T): T {
		const file = `content/answers-index/${name}`;
		const text = files.get(`answers-index/${name}`);
		if (text === undefined) {
			problems.push({ file, line: 1, message: "This file is missing." });
			return empty;
		}
		const parsed = parseYaml(file, text, schema);
		if ("value" in parsed) return parsed.value;
		problems.push(...parsed.problems);
		return empty;
	}
	const words: IndexWords = {
		groups: read("word-groups.yaml", WordGroups, { groups: {}, broad: {} }),
		phrasings: read("more-phrasings.yaml", MorePhrasings, { phrasings: {} }).phrasings,
		topicTerms: read("topic-terms.yaml", TopicTerms, { terms: {}, asking: [] }),
		offTopic: Object.values(read("off-topic.yaml", OffTopic, { messages: {} }).messages).flat(),
		audience: read("audience-words.yaml", AudienceWords, { parent: [], young_person: [], family: [] }),
		followUps: read("follow-ups.yaml", FollowUps, { follow_ups: {}, pointing: [], filler: [], stages: {} }),
		joins: read("joins.yaml", Joins, { joins: [], asks: [], leans: [], before: [] }),
	};
	const topics = new Set(content.answers.flatMap((answer) => answer.topics));
	for (const [name, byTopic] of [
		["more-phrasings.yaml", words.phrasings],
		["topic-terms.yaml", words.topicTerms.terms],
	] as const)
		for (const topic of Object.keys(byTopic))
			if (!topics.has(topic))
				problems.push({
					file: `content/answers-index/${name}`,
					line: 1,
					message: `No answer has the topic "${topic}".`,
				});
	const answers = content.answers.map(({ blocks, ...answer }) => ({ ...answer, body: plainText(blocks) }));
	return { inputs: { answers, words, terms: content.terms }, problems };
}
