import { createFollowUps } from "#domain/answers/follow-up.ts";
import { createSideInference } from "#domain/answers/infer-side.ts";
import type { PackedIndex } from "#domain/answers/packed-index.ts";
import { type Ranking, rankSubjects } from "#domain/answers/rank-subjects.ts";
import { groupTrees, type Reading, readQuestion } from "#domain/answers/read-question.ts";
import { createScorer } from "#domain/answers/score-subjects.ts";
import { createSplitter, type Part } from "#domain/answers/split-questions.ts";
import { type Findable, type Side, type Subject, sideOf, subjectsOf } from "#domain/answers/subjects.ts";
import { createMender } from "#domain/answers/typing-slips.ts";
import type { Audience } from "#domain/conversation/audience.ts";
import type { Stage } from "#domain/conversation/stage.ts";

export type Found =
	| { readonly kind: "answer"; readonly id: string; readonly also: string | null; readonly near: readonly string[] }
	| { readonly kind: "clarify"; readonly near: readonly string[] }
	| { readonly kind: "no_answer"; readonly near: readonly string[] };

export type AnswerIndex = {
	/** `last` is the answer shown before and `stage` the one chosen, which a follow-up ("how long does that take?") may be about. */
	readonly findAnswer: (text: string, audience: Audience | undefined, last?: string, stage?: Stage) => Found;
	/** The likeliest answer and how likely it is the one meant, 0 to 1: for measuring. Null for a text without words. */
	readonly likeliest: (
		text: string,
		audience: Audience | undefined,
	) => { readonly id: string; readonly chance: number } | null;
};

/** What finding needs of an answer at run time; the rest was learnt in the build. */
export type Answerable = Pick<Findable, "id" | "title" | "audiences" | "topics"> & { readonly next: readonly string[] };

/** From how much evidence a question is answered, and from how much likely meanings are offered. Chosen by cross-validation (docs/decisions/0011). */
const ANSWER_FROM = 7;
const CLARIFY_FROM = 3;
/** Two subjects closer than this are too alike to choose between. */
const SMALLEST_LEAD = 0.15;
/** A part of a message is a question of its own only when it stands well by itself: how much evidence it takes, and how far the first is ahead. */
const STANDS = { asking: [7.5, 2], telling: [12, 4], leaning: [11, 5] } as const;
/** What the answer shown before, and those it leads to, gain when a short message points back. */
const LAST_BONUS = 1.5;
const NEXT_BONUS = 1;
/** What they gain when a short message has no topic that is sure by itself: it is likely about what stands there. */
const LEANING_BONUS = { last: 4, next: 2.5, asked: 5 } as const;
/** From how much evidence a short message that sounds like a follow-up has a topic of its own. */
const OWN_TOPIC_FROM = 11;
/** A longer message says what it is about. */
const MOST_LEANING = 9;
/** Subjects further behind the first than this are no near miss. */
const NEAR_WITHIN = 6;
const MOST_NEAR = 3;
/** A choice of one is none. */
const FEWEST_NEAR = 2;

/** Makes the index ready; finding is pure, and never throws whatever the text. */
export function createAnswerIndex(answers: readonly Answerable[], packed: PackedIndex): AnswerIndex {
	const subjects = alignedSubjects(answers, packed);
	const placeOf = new Map(
		subjects.flatMap(({ answers: both }, place) => Object.values(both).map(({ id }) => [id, place] as const)),
	);
	const answerOf = new Map(answers.map((answer) => [answer.id, answer]));
	const groups = groupTrees(packed.groups);
	const split = createSplitter(packed.joins);
	const { score, stems } = createScorer(packed);
	const mend = createMender(stems);
	const inferSide = createSideInference(packed.audience);
	const followUps = createFollowUps(packed.followUps);

	const read = (text: string): Reading => readQuestion(text, groups, mend);
	const idOf = (place: number, side: Side | null): string | undefined => {
		const both = subjects[place]?.answers;
		return side === "young" ? (both?.young ?? both?.adult)?.id : (both?.adult ?? both?.young)?.id;
	};

	function findAnswer(text: string, audience: Audience | undefined, last?: string, stage?: Stage): Found {
		const reading = read(text);
		if (reading.stems.length === 0) return { kind: "no_answer", near: [] };
		const before = last === undefined ? undefined : answerOf.get(last);
		const side = audience === undefined ? (inferSide(reading.stems) ?? sideOfAnswer(before)) : sideOf(audience);
		const leaning = followUps.kindOf(reading.stems);
		const ranking = rankSubjects(score(reading), subjects, side, bonusFor(reading, before));
		if (leaning !== null)
			return followUp(leaning, before, stage, side) ?? { kind: "clarify", near: near(ranking, side) };
		const close = near(ranking, side);
		const parts = standingParts(text, side);
		const sure = ranking.answerable >= ANSWER_FROM && ranking.lead >= SMALLEST_LEAD;
		const leant = lean(reading, before, side, ranking, sure);
		if (leant) return { kind: "answer", id: leant, also: null, near: close.filter((other) => other !== leant) };
		const [first, second] = sure ? [ranking.order[0], parts.find((place) => place !== ranking.order[0])] : parts;
		const id = idOf(first ?? -1, side);
		const also = idOf(second ?? -1, side) ?? null;
		if (id !== undefined && (sure || also !== null))
			return { kind: "answer", id, also, near: close.filter((other) => other !== id && other !== also) };
		if (ranking.answerable < CLARIFY_FROM) return { kind: "no_answer", near: ranking.answerable < 0 ? [] : close };
		return { kind: "clarify", near: close };
	}

	function followUp(
		kind: string,
		before: Answerable | undefined,
		stage: Stage | undefined,
		side: Side | null,
	): Found | null {
		const topic = followUps.topicAfter(kind, before?.topics ?? [], stage);
		if (topic === null) return null;
		const place = subjects.findIndex((subject) => isOn(subject, topic));
		const id = before?.topics.includes(topic) ? before.id : idOf(place, side);
		return id === undefined
			? null
			: {
					kind: "answer",
					id,
					also: null,
					near: (before?.next ?? []).filter((other) => other !== id).slice(0, MOST_NEAR),
				};
	}

	/** The answer that a short message without a sure topic is about, given the one before it; null where it seems to begin something new. */
	function lean(
		reading: Reading,
		before: Answerable | undefined,
		side: Side | null,
		{ answerable }: Ranking,
		sure: boolean,
	): string | null {
		if (!before || reading.words.length > MOST_LEANING) return null;
		const asked = followUps.kindWithin(reading.stems);
		if (sure && (asked === null || answerable >= OWN_TOPIC_FROM)) return null;
		const topic = asked === null ? null : followUps.topicAfter(asked, before.topics, undefined);
		const last = placeOf.get(before.id);
		const next = new Set(before.next.map((id) => placeOf.get(id)));
		const bonus = (place: number) => {
			if (topic !== null && isOn(subjects[place], topic)) return LEANING_BONUS.asked;
			return place === last ? LEANING_BONUS.last : next.has(place) ? LEANING_BONUS.next : 0;
		};
		const [first] = rankSubjects(score(reading), subjects, side, bonus).order;
		return first !== undefined && bonus(first) > 0 ? (first === last ? before.id : (idOf(first, side) ?? null)) : null;
	}

	function bonusFor(reading: Reading, before: Answerable | undefined): (place: number) => number {
		if (!before || !followUps.pointsBack(reading.stems)) return () => 0;
		const lastPlace = placeOf.get(before.id);
		const nextPlaces = new Set(before.next.map((id) => placeOf.get(id)));
		return (place) => (place === lastPlace ? LAST_BONUS : nextPlaces.has(place) ? NEXT_BONUS : 0);
	}

	/** The subjects of the parts that are questions of their own, each once, the surest first. */
	function standingParts(text: string, side: Side | null): readonly number[] {
		const standing = split(text)
			.map((part) => ({ part, ranking: rankSubjects(score(read(part.text)), subjects, side) }))
			.filter(({ part, ranking }) => stands(part, ranking))
			.sort((a, b) => b.ranking.answerable - a.ranking.answerable);
		return [...new Set(standing.flatMap(({ ranking }) => ranking.order.slice(0, 1)))];
	}

	function near({ order, score: scores }: Ranking, side: Side | null): readonly string[] {
		const best = scores[order[0] ?? -1] ?? 0;
		return order
			.slice(0, MOST_NEAR)
			.filter((place, rank) => rank < FEWEST_NEAR || best - (scores[place] ?? 0) <= NEAR_WITHIN)
			.flatMap((place) => idOf(place, side) ?? []);
	}

	function likeliest(text: string, audience: Audience | undefined) {
		const reading = read(text);
		const side = audience === undefined ? inferSide(reading.stems) : sideOf(audience);
		const { order, chance } = rankSubjects(score(reading), subjects, side);
		const id = reading.stems.length === 0 ? undefined : idOf(order[0] ?? -1, side);
		return id === undefined ? null : { id, chance };
	}

	return { findAnswer, likeliest };
}

function isOn(subject: Subject<Answerable> | undefined, topic: string): boolean {
	return Object.values(subject?.answers ?? {}).some(({ topics }) => topics.includes(topic));
}

function stands({ asks, leans }: Part, { answerable, lead }: Ranking): boolean {
	const limits = [asks ? STANDS.asking : STANDS.telling, ...(leans ? [STANDS.leaning] : [])];
	return limits.every(([from, ahead]) => answerable >= from && lead >= ahead);
}

function sideOfAnswer(answer: Answerable | undefined): Side | null {
	if (!answer) return null;
	return answer.audiences.every((audience) => audience === "young_person") ? "young" : "adult";
}

/** The subjects in the order in which the packed index knows them. One whose answers are gone keeps its place, empty. */
function alignedSubjects(answers: readonly Answerable[], packed: PackedIndex) {
	const byName = new Map(subjectsOf(answers).map((subject) => [subject.name, subject]));
	return packed.subjects.slice(0, -1).map((name) => byName.get(name) ?? { name, answers: {} });
}
