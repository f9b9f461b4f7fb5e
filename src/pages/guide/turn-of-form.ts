import { choiceId } from "#domain/conversation/choice-id.ts";
import type { TurnInput } from "#domain/conversation/turn.ts";

/** Longer than any id or postcode. */
const LONGEST_FIELD = 200;

/** What a person asked of the guide by a form of its pages. `show` is the same page again. */
export type Asked =
	| { readonly kind: "turn"; readonly input: TurnInput }
	| { readonly kind: "door"; readonly choice: string | null }
	| { readonly kind: "show" };

/** Written words come before everything else that a form may carry: they are what triage must read. */
export function turnOfForm(form: ReadonlyMap<string, string>): Asked {
	const text = form.get("text") ?? "";
	if (text.trim() !== "") return { kind: "turn", input: { kind: "text", text } };
	const choice = form.get("choice");
	if (choice) return { kind: "turn", input: { kind: "choice", id: choice.slice(0, LONGEST_FIELD) } };
	const postcode = form.get("postcode")?.trim();
	if (postcode) return { kind: "turn", input: { kind: "postcode", postcode: postcode.slice(0, LONGEST_FIELD) } };
	const door = form.get("door");
	if (door !== undefined) {
		return { kind: "door", choice: door ? choiceId("option", door.slice(0, LONGEST_FIELD)) : null };
	}
	return { kind: "show" };
}
