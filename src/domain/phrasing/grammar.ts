/** The small words that carry strength, limits and conditions, and what each comes to. */

export type Kind =
	/** A word that says something; must stand in the cited passage. */
	| "content"
	/** Somebody who does things: a worker, a court, "you". */
	| "actor"
	/** Somebody named before: "they", "it". */
	| "pronoun"
	/** "your", "their". */
	| "owner"
	| "modal"
	| "not"
	| "amount"
	| "bound"
	/** How often, how many, only. */
	| "degree"
	| "condition"
	| "because"
	/** Before and after. */
	| "order"
	| "preposition"
	| "join"
	| "be"
	| "free";

/** Phrases and words of the closed classes, longest first where they share a beginning. Each line: kind, what it comes to, how it is said. */
const LINES: readonly (readonly [Kind, string, string])[] = [
	["modal", "may have to", "may have to|may need to"],
	["modal", "might have to", "might have to|might need to"],
	["modal", "will have to", "will have to|will need to"],
	["modal", "may be able to", "may be able to"],
	["modal", "might be able to", "might be able to"],
	["modal", "should be able to", "should be able to"],
	["degree", "not only", "not only|not just|not simply|not merely"],
	["free", "a while", "a while|for a while|on and off"],
	[
		"modal",
		"nothaveto",
		"do not have to|does not have to|did not have to|do not need to|does not need to|did not need to|need not|no need to|not have to|not need to|without having to|are not required to|is not required to",
	],
	["modal", "must", "must|have to|has to|had to|having to|shall|are required to|is required to"],
	["modal", "needto", "need to|needs to|needed to"],
	["modal", "should", "should|ought to|supposed to|meant to"],
	["modal", "may", "may"],
	["modal", "might", "might"],
	["modal", "can", "can|able to"],
	["modal", "could", "could"],
	["modal", "will", "will|going to"],
	["modal", "would", "would"],
	["not", "not", "not|no one|nobody|nothing|none|no|neither|nor|nowhere|hardly|without"],
	["not", "never", "never|not ever"],
	[
		"bound",
		"ge",
		"at least|no less than|no fewer than|not less than|a minimum of|minimum of|no sooner than|no earlier than",
	],
	[
		"bound",
		"le",
		"at most|at the most|up to|no more than|not more than|no longer than|not longer than|no later than|not later than|a maximum of|maximum of|within|inside",
	],
	["bound", "gt", "more than|longer than|later than|older than|greater than"],
	["bound", "lt", "less than|fewer than|shorter than|younger than|sooner than|earlier than"],
	["bound", "about", "approximately|roughly"],
	["free", "by when", "by when|since when|and when|when and where|where and when"],
	["condition", "if", "if|when|whenever|in case|should you"],
	["condition", "only if", "provided that|provided"],
	["condition", "even if", "even if|even when"],
	["condition", "unless", "unless|except if|except when|but not if|not if|the exception is when|the exception is if"],
	["condition", "until", "until|till|up until"],
	["condition", "while", "while|whilst|as long as|so long as"],
	["because", "because", "because|as a result of|since|due to"],
	["order", "before", "before|ahead of|prior to"],
	["order", "after", "after|following"],
	["degree", "instead", "instead of|rather than|instead|in its place"],
	["degree", "except", "except for|except|apart from|other than"],
	["degree", "always", "always|every time|each time|in every case|at all times"],
	[
		"degree",
		"usual",
		"usually|normally|generally|as a rule|in most cases|most of the time|in general|mostly|typically|tends to|tend to",
	],
	["degree", "often", "often|frequently|a lot of the time|many times"],
	["degree", "sometimes", "sometimes|at times|occasionally|now and then|in some cases"],
	["degree", "rarely", "rarely|seldom|hardly ever"],
	["degree", "only", "only|solely|nothing but"],
	["degree", "all", "all|every|each|whole|everyone|everybody"],
	["degree", "any", "any"],
	["degree", "some", "some|certain"],
	["degree", "most", "most"],
	["degree", "many", "many|a lot of|lots of|a lot"],
	["degree", "few", "few|a few|several"],
	["degree", "more", "more|further|extra"],
	["degree", "less", "less|fewer"],
	["degree", "least", "least"],
	["degree", "half", "half"],
	["degree", "first", "first"],
	["degree", "second", "second"],
	["degree", "third", "third"],
	["degree", "last", "last|final"],
	["degree", "almost", "almost|nearly|partly|barely"],
	["join", "and", "and|as well as|along with|plus|&"],
	["join", "or", "or"],
	["join", "but", "but|although|though|even though|however"],
	["be", "be", "am|is|are|was|were|be|been|being|get|gets|got|getting"],
	[
		"pronoun",
		"they",
		"they|them|themselves|he|she|him|himself|herself|someone|somebody|anyone|anybody|people|person|others|who",
	],
	["pronoun", "it", "it|itself|this|that|these|those"],
	["actor", "you", "you|yourself|yourselves"],
	["actor", "we", "we|us|our|ours|i|me|my|mine|myself"],
	["owner", "your", "your|yours"],
	["owner", "their", "their|theirs|his|her|hers|its"],
	["preposition", "to", "to|towards|into|onto"],
	["preposition", "from", "from"],
	["preposition", "out of", "out of"],
	["preposition", "with", "with"],
	["preposition", "for", "for"],
	["preposition", "against", "against"],
	["preposition", "in", "in|inside"],
	["preposition", "out", "out|outside"],
	["preposition", "on", "on"],
	["preposition", "off", "off"],
	["preposition", "up", "up"],
	["preposition", "down", "down"],
	["preposition", "over", "over|above"],
	["preposition", "under", "under|below"],
	["preposition", "by", "by"],
	["preposition", "of", "of"],
	["preposition", "about", "about|around"],
	["preposition", "at", "at"],
];

export type GrammarPhrase = { readonly words: readonly string[]; readonly kind: Kind; readonly id: string };

const BY_FIRST: ReadonlyMap<string, readonly GrammarPhrase[]> = byFirstWord();

function byFirstWord(): ReadonlyMap<string, readonly GrammarPhrase[]> {
	const map = new Map<string, GrammarPhrase[]>();
	for (const [kind, id, said] of LINES)
		for (const phrase of said.split("|")) {
			const words = phrase.split(" ");
			const [first = ""] = words;
			map.set(first, [...(map.get(first) ?? []), { words, kind, id }]);
		}
	for (const list of map.values()) list.sort((a, b) => b.words.length - a.words.length);
	return map;
}

/** The longest phrase of the closed classes that begins at `at`; null for an open word. */
export function grammarAt(words: readonly string[], at: number): GrammarPhrase | null {
	const found = BY_FIRST.get(words[at] ?? "");
	return found?.find((phrase) => phrase.words.every((word, index) => words[at + index] === word)) ?? null;
}

/** What stands before a number and limits it; elsewhere each of these is an everyday word. */
export const BOUND_BEFORE_NUMBER: Readonly<Record<string, string>> = {
	in: "le",
	by: "le",
	after: "after",
	before: "before",
	every: "every",
	each: "every",
	about: "about",
	around: "about",
	nearly: "about",
	almost: "about",
	over: "gt",
	under: "lt",
	above: "gt",
	below: "lt",
	from: "from",
	since: "from",
	until: "until",
	till: "until",
	only: "only",
	just: "only",
};

/** What may stand after a number and limits it. */
export const BOUND_AFTER_NUMBER: readonly (readonly [string, string])[] = [
	["or more", "ge"],
	["or over", "ge"],
	["or older", "ge"],
	["and over", "ge"],
	["or less", "le"],
	["or fewer", "le"],
	["or under", "le"],
	["or younger", "le"],
	["at most", "le"],
	["at least", "ge"],
	["at the latest", "le"],
	["or so", "about"],
	["ago", "ago"],
];

/** Words that are opposite in direction: one may not stand where the passage has the other. */
export const OPPOSITES: readonly (readonly [kind: Kind, one: string, other: string])[] = [
	["preposition", "to", "from"],
	["preposition", "in", "out of"],
	["preposition", "in", "out"],
	["preposition", "for", "against"],
	["preposition", "with", "against"],
	["preposition", "on", "off"],
	["preposition", "up", "down"],
	["preposition", "over", "under"],
	["order", "before", "after"],
	["join", "and", "or"],
];

const IRREGULAR_PARTICIPLES = new Set(
	"told taken held kept given asked heard seen written sent put made done shown found left set said brought spoken begun known met paid read hurt let run shut drawn grown led lost meant sold taught understood won born worn thought bound cut chosen".split(
		" ",
	),
);

/** The bare form of a verb, as in "Ask your worker". */
export function isBare(word: string): boolean {
	return (
		!/[a-z]{3,}ing$/.test(word) && !(/ed$/.test(word) && !/eed$/.test(word)) && !(/s$/.test(word) && !/ss$/.test(word))
	);
}

/** Whether a word can be the second half of a passive: "was told", "is decided". */
export function isParticiple(word: string): boolean {
	return IRREGULAR_PARTICIPLES.has(word) || /ed$/.test(word);
}
