import { frameState, sentenceFeatures } from "#domain/triage/features.ts";
import { type Found, type Reading, readSentence } from "#domain/triage/find-frames.ts";
import type { Lexicon } from "#domain/triage/lexicon.ts";
import {
	addSums,
	bestReason,
	emptySums,
	HEADS,
	type Head,
	lengthFactor,
	type Model,
	type Sums,
	type Thresholds,
	weigh,
} from "#domain/triage/model.ts";
import type { Sentence } from "#domain/triage/read-message.ts";
import { graver, Level, Reason, type Urgency } from "#domain/triage/urgency.ts";

/** A run of sentences is judged together up to this many sentences. */
const LONGEST_RUN = 8;
/** Signs count together when they stand within this many sentences of each other. */
const NEAR = 8;

const CONCERNS: readonly Reason[] = [
	"carer_strain",
	"low_mood",
	"anxiety",
	"family_conflict",
	"hardship",
	"worry_about_parent",
	"substance_use",
	"worry_about_other_child",
];
const DANGERS: readonly Reason[] = Reason.options.filter((reason) => reason !== "none" && !CONCERNS.includes(reason));
/** Gravest first. */
const LEVELS = Level.options;
const NOTHING: Urgency = { level: "none", reason: "none" };

/** One sentence as it is judged: what its words weigh and what its frames say. */
export type Judged = { readonly sums: Sums; readonly said: Urgency; readonly signs: readonly number[] };

/** Reads sentences; one that is said again is read once. */
export function judgeSentences(sentences: readonly Sentence[], lexicon: Lexicon, model: Model): readonly Judged[] {
	const known = new Map<string, Judged>();
	return sentences.map((sentence) => {
		const pauses = sentence.pauses.size > 0 ? [...sentence.pauses].join() : "";
		const key = `${sentence.question ? "?" : ""}${pauses} ${sentence.words.join(" ")}`;
		const judged = known.get(key) ?? judgeSentence(sentence, lexicon, model);
		known.set(key, judged);
		return judged;
	});
}

function judgeSentence(sentence: Sentence, lexicon: Lexicon, model: Model): Judged {
	const reading = readSentence(sentence, lexicon);
	const sums = emptySums(model);
	sentenceFeatures(sentence, reading, lexicon, (hash, kind) => weigh(model, sums, hash, kind));
	const { said, signs } = framesSay(reading, lexicon);
	return { sums, said, signs };
}

/** What the frames of a sentence say by themselves, and which frames stand there plainly. */
export function framesSay(
	reading: Reading,
	lexicon: Lexicon,
): { readonly said: Urgency; readonly signs: readonly number[] } {
	let said = NOTHING;
	const signs: number[] = [];
	for (const found of reading.found) {
		const frame = lexicon.frames[found.frame];
		if (!frame || frameState(found, reading, lexicon) !== "plain") continue;
		signs.push(found.frame);
		if (frame.sure) said = graver(said, { level: levelOf(found, reading, lexicon), reason: frame.reason });
	}
	return { said, signs };
}

/** Danger that is told of as now is an emergency; danger told of as long ago is not. */
function levelOf(found: Found, reading: Reading, lexicon: Lexicon): Level {
	const frame = lexicon.frames[found.frame];
	if (!frame?.level) return "none";
	if (reading.meaning.now && frame.now) return frame.now;
	return frame.level === "emergency" && reading.meaning.past && !frame.always ? "urgent" : frame.level;
}

/**
 * The urgency of a message: the gravest of its runs of sentences. A run is judged by its own words alone, so words
 * before or after it can never lower what it says.
 */
export function judge(judged: readonly Judged[], lexicon: Lexicon, model: Model): Urgency {
	// What is said again at once says nothing more.
	const sentences = judged.filter((sentence, at) => sentence !== judged[at - 1]);
	let worst: Level = "none";
	let where = { from: 0, to: 0, score: Number.NEGATIVE_INFINITY };
	eachRun(sentences, model, (from, to, scores, said) => {
		const level = levelOfRun(scores, said, model.thresholds);
		const score = isDanger(level) ? scores.danger : scores.worry;
		const deeper = graverLevel(worst, level) !== worst;
		if (!deeper && (level !== worst || score <= where.score)) return;
		worst = level;
		where = { from, to, score };
	});
	const found: Urgency = { level: worst, reason: reasonOf(worst, sentences.slice(where.from, where.to), model) };
	return graver(found, together(sentences, lexicon));
}

type RunScores = Readonly<Record<Head, number>>;

/** Every run of up to LONGEST_RUN sentences, with its scores and the gravest thing its frames say. */
function eachRun(
	sentences: readonly Judged[],
	model: Model,
	visit: (from: number, to: number, scores: RunScores, said: Level) => void,
): void {
	const scores = { danger: 0, emergency: 0, worry: 0 };
	for (let from = 0; from < sentences.length; from += 1) {
		const heads = new Float64Array(HEADS.length);
		let mass = 0;
		let said: Level = "none";
		for (let to = from; to < sentences.length && to < from + LONGEST_RUN; to += 1) {
			const sentence = sentences[to];
			if (!sentence) break;
			mass += sentence.sums.mass;
			said = graverLevel(said, sentence.said.level);
			const factor = lengthFactor(mass);
			for (let at = 0; at < HEADS.length; at += 1) {
				heads[at] = (heads[at] ?? 0) + (sentence.sums.heads[at] ?? 0);
				scores[HEADS[at] ?? "danger"] = (model.heads[at]?.bias ?? 0) + (heads[at] ?? 0) * factor;
			}
			visit(from, to + 1, scores, said);
		}
	}
}

function levelOfRun(scores: RunScores, said: Level, thresholds: Thresholds): Level {
	const raised = isDanger(said) && scores.danger >= thresholds.dangerWithRule;
	if (scores.danger >= thresholds.danger || raised) {
		return scores.emergency >= thresholds.emergency || (raised && said === "emergency") ? "emergency" : "urgent";
	}
	return scores.worry >= thresholds.worry ? "concern" : "none";
}

function reasonOf(level: Level, run: readonly Judged[], model: Model): Reason {
	if (level === "none") return "none";
	const sums = emptySums(model);
	for (const sentence of run) addSums(sums, sentence.sums);
	const said = run.reduce((worst, sentence) => graver(worst, sentence.said), NOTHING);
	if (isDanger(level) && isDanger(said.level)) return said.reason;
	return bestReason(model, sums, isDanger(level) ? DANGERS : CONCERNS);
}

/** The highest scores of a message's runs, for choosing thresholds and drawing curves. */
export type Scores = {
	readonly danger: number;
	readonly emergency: number;
	readonly worry: number;
	readonly said: Level;
};

/** The scores of a message, and the gravest thing that a frame says in it by itself. */
export function scoresOf(sentences: readonly Judged[], model: Model): Scores {
	const best = { danger: -100, emergency: -100, worry: -100 };
	let worst: Level = "none";
	eachRun(sentences, model, (_from, _to, scores, said) => {
		for (const head of HEADS) best[head] = Math.max(best[head], scores[head]);
		worst = graverLevel(worst, said);
	});
	return { ...best, said: worst };
}

function isDanger(level: Level): boolean {
	return level === "urgent" || level === "emergency";
}

function graverLevel(first: Level, second: Level): Level {
	return LEVELS.indexOf(second) < LEVELS.indexOf(first) ? second : first;
}

/** What signs say that mean something only near each other. One pass per combination. */
function together(sentences: readonly Judged[], lexicon: Lexicon): Urgency {
	let worst = NOTHING;
	for (const { frames, level, reason } of lexicon.combinations) {
		const last = frames.map(() => Number.NEGATIVE_INFINITY);
		sentences.forEach(({ signs }, at) => {
			frames.forEach((frame, sign) => {
				if (signs.includes(frame)) last[sign] = at;
			});
			if (last.every((place) => at - place <= NEAR)) worst = graver(worst, { level, reason });
		});
	}
	return worst;
}
