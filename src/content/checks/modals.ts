import { durationsIn } from "#content/checks/durations.ts";
import type { Draft, Located } from "#content/content.ts";
import type { Problem } from "#content/problem.ts";
import type { Fact } from "#content/schema.ts";
import { type Block, paragraphsOf } from "#domain/answers/block.ts";
import { stem } from "#domain/directory/search/stem.ts";
import { sentences, wordsOf } from "#domain/reading/sentences.ts";

type Cited = {
	readonly strength: Fact["strength"];
	readonly absolute: boolean;
	readonly stems: ReadonlySet<string>;
	readonly durations: readonly string[];
};
type Modal = "must" | "have to" | "should" | "need to";
/** The strengths that allow each word. */
const ENOUGH: Readonly<Record<Modal, readonly Fact["strength"][]>> = {
	must: ["must"],
	"have to": ["must"],
	should: ["must", "should"],
	"need to": ["must", "should"],
};

/**
 * Holds "must" and "should" to the facts a text cites. "Must" needs a duty in law that speaks of the same thing; "should"
 * needs guidance or a duty that does. Where the only fact that fits is a duty without conditions, "should" says too little.
 * A length of time takes its strength from the fact that gives it. "Has to" says as much as must, and "needs to" as much as should, where
 * someone with a duty has to; what a reader has to do, or may have to do, claims no duty. "May" and "can" are free. Two texts speak of the same thing when they share a word that is not common to all our content.
 */
export function checkModals(draft: Draft): readonly Problem[] {
	const facts = new Map(draft.facts.map(({ value }) => [value.id, cited(value)]));
	const pages = draft.pages.filter(({ value }) => value.facts);
	return [...draft.answers, ...draft.stages, ...draft.eightQuestions, ...pages].flatMap((item) => {
		const value: { readonly facts?: readonly string[]; readonly blocks: readonly Block[] } = item.value;
		const named = (value.facts ?? []).flatMap((id) => facts.get(id) ?? []);
		return faultsOf(value.blocks, named).map((message) => located(item, message));
	});
}

function faultsOf(blocks: readonly Block[], named: readonly Cited[]): readonly string[] {
	return paragraphsOf(blocks).flatMap((paragraph) => {
		let before = new Set<string>();
		return sentences(paragraph).flatMap((sentence) => {
			const own = stemsOf(sentence);
			const modal = modalOf(sentence);
			// "They must tell you why." leans on the sentence before it for what it is about.
			const about = own.size < FEWEST_STEMS ? new Set([...own, ...before]) : own;
			before = own;
			const fault = modal && faultOf(modal, about, durationsIn(sentence), named);
			return fault ? [`${fault} "${sentence}"`] : [];
		});
	});
}

function faultOf(
	modal: Modal,
	about: ReadonlySet<string>,
	durations: readonly string[],
	named: readonly Cited[],
): string | null {
	const strong = named.filter(({ strength }) => ENOUGH[modal].includes(strength));
	const fits = strong.filter(({ stems }) => shared(about, stems) > 0);
	const held = fits.length > 0 && durations.every((duration) => fits.some((fact) => fact.durations.includes(duration)));
	if (modal === "must" || modal === "have to")
		return held ? null : "No fact named in `facts` is a duty in law about this. If it rests on guidance, write should:";
	if (!held) return "No fact named in `facts` is guidance or a duty about this:";
	if (modal === "need to") return null;
	const close = named.filter(({ stems }) => shared(about, stems) >= CLOSE);
	const only = close.length > 0 && close.every(({ strength, absolute }) => strength === "must" && absolute);
	return only ? "The law says must here:" : null;
}

/** The strongest word a sentence claims with; none in "what must change" or "who should come", which claim nothing. */
function modalOf(sentence: string): Modal | null {
	const claims = sentence.replace(askedRe, " ");
	if (/\bmust\b/i.test(claims)) return "must";
	if (haveToRe.test(claims)) return "have to";
	if (/\bshould\b/i.test(claims)) return "should";
	return needToRe.test(claims) ? "need to" : null;
}
const askedRe = /\b(?:what|who|which|when|how|where|if|whether|nobody|no one)\s+(?:[\w']+\s+){0,2}(?:must|should)\b/gi;
/** Someone with a duty, and what they have to do: not "if they have to", "may have to" or "does not have to". */
const duty = String.raw`(?<!\b(?:if|when|whether|what|who)\s+(?:the\s+|a\s+)?(?:social\s+)?)\b(?:council|court|judge|police|officer|workers?|school|teacher|hospital|staff|doctors?|nurse|adults?|government|they|it|someone)\b(?:(?!\b(?:not|never|may|might|could|would|if|when|who|that|you(?! told)|your|ask|what)\b)[^.,;:?!"]){0,30}?\b`;
const haveToRe = new RegExp(`${duty}(?:has|have|had) to\\b`, "i");
const needToRe = new RegExp(`${duty}needs? to\\b`, "i");

function cited(fact: Fact): Cited {
	return {
		strength: fact.strength,
		absolute: !/\b(?:unless|if|when|as far as|normally)\b/i.test(fact.says),
		stems: stemsOf(`${fact.says} ${(fact.words ?? []).join(" ")}`),
		durations: durationsIn(fact.says),
	};
}

/** Stems of the words that tell one duty from another: not the small words, nor those in nearly every text here. */
function stemsOf(text: string): Set<string> {
	return new Set(
		wordsOf(text.toLowerCase().replaceAll("’", "'"))
			.map((word) => word.replace(/'s?$/, ""))
			.filter((word) => !COMMON.has(word) && !/^\d/.test(word))
			.map(stem),
	);
}

function shared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
	return [...one].filter((word) => other.has(word)).length;
}

function located(item: Located<unknown>, message: string): Problem {
	return { file: item.file, line: item.lineOf("facts"), message };
}

/** A sentence with fewer telling words than this leans on the one before it. */
const FEWEST_STEMS = 2;
/** With this many telling words in common a sentence and a fact say the same thing. */
const CLOSE = 4;

const COMMON: ReadonlySet<string> = new Set(
	`a about after all also an and any are as at be been before but by can cannot could do does each first for from get give
	given has have he her his how if in is it its law may must need needs new no not of on one only or other our out own
	person people same say says she should so some such than that the their them then there they this those to too up was
	way what when where which who why will with work worker workers would yes you your
	child children council councils court courts family judge parent parents police social
	day days hour hours month months week weeks working year years`.split(/\s+/),
);
