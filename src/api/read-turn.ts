import { messageIn } from "#api/words-of-body.ts";
import { Turn } from "#domain/conversation/turn.ts";

export type ReadTurn =
	| { readonly ok: true; readonly turn: Turn }
	| { readonly ok: false; readonly text: string; readonly detail: string };

/**
 * Reads the body of a turn. A body that cannot be taken still gives back every word a person may have written in it,
 * so that triage can read them: nothing, malformed JSON included, stands between a cry for help and its answer.
 */
export function readTurn(body: string): ReadTurn {
	let value: unknown;
	try {
		value = JSON.parse(body);
	} catch {
		return {
			ok: false,
			text: body,
			detail: 'The body is not valid JSON. Send {"input": {"kind": "text", "text": "…"}}.',
		};
	}
	const text = messageIn(value);
	if (text.includes("\0") || !text.isWellFormed())
		return { ok: false, text, detail: "A text holds a NUL or half of a character pair. Send well-formed Unicode." };
	const read = Turn.safeParse(forgiving(value));
	if (read.success) return { ok: true, turn: read.data };
	const issue = read.error.issues[0];
	return { ok: false, text, detail: `${issue?.path.join(".") || "The body"}: ${issue?.message ?? "not as expected"}.` };
}

/** A state token that is no string, or too long, is a fresh start rather than a refusal. */
function forgiving(value: unknown): unknown {
	if (typeof value !== "object" || value === null || !("state" in value)) return value;
	const { state, ...rest } = value;
	return typeof state === "string" && state.length <= LONGEST_STATE ? value : rest;
}
const LONGEST_STATE = 4000;
