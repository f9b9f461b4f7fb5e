import type { Draft } from "#content/content.ts";
import type { Problem } from "#content/problem.ts";
import { type Block, inlineText } from "#domain/answers/block.ts";

const LONGEST_MEANING = 25;

/** A glossary word is linked where it first stands, unless that sentence explains it ("means", "is", brackets). */
export function checkTerms(draft: Draft): readonly Problem[] {
	const terms = draft.terms
		.map(({ value }) => value)
		.filter((term) => !term.everyday && (term.term.includes(" ") || JARGON.has(term.id)))
		.map((term) => ({
			id: term.id,
			name: term.term,
			pattern: new RegExp(`\\b${term.term.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}s?\\b`, "i"),
		}));
	const long = draft.terms
		.filter(({ value }) => value.meaning.split(/\s+/).length > LONGEST_MEANING)
		.map(({ value, file, lineOf }) => ({
			file,
			line: lineOf("meaning"),
			message: `The meaning of "${value.term}" is longer than ${LONGEST_MEANING} words.`,
		}));
	const unexplained = [...draft.answers, ...draft.stages, ...draft.eightQuestions].flatMap((item) => {
		const value: { readonly blocks: readonly Block[] } = item.value;
		const pieces = value.blocks.flatMap((block) =>
			block.kind === "paragraph" ? [block.content] : block.kind === "list" ? block.items : [],
		);
		return terms.flatMap((term) => {
			const first = pieces.find((piece) => term.pattern.test(inlineText(piece)));
			if (!first) return [];
			const linked =
				first.some((inline) => inline.link && term.pattern.test(inline.text)) ||
				value.blocks.some((block) => linkedBefore(block, term.id));
			const explained = new RegExp(
				`${term.pattern.source}[”"']?\\s*(?:\\(|is\\b|are\\b|means\\b|,? which\\b|decides?\\b)`,
				"i",
			).test(inlineText(first));
			if (linked || explained) return [];
			return [
				{
					file: item.file,
					line: item.lineOf("title"),
					message: `"${term.name}" is not explained where it first stands. Link it: [${term.name.toLowerCase()}](term:${term.id}).`,
				},
			];
		});
	});
	return [...long, ...unexplained];
}

/** Single words that need explaining; other one-word terms are everyday words. */
const JARGON: ReadonlySet<string> = new Set([
	"cafcass",
	"marac",
	"mappa",
	"mash",
	"nrm",
	"lgsco",
	"ico",
	"threshold",
	"disclosure",
]);

function linkedBefore(block: Block, id: string): boolean {
	const inlines = block.kind === "paragraph" ? block.content : block.kind === "list" ? block.items.flat() : [];
	return inlines.some((inline) => inline.link?.to === "term" && inline.link.id === id);
}
