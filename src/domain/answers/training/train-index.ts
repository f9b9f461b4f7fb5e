import type { IndexWords } from "#domain/answers/index-words.ts";
import { NONE, type PackedIndex, packRarity, packRows } from "#domain/answers/packed-index.ts";
import {
	BROAD_MARK,
	GROUP_MARK,
	type GroupTrees,
	groupTrees,
	LETTERS_MARK,
	readQuestion,
	stemmedGroups,
} from "#domain/answers/read-question.ts";
import { type Findable, type Side, type Subject, subjectsOf } from "#domain/answers/subjects.ts";
import { type Fitted, fitWeights, type Sample } from "#domain/answers/training/fit-weights.ts";
import { type Lesson, lessonsOf, type Term } from "#domain/answers/training/lessons.ts";
import { lexicalRows } from "#domain/answers/training/lexical-rows.ts";

export type TrainingContent = {
	readonly answers: readonly Findable[];
	readonly words: IndexWords;
	readonly terms: readonly Term[];
};

/** Seldom seen neighbours and letters are chance. */
const FEWEST = { word: 1, pair: 2, letters: 8 } as const;
/** How much each kind of feature counts beside its rarity; found by cross-validation over phrasings. */
const KIND_WEIGHT = { word: 1, group: 1.5, pair: 0.7, letters: 0.3 } as const;
/** Weights that would seldom change anything are dropped, and the rest learn once more without them. */
const SMALLEST_IMPACT = 21;
/** What speaks against every answer is kept more carefully: there is one row of it, and all that is off topic hangs on it. */
const SMALLEST_IMPACT_OFF_TOPIC = 6;
const LEARNT_STEP = 0.8;
const LEXICAL_STEP = 0.15;

/** Learns from the content how to find its answers. Pure and repeatable; takes seconds, so it belongs in the build. */
export function trainIndex(content: TrainingContent, lessonsFor = lessonsOf): PackedIndex {
	const subjects = subjectsOf(content.answers);
	const groups = groupTrees(stemmedGroups(content.words.groups));
	const lessons = lessonsFor(subjects, content.words, content.terms);
	const table = featureTable(lessons, groups);
	const samples = samplesOf(subjects, lessons, table, groups);
	const width = subjects.length + 1;
	const whole = fitWeights(samples, table.names.length, width, { rounds: 8, rate: 0.5, decay: 1e-4 });
	const allowed = worthKeeping(whole, table, width);
	const kept = fitWeights(samples, table.names.length, width, {
		rounds: 4,
		rate: 0.5,
		decay: 1e-4,
		allowed,
		from: pruned(whole, allowed),
	});
	return pack(content, subjects, table, kept, lexicalRows(subjects, lessons, groups));
}

type FeatureTable = {
	readonly names: readonly string[];
	readonly placeOf: ReadonlyMap<string, number>;
	readonly seen: readonly number[];
	/** Rarity times the weight of its kind: what a feature counts in a text. */
	readonly value: readonly number[];
};

function featureTable(lessons: readonly Lesson[], groups: GroupTrees): FeatureTable {
	const counts = new Map<string, number>();
	for (const { text } of lessons)
		for (const feature of readQuestion(text, groups).features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
	const names = [...counts]
		.filter(([name, count]) => count >= fewest(name))
		.map(([name]) => name)
		.sort();
	const seen = names.map((name) => counts.get(name) ?? 0);
	const value = names.map((name, place) => kindWeight(name) * Math.log(1 + lessons.length / (seen[place] ?? 1)));
	return { names, placeOf: new Map(names.map((name, place) => [name, place])), seen, value };
}

function fewest(name: string): number {
	if (name.startsWith(LETTERS_MARK)) return FEWEST.letters;
	return name.includes(" ") ? FEWEST.pair : FEWEST.word;
}

function kindWeight(name: string): number {
	if (name.startsWith(LETTERS_MARK)) return KIND_WEIGHT.letters;
	if (name.includes(" ")) return KIND_WEIGHT.pair;
	return name.startsWith(GROUP_MARK) || name.startsWith(BROAD_MARK) ? KIND_WEIGHT.group : KIND_WEIGHT.word;
}

function samplesOf(
	subjects: readonly Subject[],
	lessons: readonly Lesson[],
	table: FeatureTable,
	groups: GroupTrees,
): readonly Sample[] {
	const everyone = Int32Array.from({ length: subjects.length + 1 }, (_, place) => place);
	const of = (side: Side) =>
		everyone.filter((place) => place === subjects.length || subjects[place]?.answers[side] !== undefined);
	const among = { adult: of("adult"), young: of("young") };
	return lessons.map(({ text, subject, side, weight }) => {
		const places = readQuestion(text, groups).features.flatMap((feature) => table.placeOf.get(feature) ?? []);
		const norm = Math.hypot(...places.map((place) => table.value[place] ?? 0)) || 1;
		return {
			features: Int32Array.from(places),
			values: Float64Array.from(places, (place) => (table.value[place] ?? 0) / norm),
			subject,
			weight,
			among: side === null ? everyone : among[side],
		};
	});
}

/** Marks the weights that matter: large, and of features that come up. */
function worthKeeping({ weights }: Fitted, table: FeatureTable, width: number): Uint8Array {
	return Uint8Array.from(weights, (weight, at) => {
		const place = Math.floor(at / width);
		const impact = Math.abs(weight) * (table.value[place] ?? 0) * Math.sqrt(table.seen[place] ?? 0);
		const least = at % width === width - 1 ? SMALLEST_IMPACT_OFF_TOPIC : SMALLEST_IMPACT;
		return impact >= least ? 1 : 0;
	});
}

function pruned({ weights, biases }: Fitted, allowed: Uint8Array): Fitted {
	return { weights: weights.map((weight, at) => (allowed[at] === 1 ? weight : 0)), biases };
}

function pack(
	content: TrainingContent,
	subjects: readonly Subject[],
	table: FeatureTable,
	{ weights, biases }: Fitted,
	lexical: ReadonlyMap<string, readonly (readonly [number, number])[]>,
): PackedIndex {
	const width = subjects.length + 1;
	const learnt = (name: string): readonly (readonly [number, number])[] => {
		const place = table.placeOf.get(name);
		if (place === undefined) return [];
		const value = table.value[place] ?? 0;
		return Array.from(
			{ length: width },
			(_, subject) => [subject, (weights[place * width + subject] ?? 0) * value] as const,
		);
	};
	const names = [...new Set([...table.names, ...lexical.keys()])]
		.sort()
		.filter((name) => lexical.has(name) || learnt(name).some(([, weight]) => Math.abs(weight) >= LEARNT_STEP / 2));
	const rarityOf = (name: string) => table.value[table.placeOf.get(name) ?? -1] ?? 0;
	const { audience, followUps, joins } = content.words;
	return {
		subjects: [...subjects.map(({ name }) => name), NONE],
		features: names.join("\n"),
		rarity: packRarity(names.map(rarityOf)),
		learnt: packRows(names.map(learnt), LEARNT_STEP),
		lexical: packRows(
			names.map((name) => lexical.get(name) ?? []),
			LEXICAL_STEP,
		),
		biases: [...biases].map((bias) => Math.round(bias * 1000) / 1000),
		groups: stemmedGroups(content.words.groups),
		audience,
		followUps,
		joins,
	};
}
