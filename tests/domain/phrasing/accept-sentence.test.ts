import fc from "fast-check";
import { expect, test } from "vitest";
import { content } from "#content/compiled/content.ts";
import { modelContent } from "#content/compiled/model.ts";
import { createAcceptance } from "#domain/phrasing/accept-sentence.ts";
import { createVocabulary } from "#domain/phrasing/plain-words.ts";

const held = modelContent();
if (!held) throw new Error("Run npm run build first.");
const accept = createAcceptance(createVocabulary(held.words), content.language.limits.parents);

const passage = (text: string, around = "") => [{ id: "p1", answer: "a", text, around }];
const says = (sentence: string, text: string, around = "") => accept(sentence, passage(text, around));

const COUNCIL = "The council should decide the next step within 1 working day.";
const CONFERENCE = "The first review should be within 3 months of the conference, and then at least every 6 months.";
const TELL = "The police must tell you what is going on and why. They must tell your parents and the council.";
const SIGN = "You do not have to sign. If you sign, you can take your child home at any time, unless a court says no.";
const LINES = "Family Lives listens to parents on 0808 800 2222. Childline is free on 0800 1111.";

test.each([
	["Within 1 working day, the council should decide the next step.", COUNCIL],
	["The council should choose the next step within one working day.", COUNCIL],
	["The next step should be decided within 1 working day.", COUNCIL],
	["The first review should be within 3 months of the conference.", CONFERENCE],
	["After that they should be at least every 6 months.", "Later reviews should be at least every 6 months."],
	["The police must tell you why.", TELL],
	["You don't have to sign.", SIGN],
	["Family Lives listens to parents on 0808 800 2222.", LINES],
	["You can ring Childline free on 0800 1111.", "Ring Childline on 0800 1111. It is free."],
])("%s is let through", (sentence, text) => {
	expect(says(sentence, text)).toEqual({ accepted: true });
});

test.each([
	["a longer limit", "The council should decide the next step within 2 working days.", COUNCIL],
	["days for working days", "The council should decide the next step within 1 day.", COUNCIL],
	["must for should", "The council must decide the next step within 1 working day.", COUNCIL],
	["no should", "The council decides the next step within 1 working day.", COUNCIL],
	["somebody else", "The social worker should decide the next step within 1 working day.", COUNCIL],
	["after for within", "The council should decide the next step after 1 working day.", COUNCIL],
	["the other number of the sentence", "The first review should be within 6 months of the conference.", CONFERENCE],
	["at most for at least", "Then it should be at most every 6 months.", CONFERENCE],
	["who tells and who is told", "You must tell the police what is going on and why.", TELL],
	["and for or", "They must tell your parents or the council.", TELL],
	["a duty for a freedom", "You have to sign.", SIGN],
	["a ban for a freedom", "You must not sign.", SIGN],
	["no unless", "If you sign, you can take your child home at any time.", SIGN],
	["if for unless", "You can take your child home at any time if a court says no.", SIGN],
	["another line's number", "Childline is free on 0808 800 2222.", LINES],
	["another line", "Samaritans listens to parents on 0808 800 2222.", LINES],
	["a reason", "The council should decide the next step within 1 working day because it is urgent.", COUNCIL],
	["always", "The council should always decide the next step within 1 working day.", COUNCIL],
	["a prediction", "The council should probably decide the next step within 1 working day.", COUNCIL],
	["an order to sign", "You should sign at any time.", SIGN],
	["a link", "The council should decide, see example.org.", COUNCIL],
	["hidden letters", "The council should decide the next step\u202e within 1 working day.", COUNCIL],
	["another alphabet", "Тhe council should decide the next step within 1 working day.", COUNCIL],
	["two sentences in one", "The council should decide. The next step is within 1 working day.", COUNCIL],
	["a question", "Should the court decide the next step?", COUNCIL],
	["nothing", "", COUNCIL],
])("%s is refused", (_name, sentence, text) => {
	expect(says(sentence, text).accepted).toBe(false);
});

test("a sentence that cites nothing is refused, even a reviewed one", () => {
	expect(accept(COUNCIL, []).accepted).toBe(false);
});

test("a sentence of a passage is let through as it stands", () => {
	fc.assert(
		fc.property(fc.constantFrom(COUNCIL, CONFERENCE), (sentence) => {
			expect(says(sentence, sentence)).toEqual({ accepted: true });
		}),
	);
});

test("any text gets a verdict, and none that the passage has no word of is let through", () => {
	fc.assert(
		fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => {
			expect(says(text, COUNCIL).accepted).toBe(false);
		}),
	);
});

test("a name may stand for they, and somebody who stands nowhere may not", () => {
	expect(
		says("The council should tell you why.", "They should tell you why.", "Can I see my file? Ask the council.")
			.accepted,
	).toBe(true);
	expect(
		says("The judge should tell you why.", "They should tell you why.", "Can I see my file? Ask the council.").accepted,
	).toBe(false);
});
