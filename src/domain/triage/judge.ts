import { frameState, sentenceFeatures } from "#domain/triage/features.ts";
import { type Found, type Reading, readSentence } from "#domain/triage/find-frames.ts";
import type { Lexicon } from "#domain/triage/lexicon.ts";
import { addSums, bestReason, emptySums, HEADS, type Model, type Sums, scoreOf, weigh } from "#domain/triage/model.ts";
import type { Sentence } from "#domain/triage/read-message.ts";
import { graver, type Level, Reason, type Urgency } from "#domain/triage/urgency.ts";

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
const NOTHING: Urgency = { level: "none", reason: "none" };

/** One sentence as it is judged: what its words weigh and what its frames say. */
export type Judged = { readonly sums: Sums; readonly said: Urgency; readonly signs: readonly number[] };

/** Reads one sentence. */
export function judgeSentence(sentence: Sentence, lexicon: Lexicon, model: Model): Judged {
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
export function judge(sentences: readonly Judged[], lexicon: Lexicon, model: Model): Urgency {
	let worst = together(sentences, lexicon);
	sentences.forEach((_, from) => {
		const sums = emptySums(model);
		let said = NOTHING;
		for (const sentence of sentences.slice(from, from + LONGEST_RUN)) {
			addSums(sums, sentence.sums);
			said = graver(said, sentence.said);
			worst = graver(worst, judgeRun(sums, said, model));
		}
	});
	return worst;
}

function judgeRun(sums: Sums, said: Urgency, model: Model): Urgency {
	const { thresholds } = model;
	const danger = scoreOf(model, sums, "danger");
	const raised = isDanger(said) && danger >= thresholds.dangerWithRule;
	if (danger >= thresholds.danger || raised) {
		const now = scoreOf(model, sums, "emergency") >= thresholds.emergency || (raised && said.level === "emergency");
		return { level: now ? "emergency" : "urgent", reason: bestReason(model, sums, DANGERS) };
	}
	if (scoreOf(model, sums, "worry") >= thresholds.worry)
		return { level: "concern", reason: bestReason(model, sums, CONCERNS) };
	return NOTHING;
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
	const best = {
		danger: Number.NEGATIVE_INFINITY,
		emergency: Number.NEGATIVE_INFINITY,
		worry: Number.NEGATIVE_INFINITY,
	};
	sentences.forEach((_, from) => {
		const sums = emptySums(model);
		for (const sentence of sentences.slice(from, from + LONGEST_RUN)) {
			addSums(sums, sentence.sums);
			for (const head of HEADS) best[head] = Math.max(best[head], scoreOf(model, sums, head));
		}
	});
	return { ...best, said: sentences.reduce((worst, { said }) => graver(worst, said), NOTHING).level };
}

function isDanger(urgency: Urgency): boolean {
	return urgency.level === "urgent" || urgency.level === "emergency";
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
