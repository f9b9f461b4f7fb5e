import * as z from "zod";
import { Audience } from "#domain/conversation/audience.ts";
import { Stage } from "#domain/conversation/stage.ts";

/** "Did this help?" */
export const HELPED = ["yes", "partly", "no"] as const;
/** "What was missing?" Their words are in `content/words/help.yaml`. */
export const MISSING = [
	"not_my_question",
	"hard_to_read",
	"more_detail",
	"my_area",
	"a_person",
	"seems_wrong",
] as const;

const Id = z.string().regex(/^[\w-]{1,90}$/);

/** What somebody says helped: an answer, a step, a service, or where the guide's questions led. No words and nobody's name. */
export const HelpItem = z.discriminatedUnion("kind", [
	z.object({ kind: z.literal("answer"), id: Id }),
	z.object({ kind: z.literal("stage"), id: Stage, reader: Audience }),
	z.object({ kind: z.literal("service"), id: Id, area: Id }),
	/** "parent/section-47": the flow and the node its questions led to. */
	z.object({ kind: z.literal("outcome"), id: z.string().regex(/^[a-z0-9-]{1,60}\/[a-z0-9-]{1,60}$/) }),
]);
export type HelpItem = Readonly<z.infer<typeof HelpItem>>;

/** An item as one short text: "answer:s47-what", "stage:court:parent", "service:…". Also how it travels in a form. */
export function helpItemKey(item: HelpItem): string {
	switch (item.kind) {
		case "answer":
		case "outcome":
			return `${item.kind}:${item.id}`;
		case "stage":
			return `stage:${item.id}:${item.reader}`;
		case "service":
			return `service:${item.id}:${item.area}`;
	}
}

/** The item of such a text; null for anything else. */
export function readHelpItem(text: string): HelpItem | null {
	const [kind, id, more] = text.split(":");
	const read = HelpItem.safeParse({ kind, id, reader: more, area: more });
	return read.success ? read.data : null;
}

/** One tap. `missing` comes after "partly" and "no". */
export const HelpTap = z.union([z.object({ helped: z.enum(HELPED) }), z.object({ missing: z.enum(MISSING) })]);
export type HelpTap = Readonly<z.infer<typeof HelpTap>>;
