import { type Found, negates, type Reading } from "#domain/triage/find-frames.ts";
import { hashEnd, hashPair, hashStep, hashText } from "#domain/triage/hash.ts";
import { holds, type Lexicon } from "#domain/triage/lexicon.ts";
import type { Sentence } from "#domain/triage/read-message.ts";

/** Kinds of feature, mixed into the hash so that a word and a meaning of the same letters stay apart. */
const KIND = {
	word: 0x1b873593,
	pair: 0x85ebca6b,
	letters: 0xcc9e2d51,
	meaning: 0xe6546b64,
	meanings: 0x27d4eb2f,
	frame: 0x165667b1,
	mark: 0x9e3779b1,
	skip: 0x7feb352d,
} as const;
export type FeatureKind = keyof typeof KIND;

/** How far apart two meanings may stand to count as a pair. */
const REACH = 5;
/** How many of a word's meanings, the narrowest first, are paired with those of other words. */
const PAIRED = 2;
/** How many words after "not" or "never" are denied. */
const DENIED_WORDS = 3;
const EDGE = 0x5f;
const letterWordRe = /^[\p{L}\p{M}]+$/u;

/** What a frame says in its sentence, beside standing there. */
export type FrameState = "plain" | "negated" | "asked" | "register";

/** How a found frame is meant: denied, asked about in general, told of in news, play or procedure, or plainly said. */
export function frameState(found: Found, reading: Reading, lexicon: Lexicon): FrameState {
	const frame = lexicon.frames[found.frame];
	if (!frame) return "register";
	if (found.negated && !frame.evenNegated) return "negated";
	if (reading.meaning.register && !frame.always) return "register";
	if (frame.general && (reading.meaning.question || reading.meaning.hypothetical)) return "asked";
	return "plain";
}

/** Hashes of everything the model may know of a sentence. The same sentence always gives the same list. */
export function sentenceFeatures(
	sentence: Sentence,
	reading: Reading,
	lexicon: Lexicon,
	add: (hash: number, kind: FeatureKind) => void,
): void {
	const scope = scopes(sentence, reading, lexicon);
	let before = hashText("^", KIND.word);
	let beforeThat = 0;
	sentence.words.forEach((word, at) => {
		const hash = hashText(word, KIND.word ^ (scope[at] ?? 0));
		add(hash, "word");
		add(hashPair(before, hash ^ KIND.pair), "pair");
		if (beforeThat !== 0) add(hashPair(beforeThat, hash ^ KIND.skip), "skip");
		if (scope[at] === 0) letterGroups(word, add);
		beforeThat = before;
		before = hash;
	});
	add(hashPair(before, hashText("$", KIND.word) ^ KIND.pair), "pair");
	meanings(reading, scope, lexicon, add);
	const { meaning } = reading;
	if (meaning.question) add(hashText("question", KIND.mark), "mark");
	if (meaning.register) add(hashText("register", KIND.mark), "mark");
	if (meaning.hypothetical) add(hashText("hypothetical", KIND.mark), "mark");
	if (sentence.question) add(hashText("?", KIND.mark), "mark");
	for (const found of reading.found) {
		const frame = lexicon.frames[found.frame];
		if (!frame) continue;
		const state = frameState(found, reading, lexicon);
		add(hashText(`${frame.name}:${state}`, KIND.frame), "frame");
		add(hashText(`${frame.reason}:${frame.level}:${state}`, KIND.frame), "frame");
		if (meaning.now && state === "plain") add(hashText(`${frame.reason}:now`, KIND.frame), "frame");
	}
}

/** How each word is meant: 0 as it stands, 1 denied ("never hit me"), 2 part of a saying. */
function scopes(sentence: Sentence, reading: Reading, lexicon: Lexicon): Uint8Array {
	const scope = new Uint8Array(sentence.words.length);
	const { idiom } = lexicon.marks;
	reading.standing.forEach((here, at) => {
		if (negates(at, reading.standing, lexicon)) {
			for (let next = at + 1; next <= at + DENIED_WORDS && next < scope.length && !sentence.pauses.has(next); next += 1)
				scope[next] = 1;
		}
		for (const { symbols, length } of here) if (holds(symbols, idiom)) scope.fill(2, at, at + length);
	});
	for (const found of reading.found)
		if (found.negated) for (let at = found.at; at < found.end; at += 1) scope[at] ||= 1;
	return scope;
}

/** The meanings of the words, alone and in pairs: "stepdad … pushed" says the same as "nan … slapped". */
function meanings(
	reading: Reading,
	scope: Uint8Array,
	lexicon: Lexicon,
	add: (hash: number, kind: FeatureKind) => void,
): void {
	const hashes: number[] = [];
	const places: number[] = [];
	reading.standing.forEach((here, at) => {
		for (const { classes } of here) {
			for (let narrow = 0; narrow < classes.length; narrow += 1) {
				const symbol = classes[narrow] ?? 0;
				const hash = hashPair(KIND.meaning + (scope[at] ?? 0), lexicon.hashes[symbol] ?? 0);
				add(hash, "meaning");
				if (narrow >= PAIRED) continue;
				for (let back = hashes.length - 1; back >= 0 && at - (places[back] ?? 0) <= REACH; back -= 1) {
					if ((places[back] ?? 0) < at) add(hashPair(hash, (hashes[back] ?? 0) ^ KIND.meanings), "meanings");
				}
				hashes.push(hash);
				places.push(at);
			}
		}
	});
}

/** Groups of three to five letters inside a word: they hold through endings, typing slips and new spellings. */
function letterGroups(word: string, add: (hash: number, kind: FeatureKind) => void): void {
	if (word.length < 3 || word.length > 24 || !letterWordRe.test(word)) return;
	for (let from = -1; from < word.length - 1; from += 1) {
		let hash: number = KIND.letters;
		for (let length = 1; length <= 5 && from + length <= word.length + 1; length += 1) {
			const place = from + length - 1;
			hash = hashStep(hash, place < 0 || place >= word.length ? EDGE : word.charCodeAt(place));
			if (length >= 3) add(hashEnd(hash), "letters");
		}
	}
}
