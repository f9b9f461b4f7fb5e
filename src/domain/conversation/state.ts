import * as z from "zod";
import { Audience } from "#domain/conversation/audience.ts";
import { SMALL_TALK } from "#domain/conversation/small-talk.ts";
import { Stage } from "#domain/conversation/stage.ts";
import { AreaSlug } from "#domain/directory/area.ts";
import { Reason, Urgency } from "#domain/triage/urgency.ts";

/** What a person has before them, told by ids in the state: a state alone is enough to show the page again. */
export const Shows = z.discriminatedUnion("kind", [
	z.object({ kind: z.literal("question") }),
	z.object({ kind: z.literal("outcome") }),
	/** One part of the page of the stage the person is at, such as their rights. */
	z.object({ kind: z.literal("part"), part: z.string().max(30) }),
	z.object({ kind: z.literal("answer"), also: z.string().max(90).optional() }),
	z.object({ kind: z.literal("clarify") }),
	z.object({ kind: z.literal("no_answer") }),
	/** An answer to what was no question, beside what stood there before. */
	z.object({ kind: z.literal("small_talk"), talk: z.enum(SMALL_TALK) }),
	/** Services for what was looked for, told by needs of ours. */
	z.object({ kind: z.literal("services"), needs: z.array(z.string().max(60)).max(3) }),
	z.object({ kind: z.literal("dates") }),
	z.object({ kind: z.literal("place") }),
]);
export type Shows = z.infer<typeof Shows>;

/** As many likely questions as are kept to be offered again. */
export const MOST_OFFERED = 6;

/**
 * What travels from turn to turn: chosen options and ids of reviewed things, never a person's words.
 * Short keys, since it travels in a cookie where there is no script.
 */
export const State = z.object({
	v: z.literal(1),
	area: AreaSlug.optional(),
	audience: Audience.optional(),
	shows: Shows.default({ kind: "question" }),
	/** The flow walked, and the option chosen at each question so far. */
	flow: z.string().max(60).optional(),
	chosen: z.array(z.string().max(60)).max(12).default([]),
	stage: Stage.optional(),
	/** The reviewed answer shown last, and the likely questions offered last. */
	answer: z.string().max(90).optional(),
	offered: z.array(z.string().max(90)).max(MOST_OFFERED).default([]),
	/** The date a person gave, and what happened on it. */
	date: z.iso.date().optional(),
	event: z.string().max(60).optional(),
	/** The gravest urgency of the whole conversation, and whether its card was made small. */
	card: Urgency.optional(),
	shrunk: z.boolean().optional(),
	/** The worry that the last message told of, for its quiet card. */
	worry: Reason.optional(),
});
export type State = z.infer<typeof State>;

export const FRESH: State = { v: 1, shows: { kind: "question" }, chosen: [], offered: [] };

/** The token of a state: base64url of its JSON. Opaque to clients, checked again on the way back in. */
export function writeState(state: State): string {
	return btoa(plainAscii(JSON.stringify(state)))
		.replaceAll("+", "-")
		.replaceAll("/", "_")
		.replace(/=+$/, "");
}

/** JSON whose other letters are escaped: base64 takes single bytes only, and an event may be named in any. */
function plainAscii(json: string): string {
	return json.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** The state of a token; a fresh one when the token is absent, damaged, too old or not ours. */
export function readState(token: string | undefined): State {
	if (!token) return FRESH;
	try {
		return State.parse(JSON.parse(atob(token.replaceAll("-", "+").replaceAll("_", "/"))));
	} catch {
		return FRESH;
	}
}
