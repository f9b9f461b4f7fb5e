/** What people say that is no question: it is answered kindly, and what stood before them stays within reach. */
export const SMALL_TALK = ["lost", "bye", "thanks", "hello", "unclear", "okay"] as const;
export type SmallTalk = (typeof SMALL_TALK)[number];

export type SmallTalkWords = Readonly<Record<SmallTalk, { readonly says: readonly string[] }>> & {
	/** Words that say nothing of their own beside these. */
	readonly filler: readonly string[];
};

/** Longer messages say something of their own. */
const MOST_WORDS = 12;

/**
 * Reads small talk: which kind a message is where it is nothing but that, null for any other. Of two kinds in one message the
 * one that stands first in SMALL_TALK counts: "ok thanks" is thanks, "thanks, but what do I do now" a person who is lost.
 */
export function createSmallTalk(words: SmallTalkWords): (text: string) => SmallTalk | null {
	const kinds = new Map(SMALL_TALK.flatMap((kind) => words[kind].says.map((said) => [plain(said), kind] as const)));
	const filler = new Set(words.filler.map(plain));
	const longest = Math.max(...[...kinds.keys()].map((said) => said.split(" ").length));
	return (text) => {
		const said = plain(text).split(" ").filter(Boolean);
		if (said.length === 0 || said.length > MOST_WORDS) return null;
		const found = new Set<SmallTalk>();
		for (let at = 0; at < said.length; ) {
			const phrase = longestAt(said, at, longest, (part) => kinds.has(part));
			const kind = kinds.get(said.slice(at, at + phrase).join(" "));
			if (kind !== undefined) found.add(kind);
			else if (!filler.has(said[at] ?? "")) return null;
			at += Math.max(1, phrase);
		}
		return SMALL_TALK.find((kind) => found.has(kind)) ?? null;
	};
}

/** How many words the longest phrase at a place has; 0 for none. */
function longestAt(words: readonly string[], at: number, longest: number, known: (part: string) => boolean): number {
	for (let length = Math.min(longest, words.length - at); length > 0; length -= 1)
		if (known(words.slice(at, at + length).join(" "))) return length;
	return 0;
}

/** Small letters, without stops and apostrophes, single spaces. Emoji and signs say nothing. */
function plain(text: string): string {
	return text
		.toLowerCase()
		.replace(/['’`]/g, "")
		.replace(/[^\p{L}\p{N}]+/gu, " ")
		.trim();
}
