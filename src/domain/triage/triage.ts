import { normalise } from "#domain/triage/normalise.ts";
import { PLAIN_RULES } from "#domain/triage/plain-rules.ts";
import { graver, type Urgency } from "#domain/triage/urgency.ts";

/**
 * How urgent a message is. Pure, deterministic, and the first thing done with every message on every face.
 * Takes any string, of any length; an empty or unreadable one is `none`.
 */
export function triage(text: string): Urgency {
	const message = normalise(text);
	let worst: Urgency = { level: "none", reason: "none" };
	for (const rule of PLAIN_RULES) if (rule.pattern.test(message)) worst = graver(worst, rule.urgency);
	return worst;
}
