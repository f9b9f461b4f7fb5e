import { expect, test } from "vitest";
import { content } from "#content/compiled/content.ts";
import { findTerms } from "#pages/reading/find-terms.ts";

const term = (name: string, also: readonly string[] = []) => ({
	id: name.toLowerCase().replaceAll(" ", "-"),
	term: name,
	meaning: "",
	also: [...also],
});
const terms = [
	term("Section 47", ["section 47 enquiry", "child protection enquiry"]),
	term("Initial child protection conference", ["ICPC"]),
	term("Guardian", ["children's guardian"]),
	term("Core group"),
	term("Independent reviewing officer"),
	term("Advocate", ["advocacy"]),
];
const found = (heard: string) => findTerms(terms, heard).map(({ term: name }) => name);

test.each([
	["section 47", "Section 47"],
	["Section47", "Section 47"],
	["s47", "Section 47"],
	["S.47", "Section 47"],
	["sec 47", "Section 47"],
	["ICPC", "Initial child protection conference"],
	["i.c.p.c.", "Initial child protection conference"],
	["IRO", "Independent reviewing officer"],
	["core group", "Core group"],
	["Core-Group", "Core group"],
	["gaurdian", "Guardian"],
	["gardian", "Guardian"],
	["advocat", "Advocate"],
	["conference", "Initial child protection conference"],
])("%s finds %s first", (heard, name) => {
	expect(found(heard)[0]).toBe(name);
});

test.each(["", "   ", "!?", "xyzzy", "quantum physics"])("%j finds nothing", (heard) => {
	expect(found(heard)).toEqual([]);
});

test("every word of our own glossary is found by its name and by each of its other names, first or beside its namesakes", () => {
	const missed = content.terms.flatMap((each) =>
		[each.term, ...each.also].filter((name) => !findTerms(content.terms, name).slice(0, 4).includes(each)),
	);
	expect(missed).toEqual([]);
});
