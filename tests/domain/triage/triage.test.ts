import { describe, expect, test } from "vitest";
import { triage } from "#domain/triage/triage.ts";

describe("plain statements", () => {
	test.each([
		["my dad hits me", "urgent"],
		["My mum's boyfriend punched my sister", "urgent"],
		["he beats me with a belt", "urgent"],
		["my uncle touches me in my private place", "urgent"],
		["i was raped", "urgent"],
		["i want to die", "urgent"],
		["i cut myself", "urgent"],
		["my husband hits me", "urgent"],
		["my parents are forcing me to get married", "urgent"],
		["i don't feel safe at home", "urgent"],
		["they make me sell drugs", "urgent"],
		["i am scared i will hurt my baby", "urgent"],
		["i took an overdose", "emergency"],
		["im going to kill myself tonight", "emergency"],
		["he has a knife", "emergency"],
		["my baby is not breathing", "emergency"],
		["my mum wont wake up", "emergency"],
		["my 4 year old is missing", "emergency"],
		["he is hitting me right now", "emergency"],
	] as const)("%s: at least %s", (text, level) => {
		expect(level === "emergency" ? ["emergency"] : ["urgent", "emergency"]).toContain(triage(text).level);
	});
});

test.each([
	"tata mnie bije",
	"chcę się zabić",
	"abbu mujhe marte hain",
	"mera shohar mujhe marta hai",
	"tata mă bate",
	"أبي يضربني",
	"أريد أن أموت",
	"আব্বু আমাকে মারে",
	"amar baba amake mare",
	"babam beni dövüyor",
	"o meu pai bate-me",
])("the commonest disclosure is understood in another language: %s", (text) => {
	expect(["urgent", "emergency"]).toContain(triage(text).level);
});

test.each([
	"he has never hit us",
	"im not suicidal",
	"what is a child in need plan",
	"what happens after a section 47 for physical abuse",
	"can i bring a friend to the conference",
	"my killer headache is back",
	"thanks",
	"",
])("a question, a denial or a saying raises nothing: %s", (text) => {
	expect(["none", "concern"]).toContain(triage(text).level);
});

test.each([
	["m y dad hits me", "d a d hits me"],
	["my dad h1ts me", "my dad hiiiits me"],
	["MY DAD HITS ME!!!", "my… dad… hits… me"],
	["m\u200by d\u200bad hits me", "my dаd hits me"],
])("disguised letters change nothing: %s, %s", (...texts) => {
	for (const text of texts) expect(triage(text).level).toBe("urgent");
});
