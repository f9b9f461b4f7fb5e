import type { FollowUps } from "#domain/answers/index-words.ts";
import { phraseAt, phraseTree } from "#domain/answers/phrase-tree.ts";
import { stem } from "#domain/directory/search/stem.ts";
import { wordsOf } from "#domain/directory/search/words.ts";

export type ReadFollowUp = {
	/** The kind of follow-up that a message is and nothing more; null when it says something of its own. */
	readonly kindOf: (stems: readonly string[]) => string | null;
	/** The kind of follow-up that a message holds, whatever else it says; null when none. */
	readonly kindWithin: (stems: readonly string[]) => string | null;
	/** Whether a message points back ("can they do that to her?"), though it may have a topic of its own. */
	readonly pointsBack: (stems: readonly string[]) => boolean;
	/** The topic that a kind of follow-up leads to after these topics, or at this stage. */
	readonly topicAfter: (kind: string, topics: readonly string[], stage: string | undefined) => string | null;
};

/** A longer message says enough by itself. */
const MOST_WORDS = 14;

/** Reads short messages that lean on what was shown before, by the phrases of `follow-ups.yaml`. */
export function createFollowUps(words: FollowUps): ReadFollowUp {
	const kinds = phraseTree(
		Object.fromEntries(Object.entries(words.follow_ups).map(([kind, { says }]) => [kind, says] as const)),
	);
	const pointing = new Set(words.pointing.flatMap(wordsOf).map(stem));
	const filler = new Set([...words.pointing, ...words.filler].flatMap(wordsOf).map(stem));

	function kindOf(stems: readonly string[]): string | null {
		if (stems.length === 0 || stems.length > MOST_WORDS) return null;
		let kind: string | null = null;
		for (let at = 0; at < stems.length; ) {
			const match = phraseAt(kinds, stems, at);
			if (match) kind ??= match.name;
			else if (!filler.has(stems[at] ?? "")) return null;
			at += match?.length ?? 1;
		}
		return kind;
	}

	function kindWithin(stems: readonly string[]): string | null {
		for (let at = 0; at < stems.length; at += 1) {
			const match = phraseAt(kinds, stems, at);
			if (match) return match.name;
		}
		return null;
	}

	return {
		kindOf,
		kindWithin,
		pointsBack: (stems) => stems.length <= MOST_WORDS && stems.some((word) => pointing.has(word)),
		topicAfter: (kind, topics, stage) => {
			const { goes_to = {}, otherwise } = words.follow_ups[kind] ?? {};
			const at = stage === undefined ? undefined : words.stages[stage];
			const [last] = [...topics, ...(at === undefined ? [] : [at])];
			if (last === undefined) return null;
			return topics.map((topic) => goes_to[topic]).find((topic) => topic) ?? goes_to[last] ?? otherwise ?? last;
		},
	};
}
