import { CallBackAudience, type CallBackRequest } from "#domain/call-backs/call-back.ts";

/** Topics offered to be passed on, and whether the person leaves them in. */
export type AboutChoice = { readonly id: string; readonly on: boolean };

/** What stands in the form: all that was typed, so that nothing is lost when something is wrong. */
export type AskFields = {
	readonly text: Readonly<Record<TextField, string>>;
	readonly ticks: ReadonlySet<string>;
	readonly who: CallBackAudience;
	readonly about: readonly AboutChoice[];
};

export const TEXT_FIELDS = ["name", "phone", "email", "when", "language", "line"] as const;
export type TextField = (typeof TEXT_FIELDS)[number];
export const SAFE_TICKS = ["safe_ring", "safe_text", "safe_message"] as const;
export const HELP_TICKS = ["interpreter", "textphone", "bsl"] as const;

/** A field that people do not see and programs fill. */
export const TRAP = "contact_again";

const MOST_TOPICS = 10;

/** The fields of a form, whatever was sent. On the way in from the guide `about` holds ids; each is offered ticked. */
export function readAskFields(form: ReadonlyMap<string, string>, young: boolean): AskFields {
	const offered = [...new Set((form.get("about") ?? "").split(",").filter((id) => /^[a-z0-9_-]{1,60}$/.test(id)))];
	const fresh = form.has("open");
	const who = CallBackAudience.safeParse(form.get("who"));
	return {
		text: {
			name: form.get("name") ?? "",
			phone: form.get("phone") ?? "",
			email: form.get("email") ?? "",
			when: form.get("when") ?? "",
			language: form.get("language") ?? "",
			line: form.get("line") ?? "",
		},
		ticks: new Set([...SAFE_TICKS, ...HELP_TICKS].filter((tick) => form.has(tick))),
		who: who.success ? who.data : young ? "young_person" : "parent",
		about: offered.slice(0, MOST_TOPICS).map((id) => ({ id, on: fresh || form.has(`about_${id}`) })),
	};
}

/** The request that the fields make. */
export function requestOf({ text, ticks, who, about }: AskFields): CallBackRequest {
	return {
		...text,
		safe: {
			ring: ticks.has("safe_ring"),
			text: ticks.has("safe_text"),
			message: ticks.has("safe_message"),
		},
		interpreter: ticks.has("interpreter"),
		textphone: ticks.has("textphone"),
		bsl: ticks.has("bsl"),
		who,
		about: about.filter(({ on }) => on).map(({ id }) => id),
	};
}
