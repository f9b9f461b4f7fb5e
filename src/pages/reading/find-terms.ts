import type { Term } from "#content/schema.ts";

/** From this length on, a word may have one letter wrong and still be meant. */
const FORGIVING_FROM = 5;

/**
 * The words of the glossary that somebody may have heard: by name, other name, short form or part of one, whatever the
 * case and stops ("I.C.P.C", "s.47", "sec 47"), and with one letter wrong in a longer word. The nearest first; nothing
 * asked finds nothing.
 */
export function findTerms(terms: readonly Term[], heard: string): readonly Term[] {
	const asked = bare(heard);
	if (asked === "") return [];
	return terms
		.map((term) => ({ term, nearness: Math.min(...[term.term, ...term.also].map((name) => nearnessOf(asked, name))) }))
		.filter(({ nearness }) => nearness < FAR)
		.sort((a, b) => a.nearness - b.nearness || a.term.term.localeCompare(b.term.term, "en"))
		.map(({ term }) => term);
}

const FAR = 5;

/** 0 for the very word, rising to `FAR` for no likeness. */
function nearnessOf(asked: string, name: string): number {
	const known = bare(name);
	if (known === asked || initials(name) === asked) return 0;
	if (known.startsWith(asked) || asked.startsWith(known)) return 1;
	const words = spaced(name).split(" ");
	if (words.some((word) => word === asked)) return 2;
	if (asked.length > 2 && known.includes(asked)) return 3;
	const near = [known, ...words].some((word) => asked.length >= FORGIVING_FROM && oneApart(asked, word));
	return near ? 4 : FAR;
}

function spaced(text: string): string {
	return text
		.toLowerCase()
		.normalize("NFD")
		.replace(/\p{M}/gu, "")
		.replace(/[^\p{L}\p{N}]+/gu, " ")
		.trim();
}

/** Letters and figures alone; "section 47", "sec. 47" and "s47" are one. */
function bare(text: string): string {
	return spaced(text)
		.replace(/\b(?:section|sec|s) ?(?=\d)/g, "s")
		.replaceAll(" ", "");
}

function initials(name: string): string {
	const words = spaced(name).split(" ");
	return words.length > 1 ? words.map((word) => word.charAt(0)).join("") : "";
}

/** Whether one letter more, less, other, or two changed about make the one word the other. */
function oneApart(a: string, b: string): boolean {
	if (Math.abs(a.length - b.length) > 1) return false;
	let at = 0;
	while (at < a.length && a[at] === b[at]) at++;
	const restA = a.slice(at);
	const restB = b.slice(at);
	return (
		restA.slice(1) === restB.slice(1) ||
		restA.slice(1) === restB ||
		restA === restB.slice(1) ||
		(restA.slice(2) === restB.slice(2) && restA[0] === restB[1] && restA[1] === restB[0])
	);
}
