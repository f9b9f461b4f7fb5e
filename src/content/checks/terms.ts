import type { Draft, Located } from "#content/content.ts";
import type { Problem } from "#content/problem.ts";
import type { Term } from "#content/schema.ts";
import { type Block, type Inline, inlineText } from "#domain/answers/block.ts";

const LONGEST_MEANING = 25;

/** A glossary word is linked where it first stands, unless that sentence explains it ("means", "is", brackets). */
export function checkTerms(draft: Draft): readonly Problem[] {
	const terms = termsToExplain(draft);
	const long = draft.terms
		.filter(({ value }) => value.meaning.split(/\s+/).length > LONGEST_MEANING)
		.map(({ value, file, lineOf }) => ({
			file,
			line: lineOf("meaning"),
			message: `The meaning of "${value.term}" is longer than ${LONGEST_MEANING} words.`,
		}));
	const unexplained = [...draft.answers, ...draft.stages, ...draft.eightQuestions].flatMap((item) => {
		const value: { readonly blocks: readonly Block[] } = item.value;
		return unexplainedIn(piecesOf(value.blocks), terms).map((term) => ({
			file: item.file,
			line: item.lineOf("title"),
			message: `"${term.name}" is not explained where it first stands. Link it: [${term.name.toLowerCase()}](term:${term.id}).`,
		}));
	});
	return [...long, ...unexplained];
}

type Pattern = { readonly id: string; readonly name: string; readonly pattern: RegExp };

/** Terms of several words and single words of jargon, the longest first, so that "care order" is not found in "interim care order". */
function termsToExplain(draft: Draft): readonly Pattern[] {
	return draft.terms
		.map(({ value }: Located<Term>) => value)
		.filter((term) => !term.everyday && (term.term.includes(" ") || JARGON.has(term.id)))
		.map((term) => ({ id: term.id, name: term.term, pattern: new RegExp(`\\b${escapeRe(term.term)}s?\\b`, "i") }))
		.sort((a, b) => b.name.length - a.name.length);
}

/** Paragraphs and list items, in order. */
function piecesOf(blocks: readonly Block[]): readonly (readonly Inline[])[] {
	return blocks.flatMap((block) =>
		block.kind === "paragraph" ? [block.content] : block.kind === "list" ? block.items : [],
	);
}

function unexplainedIn(pieces: readonly (readonly Inline[])[], terms: readonly Pattern[]): readonly Pattern[] {
	const left = pieces.map(inlineText);
	return terms.filter((term) => {
		const at = left.findIndex((text) => term.pattern.test(text));
		const piece = pieces[at];
		if (!piece) return false;
		const upToHere = pieces.slice(0, at + 1).flat();
		const linked = upToHere.some(({ text, link }) => link && (link.id === term.id || term.pattern.test(text)));
		const explained = new RegExp(`${term.pattern.source}${EXPLAINS}`, "i").test(inlineText(piece));
		left.forEach((text, index) => {
			left[index] = text.replace(new RegExp(term.pattern, "gi"), "");
		});
		return !linked && !explained;
	});
}

/** What follows a word that its own sentence explains. */
const EXPLAINS = "[”\"']?\\s*(?:\\(|is\\b|are\\b|means\\b|,? which\\b|decides?\\b)";

function escapeRe(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** Single words that need explaining; other one-word terms are everyday words, or have an everyday use ("contact", "minutes"). */
const JARGON: ReadonlySet<string> = new Set(
	`adoption advocate allegation assessment cafcass chair consent disclosure exploitation ico injunction intermediary lado
	lgsco mappa marac mash neglect nrm ofsted paramount placement referral respite safeguarding supporter threshold`.split(
		/\s+/,
	),
);
