import type { Found, Reading } from "#domain/triage/find-frames.ts";
import type { Lexicon } from "#domain/triage/lexicon.ts";
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
		add(mix(before, hash ^ KIND.pair), "pair");
		if (beforeThat !== 0) add(mix(beforeThat, hash ^ KIND.skip), "skip");
		if (scope[at] === 0) letterGroups(word, add);
		beforeThat = before;
		before = hash;
	});
	add(mix(before, hashText("$", KIND.word) ^ KIND.pair), "pair");
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
	const { negator, not_negating, idiom } = lexicon.marks;
	reading.standing.forEach((here, at) => {
		if (here.some(({ symbol }) => symbol === negator) && !here.some(({ symbol }) => symbol === not_negating)) {
			for (let next = at + 1; next <= at + DENIED_WORDS && next < scope.length && !sentence.pauses.has(next); next += 1)
				scope[next] = 1;
		}
		for (const { symbol, length } of here) if (symbol === idiom) scope.fill(2, at, at + length);
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
	const line: { readonly symbol: number; readonly at: number }[] = [];
	reading.standing.forEach((here, at) => {
		for (const { symbol } of here) {
			if (!lexicon.isClass[symbol]) continue;
			const hash = mix(KIND.meaning, hashText(lexicon.symbols[symbol] ?? "", 7 + (scope[at] ?? 0)));
			add(hash, "meaning");
			for (let back = line.length - 1; back >= 0; back -= 1) {
				const other = line[back];
				if (!other || at - other.at > REACH) break;
				if (other.at < at) add(mix(hash, other.symbol ^ KIND.meanings), "meanings");
			}
			line.push({ symbol: hash, at });
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
			hash = step(hash, place < 0 || place >= word.length ? EDGE : word.charCodeAt(place));
			if (length >= 3) add(finish(hash), "letters");
		}
	}
}

function hashText(text: string, seed: number): number {
	let hash = seed;
	for (let at = 0; at < text.length; at += 1) hash = step(hash, text.charCodeAt(at));
	return finish(hash);
}

function mix(one: number, other: number): number {
	return finish(Math.imul(one ^ Math.imul(other, 0x2c1b3c6d), 0x297a2d39));
}

function step(hash: number, code: number): number {
	return Math.imul(hash ^ code, 0x01000193);
}

function finish(hash: number): number {
	const once = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
	const twice = Math.imul(once ^ (once >>> 12), 0x297a2d39);
	return (twice ^ (twice >>> 15)) >>> 0;
}
