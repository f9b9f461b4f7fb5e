import * as z from "zod";
import { rootOf } from "#domain/phrasing/word-root.ts";

const Words = z.array(z.string().min(1));

/** `content/model/plain-words.yaml`: what may stand for what in a sentence of the model. */
export const PlainWords = z.strictObject({
	actors: z.array(Words.min(1)),
	wider: z.record(z.string(), Words),
	phrases: z.array(Words.min(1)),
	same: z.array(Words.min(2)),
	free: Words,
	openings: Words,
	never: z.record(z.string(), Words),
});
export type PlainWords = z.infer<typeof PlainWords>;

/** A stretch of words that is one thing, as the stems of its words. */
type Phrase = { readonly stems: readonly string[]; readonly keys: readonly string[]; readonly actor: string | null };

export type Vocabulary = {
	/** The longest phrase that begins at `at`, and what it counts as. */
	readonly phraseAt: (stems: readonly string[], at: number) => Phrase | null;
	/** All that a single word counts as: itself, and each group it stands in. */
	readonly keysOf: (stem: string) => readonly string[];
	readonly actorOf: (stem: string) => Phrase | null;
	readonly isFree: (word: string) => boolean;
	readonly openings: readonly string[];
	readonly never: readonly (readonly [kind: string, phrases: readonly string[]])[];
};

/** Makes the word lists ready for look-up. A word may stand in several groups; groups do not run into one another. */
export function createVocabulary(words: PlainWords): Vocabulary {
	const keys = new Map<string, string[]>();
	const byFirst = new Map<string, Phrase[]>();
	const actors = new Map<string, Phrase>();
	const add = (said: string, key: string, actor: string | null): void => {
		const stems = stemsOf(said);
		const [first = ""] = stems;
		if (stems.length === 1) {
			if (actor === null) keys.set(first, [...(keys.get(first) ?? []), key]);
			else actors.set(first, { stems, keys: [...(actors.get(first)?.keys ?? []), key], actor });
			return;
		}
		const held = byFirst.get(first) ?? [];
		const same = held.find((phrase) => phrase.stems.join(" ") === stems.join(" "));
		const others = held.filter((phrase) => phrase !== same);
		const phrase = { stems, keys: [...(same?.keys ?? []), key], actor: actor ?? same?.actor ?? null };
		byFirst.set(
			first,
			[...others, phrase].sort((a, b) => b.stems.length - a.stems.length),
		);
	};
	for (const group of words.actors) {
		const [name = ""] = group;
		const wider = words.wider[name] ?? [];
		for (const said of group) {
			add(said, `who:${name}`, name);
			for (const other of wider) add(said, `who:${other}`, name);
		}
	}
	for (const group of words.phrases) for (const said of group) add(said, `phrase:${group[0]}`, null);
	words.same.forEach((group, index) => {
		for (const said of group) add(said, `same:${index}`, null);
	});
	const free = new Set(words.free);
	return {
		phraseAt: (stems, at) =>
			byFirst.get(stems[at] ?? "")?.find((phrase) => phrase.stems.every((each, index) => stems[at + index] === each)) ??
			null,
		keysOf: (word) => [word, ...(keys.get(word) ?? [])],
		actorOf: (word) => actors.get(word) ?? null,
		isFree: (word) => free.has(word),
		openings: words.openings,
		never: Object.entries(words.never),
	};
}

function stemsOf(said: string): readonly string[] {
	return said.toLowerCase().replaceAll("’", "'").replaceAll("-", " ").replace(/'s?\b/g, "").split(/\s+/).map(rootOf);
}
