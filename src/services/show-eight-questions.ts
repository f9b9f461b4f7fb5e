import type { Library } from "#content/library.ts";
import type { Audience } from "#domain/conversation/audience.ts";
import type { Stage } from "#domain/conversation/stage.ts";
import type { ShownAnswer } from "#domain/conversation/turn.ts";
import { showAnswer } from "#services/show-answer.ts";

/**
 * The eight questions families ask of a service, answered for a stage: who to contact, how they are received, whether they
 * are heard, what comes next, who sees them as part of it, who their person is, when help comes, whether it is explained.
 * The sources shown are those of the facts it rests on. Null where no stage is known.
 */
export function showEightQuestions(
	library: Library,
	stage: Stage | undefined,
	audience: Audience | undefined,
	today: string,
): ShownAnswer | null {
	const eight = stage ? library.eightQuestions(stage, audience ?? "parent") : null;
	if (!eight) return null;
	const sources = new Map<string, { title: string; url: string; date: string }>();
	for (const { id, source } of library.content.facts)
		if (eight.facts.includes(id) && source.url)
			sources.set(source.url, { title: source.title, url: source.url, date: source.date ?? eight.reviewed });
	const shown = { ...eight, id: `eight-questions-${eight.id}`, topics: [], sources: [...sources.values()] };
	return showAnswer(library, shown, today);
}
