import type { Draft } from "#content/content.ts";
import type { Problem } from "#content/problem.ts";

/**
 * Holds the answers to `content/topics.yaml`: every topic is answered for every reader who asks it, and every answer to a
 * topic shows whom it must point to, and lists each fact it must say under `covers`. That the body says it is held by `checkAnswers`.
 */
export function checkTopics(draft: Draft): readonly Problem[] {
	const topics = new Map(draft.topics.map((topic) => [topic.value.id, topic]));
	const unanswered = draft.topics.flatMap(({ value, file, lineOf }) =>
		value.asked_by
			.filter(
				(reader) =>
					!draft.answers.some(
						({ value: { topics, audiences } }) => topics.includes(value.id) && audiences.includes(reader),
					),
			)
			.map((reader) => ({ file, line: lineOf("asked_by"), message: `No answer to "${value.id}" is for: ${reader}.` })),
	);
	const unsaid = draft.answers.flatMap(({ value: answer, file, lineOf }) => {
		const covered = new Set(answer.covers.map(({ fact }) => fact));
		return answer.topics.flatMap((id): Problem[] => {
			const topic = topics.get(id);
			if (!topic)
				return [{ file, line: lineOf("topics"), message: `There is no topic "${id}" in content/topics.yaml.` }];
			const { must_say, signpost, asked_by } = topic.value;
			const facts = must_say
				.filter((fact) => !covered.has(fact))
				.map((fact) => ({
					file,
					line: lineOf("covers"),
					message: `An answer to "${id}" must say: ${fact}. Say it, and list it under covers in these words.`,
				}));
			// A young person's own answer to a question that only parents ask points to young people's helplines.
			const people = answer.audiences.some((reader) => asked_by.includes(reader)) ? signpost : [];
			const unnamed = people
				.filter((route) => !answer.routes.includes(route))
				.map((route) => ({
					file,
					line: lineOf("routes"),
					message: `An answer to "${id}" shows the route "${route}".`,
				}));
			return [...facts, ...unnamed];
		});
	});
	return [...unanswered, ...unsaid];
}
