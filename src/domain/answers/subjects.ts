import type { Audience } from "#domain/conversation/audience.ts";

/** What can be found: an answer by its title and the ways people ask for it. */
export type Findable = {
	readonly id: string;
	readonly title: string;
	readonly audiences: readonly Audience[];
	readonly stage: string;
	readonly topics: readonly string[];
	readonly asked_as: readonly string[];
	readonly body: string;
};

/** Who an answer is written for, as far as finding tells them apart. */
export const SIDES = ["adult", "young"] as const;
export type Side = (typeof SIDES)[number];

/** The answers to one subject: at most one for each side. */
export type Subject<A = Findable> = { readonly name: string; readonly answers: Readonly<Partial<Record<Side, A>>> };

export function sideOf(audience: Audience): Side {
	return audience === "young_person" ? "young" : "adult";
}

/**
 * Answers put together by their topics, so that a young person's version and a parents' version learn from each other.
 * A second answer for the same side and the same topics is a subject of its own.
 */
export function subjectsOf<A extends Pick<Findable, "id" | "audiences" | "topics">>(
	answers: readonly A[],
): readonly Subject<A>[] {
	const subjects = new Map<string, { name: string; answers: Partial<Record<Side, A>> }>();
	for (const answer of answers) {
		const side = answer.audiences.every((audience) => audience === "young_person") ? "young" : "adult";
		const shared = [...answer.topics].sort().join("+");
		const name = subjects.get(shared)?.answers[side] ? `${shared}:${answer.id}` : shared;
		const subject = subjects.get(name) ?? { name, answers: {} };
		subject.answers[side] = answer;
		subjects.set(name, subject);
	}
	return [...subjects.values()];
}
