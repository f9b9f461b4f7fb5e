import type { Urgency } from "#domain/triage/urgency.ts";

type Rule = { readonly pattern: RegExp; readonly urgency: Urgency };

const WHO = "(?:he|she|they|dad|mum|my \\w+|step ?dad|step ?mum|someone|boyfriend|ex|husband|wife|partner)";
const HURTS =
	"(?:hits?|hit|hitting|beats?|beat|beating|punch(?:es|ed|ing)?|kick(?:s|ed|ing)?|slap(?:s|ped|ping)?|strangl(?:es|ed|ing)|chok(?:es|ed|ing)|burn(?:s|t|ed)|hurt(?:s|ing)?)";

/** Plain statements of danger. Rules only raise; when several fit, the gravest counts. */
export const PLAIN_RULES: readonly Rule[] = [
	rule(
		"emergency",
		"self_harm_suicide",
		`\\b(?:i (?:have |'ve )?(?:just )?(?:took|taken|swallowed)|i'm (?:about to|going to) (?:take|jump|end)|(?:took|taken) an overdose|overdosed|going to kill myself|end my life tonight)\\b`,
	),
	rule(
		"emergency",
		"medical",
		"\\b(?:not breathing|stopped breathing|can't breathe|cant breathe|unconscious|won't wake|wont wake|floppy)\\b",
	),
	rule(
		"emergency",
		"physical_harm",
		"\\b(?:has (?:got )?a knife|with a knife|got a gun|trying to kill (?:me|us|her|him)|smash(?:ing)? (?:the|our|my) door|breaking (?:the|our|my) door)\\b",
	),
	rule("emergency", "physical_harm", `\\b${WHO} (?:is|'s) ${HURTS} (?:me|us|her|him|my \\w+) (?:now|right now)\\b`),
	rule(
		"urgent",
		"self_harm_suicide",
		"\\b(?:kill myself|want to die|wanna die|don't want to (?:be here|live|be alive)|dont wanna be (?:here|alive)|suicidal|cutting myself|self harm(?:ing)?|end it all)\\b",
	),
	rule(
		"urgent",
		"sexual_harm",
		`\\b(?:${WHO} (?:\\w+ )?(?:touch(?:es|ed|ing)? me|raped|abused me)|was raped|sexually abus)`,
	),
	rule("urgent", "physical_harm", `\\b${WHO} (?:\\w+ )?${HURTS} (?:me|us|my \\w+|the (?:kids|children|baby))\\b`),
	rule(
		"urgent",
		"disclosure_unspecified",
		"\\b(?:not safe at home|don't feel safe|dont feel safe|scared to go home|afraid to go home)\\b",
	),
];

function rule(level: Urgency["level"], reason: Urgency["reason"], pattern: string): Rule {
	return { pattern: new RegExp(pattern), urgency: { level, reason } };
}
