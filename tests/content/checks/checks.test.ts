import { describe, expect, test } from "vitest";
import { ANSWER, changed, lineOf, PAGE, STAGE, said } from "#tests/content/small-content.ts";

const KEEPS = "Family Rights Group gives free advice.";
/** The answer with a sentence more in its body. */
function saying(sentence: string) {
	return changed(ANSWER, KEEPS, `${KEEPS} ${sentence}`);
}

describe("answers", () => {
	test("say what they say they say", () => {
		expect(said(changed(ANSWER, 'says: ["how the council finds out"]', 'says: ["you need not agree"]'))).toEqual([
			`content/${ANSWER}:${lineOf(ANSWER, "    says:")}  The body does not say "you need not agree" (for: it is an enquiry).`,
		]);
	});
	test("say every fact of their topic", () => {
		const files = changed("topics.yaml", "- it is an enquiry", "- it is an enquiry\n      - you may not be asked");
		expect(said({ ...files, ...changed(ANSWER, "needs: []", "needs: [] ") })).toEqual([
			`content/${ANSWER}:${lineOf(ANSWER, "covers:")}  An answer to "s47_what" must say: you may not be asked. Say it, and list it under covers in these words.`,
		]);
	});
	test("show whom their topic points to", () => {
		const files = changed("topics.yaml", "signpost: [frg]", "signpost: [samaritans]");
		expect(said({ ...files, ...changed(ANSWER, "needs: []", "needs: [] ") })).toEqual([
			`content/${ANSWER}:${lineOf(ANSWER, "routes:")}  An answer to "s47_what" shows the route "samaritans".`,
		]);
	});
	test("answer only topics there are", () => {
		expect(said(changed(ANSWER, "topics: [s47_what]", "topics: [s47_what, other]"))).toEqual([
			`content/${ANSWER}:${lineOf(ANSWER, "topics:")}  There is no topic "other" in content/topics.yaml.`,
		]);
	});
	test("are there for each reader who asks", () => {
		expect(said(changed("topics.yaml", "asked_by: [parent]", "asked_by: [parent, young_person]"))).toEqual([
			'content/topics.yaml:3  No answer to "s47_what" is for: young_person.',
		]);
	});
	test("have 180 words at most", () => {
		const long = said(saying("It is so. ".repeat(60)));
		expect(long).toEqual([expect.stringMatching(/The body has 2\d\d words; at most 180\.$/)]);
	});
	test("can be found in 25 ways", () => {
		expect(said(changed(ANSWER, "  - what is a section 47 said in way 1\n", ""))).toEqual([
			`content/${ANSWER}:${lineOf(ANSWER, "asked_as:")}  Only 24 ways of asking; at least 25.`,
		]);
	});
	test("share no way of asking with another", () => {
		const [, text = ""] = Object.entries(changed(ANSWER, "id: s47-what", "id: s47-again"))[0] ?? [];
		expect(said({ "answers/parents/s47-again.md": text })[0]).toContain(
			'"what is a section 47 said in way 1" is also asked of s47-what. One question, one answer.',
		);
	});
});

describe("must and should", () => {
	test("must is kept for a duty in law", () => {
		expect(said(changed(ANSWER, "should be held within", "must be held within"))).toEqual([
			`content/${ANSWER}:${lineOf(ANSWER, "facts:")}  No fact named in \`facts\` is a duty in law about this. If it rests on guidance, write should: "A conference must be held within 15 working days (about 3 weeks)."`,
		]);
	});
	test("a duty about something else does not carry it", () => {
		expect(said(saying("The school must write to you."))).toEqual([
			expect.stringContaining("is a duty in law about this"),
		]);
	});
	test("should needs guidance about the same thing", () => {
		expect(said(saying("Your friend should sit beside you."))).toEqual([
			expect.stringContaining("is guidance or a duty about this"),
		]);
		expect(said(saying("The conference should hear you."))).toEqual([]);
	});
	test("a power does not carry should", () => {
		const files = changed(ANSWER, "facts: [E2, G1]", "facts: [E2, G4]");
		expect(said(files)).toContainEqual(expect.stringContaining("is guidance or a duty about this"));
	});
	test("a duty without conditions is not watered down", () => {
		const fact = changed(
			"facts.yaml",
			"The council must make enquiries if it has good cause to think a child may be harmed.",
			"The council must answer a letter in ten plain words.",
		);
		const files = {
			...fact,
			...changed(ANSWER, "It must make enquiries if it has good cause.", "It should answer a letter in plain words."),
		};
		expect(said(files)).toEqual([expect.stringContaining("The law says must here:")]);
	});
	test("may, can and what must change claim no duty", () => {
		expect(said(saying("A friend may come. You can ask what must change. Ask who should come."))).toEqual([]);
	});
	test("has to says as much as must", () => {
		expect(said(saying("The school has to write to you."))).toEqual([
			expect.stringContaining("is a duty in law about this"),
		]);
		expect(said(saying("A conference has to be held. The council has to make enquiries."))).toEqual([]);
		expect(said(saying("The adult you told had to ring the council."))).toEqual([
			expect.stringContaining("is a duty in law about this"),
		]);
	});
	test("needs to says as much as should", () => {
		expect(said(saying("The school needs to write to you."))).toEqual([
			expect.stringContaining("is guidance or a duty about this"),
		]);
		expect(said(saying("The council needs to hold a conference."))).toEqual([]);
	});
	test("what a reader has to do, and what someone may have to do, claims no duty", () => {
		expect(
			said(
				saying(
					"You do not have to talk. The school may have to tell others. If they need to write, ask why. The council does not have to pay.",
				),
			),
		).toEqual([]);
	});
	test("a pronoun leans on the sentence before it", () => {
		expect(said(changed(ANSWER, "if it has good cause.", "if it has good cause. It must do so."))).toEqual([]);
	});
});

describe("lengths of time", () => {
	test("stand in a fact that is named", () => {
		expect(said(changed(ANSWER, "15 working days (about 3 weeks)", "10 working days (about 2 weeks)"))).toContainEqual(
			`content/${ANSWER}:${lineOf(ANSWER, "facts:")}  No fact named in \`facts\` gives "10 working day": "A conference should be held within 10 working days (about 2 weeks)."`,
		);
	});
	test("are not borrowed from a fact of another strength", () => {
		const files = changed("facts.yaml", "may be harmed.", "may be harmed, in 20 days.");
		expect(said({ ...files, ...saying("A conference should be held in 20 days.") })).toContainEqual(
			expect.stringContaining("is guidance or a duty about this"),
		);
	});
	test("come to what the brackets say", () => {
		expect(said(changed(ANSWER, "(about 3 weeks)", "(about 5 weeks)"))).toEqual([
			expect.stringContaining('"15 working days (about 5 weeks)" does not come to the same time.'),
		]);
	});
	test("are given as weeks too", () => {
		expect(said(changed(ANSWER, "15 working days (about 3 weeks)", "15 working days"))).toEqual([
			expect.stringContaining('Say "15 working days" as weeks too, in brackets'),
		]);
	});
});

describe("plain words", () => {
	test("a word to avoid, with what to write", () => {
		expect(said(saying("We liaise."))).toEqual([`content/${ANSWER}:3  Avoid "liaise". Write: talk with.`]);
	});
	test("a phrase to avoid, whichever apostrophe it has, with the reason", () => {
		expect(said(saying("Don’t panic."))).toEqual([
			`content/${ANSWER}:3  Avoid "don't panic". Write: start with the feeling. It talks down.`,
		]);
	});
	test("part of a longer word is no word to avoid", () => {
		expect(said(saying("A liaised page."))).toEqual([]);
	});
	test("a short form that nothing explains", () => {
		expect(said(saying("Ask the IRO or your GP."))).toEqual([
			`content/${ANSWER}:3  "IRO" is not explained here. Write the words, or the words with (IRO) after them.`,
		]);
		expect(said(saying("This is s47."))).toEqual([expect.stringContaining('"s47" is not explained here.')]);
		expect(said(saying("Ask the reviewing officer (IRO). The IRO helps."))).toEqual([]);
	});
	test("a double no", () => {
		expect(said(saying("Do not say nothing."))).toEqual([
			`content/${ANSWER}:3  "not say nothing" says no twice. Say it the plain way round.`,
		]);
		expect(said(saying("That is not unusual."))).toEqual([expect.stringContaining('"not unusual" says no twice.')]);
		expect(said(saying("Do not sign what you do not know. It is not under the bed."))).toEqual([]);
	});
	test("a postcode is no short form", () => {
		expect(said(saying("Write SK9 or SK9 1AB."))).toEqual([]);
	});
	test("reach errors, labels and empty screens, at their line", () => {
		expect(said({ "words/site.yaml": "errors:\n  lost:\n    title: Lost\n    body: Do not say nothing.\n" })).toEqual([
			'content/words/site.yaml:4  "not say nothing" says no twice. Say it the plain way round.',
		]);
	});
	test("reach sheets, cards and helplines as well", () => {
		expect(said(changed("sheets/who.yaml", "Name and number.", "Liaise."))).toEqual([
			expect.stringContaining('Avoid "liaise".'),
		]);
		expect(said(changed("helplines.yaml", "Free advice", "Free advice, we liaise"))).toEqual([
			expect.stringContaining('Avoid "liaise".'),
		]);
	});
});

describe("reading", () => {
	test("a sentence over 25 words", () => {
		expect(said(changed(PAGE, "It says what comes next.", `It says ${"so and ".repeat(13)}on.`))).toEqual([
			expect.stringMatching(/^content\/pages\/about\.md:3 {2}A sentence has 29 words; at most 25:/),
		]);
	});
	test("an average over the limit", () => {
		const long = "It is a day on which you and I can go to see a man we like so much. ".repeat(4);
		expect(said(changed(PAGE, "It says what comes next.", long))).toEqual([
			expect.stringContaining("words long on average; at most 14. Split the long ones."),
		]);
	});
	test("words too hard, with the glossary no excuse", () => {
		const hard = "Professional organisations consider circumstances individually. ".repeat(7);
		expect(said(changed(PAGE, "It says what comes next.", hard))).toEqual([
			expect.stringMatching(/Reading grade [\d.]+; at most 5\. Use shorter words and sentences\.$/),
		]);
	});
});

describe("the glossary", () => {
	test("explains in 25 words at most", () => {
		expect(said(changed("glossary.yaml", "A court order.", `A court order. ${"It is so. ".repeat(8)}`))).toEqual([
			`content/glossary.yaml:${lineOf("glossary.yaml", "  - { id: care-order")}  The meaning of "Care order" is longer than 25 words.`,
		]);
	});
	test("is linked where a term first stands", () => {
		expect(said(saying("A care order may follow."))).toEqual([
			`content/${ANSWER}:3  "Care order" is not explained where it first stands. Link it: [care order](term:care-order).`,
		]);
		expect(said(saying("A [care order](term:care-order) may follow. A care order lasts."))).toEqual([]);
	});
	test("a link that comes later does not help", () => {
		expect(said(saying("A care order may follow.\n\nThis is a [care order](term:care-order)."))).toHaveLength(1);
	});
	test("a sentence that explains the term needs no link", () => {
		expect(said(saying("Cafcass is a service for the court."))).toEqual([]);
		expect(said(saying("Ask Cafcass."))).toHaveLength(1);
	});
	test("the longer term is not taken for the shorter", () => {
		expect(said(saying("An [interim care order](term:interim-care-order) may follow."))).toEqual([]);
	});
});

describe("links, sources and dates", () => {
	test("every id that is named exists", () => {
		const files = { ...changed(ANSWER, "facts: [E2, G1]", "facts: [E2, G1, Z9]") };
		expect(said(files)).toEqual([`content/${ANSWER}:${lineOf(ANSWER, "facts:")}  There is no fact "Z9".`]);
		expect(said(changed(ANSWER, "routes: [frg]", "routes: [frg, nobody]"))).toEqual([
			expect.stringContaining('There is no route "nobody".'),
		]);
		expect(said(saying("See [this](answer:not-there)."))).toEqual([
			expect.stringContaining('There is no answer "not-there".'),
		]);
	});
	test("one source has one date", () => {
		const files = changed(STAGE, "    date: 2026-11-22", "    date: 2026-11-01");
		expect(said(files)).toEqual([
			`content/${STAGE}:${lineOf(STAGE, "    date:")}  https://www.legislation.gov.uk/ukpga/1989/41/section/47 has the date 2026-11-22 in content/facts.yaml, and 2026-11-01 here.`,
		]);
	});
	test("nothing goes unseen for more than six months", () => {
		expect(said(changed(PAGE, "review_by: 2027-05-21", "review_by: 2027-06-30"))).toEqual([
			`content/${PAGE}:${lineOf(PAGE, "review_by:")}  The review date is more than six months after the review.`,
		]);
		expect(said(changed("sheets/who.yaml", "review_by: 2027-05-21", "review_by: 2026-05-21"))).toEqual([
			expect.stringContaining("The review date is before the review."),
		]);
		expect(said(changed("glossary.yaml", "law_as_at: 2026-11-22", "law_as_at: 2026-12-22"))).toEqual([
			expect.stringContaining("The law is of a day after the review."),
		]);
	});
	test("reviewers are roles, never people", () => {
		expect(said(changed(ANSWER, "[content author]", "[Jo Bloggs]"))).toEqual([
			expect.stringContaining("name a role in small letters, never a person"),
		]);
	});
});

describe("stages", () => {
	test("say the same ten things in the same order", () => {
		expect(said(changed(STAGE, "**Your rights**", "**What you may do**"))).toEqual([
			`content/${STAGE}:3  Heading 7 should be **Your rights**; it is "What you may do".`,
		]);
		expect(said(changed(STAGE, "**Who can help**", "**Who can help**\n\nAsk.\n\n**More**"))).toEqual([
			`content/${STAGE}:3  "More" is one heading too many.`,
		]);
	});
});

describe("helplines", () => {
	test("print no hours that we are not sure of", () => {
		const hours = "hours_text: Check the times on their website";
		for (const text of ["Monday to Friday", "Open 9am to 5pm", "Open 24/7", "Open all day, every day"])
			expect(said(changed("helplines.yaml", hours, `hours_text: ${text}`))).toContainEqual(
				`content/helplines.yaml:${lineOf("helplines.yaml", "hours_text")}  Family Rights Group: We are not sure of the hours, so write "Check the times on their website".`,
			);
	});
	test("print no number that we are not sure of", () => {
		expect(said(changed("helplines.yaml", "number: high", "number: low"))).toEqual([
			`content/helplines.yaml:${lineOf("helplines.yaml", "phone")}  Family Rights Group: We are not sure of the number, so do not print it.`,
		]);
	});
	test("say what a person should check", () => {
		expect(said(changed("helplines.yaml", "    verify: Confirm the hours\n", ""))).toEqual([
			expect.stringContaining("Say under verify what a person should check before launch."),
		]);
	});
});
