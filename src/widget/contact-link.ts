import { make } from "#widget/make-element.ts";
import type { WidgetEvents } from "#widget/widget-events.ts";

/** Kept on a link, so that one listener can tell what a press of it is: "contact:phone", "open:service". */
export const PRESS = "data-press";

type By = WidgetEvents["contact"]["by"];
const SCHEMES = { phone: "tel:", text: "sms:", email: "mailto:", website: "" } as const satisfies Record<By, string>;

/**
 * A link to ring, text, write or visit. Null where the address is not of its kind: directories are written by hand,
 * and nothing but a web address may become a link to a site.
 */
export function contactLink(by: By, target: string | undefined, label: string, about: string): HTMLElement | null {
	const address = target?.trim() ?? "";
	const clean = by === "phone" || by === "text" ? address.replace(/[^\d+]/g, "") : address;
	if (clean === "" || (by === "website" && !/^https?:\/\//i.test(clean))) return null;
	return make(
		"a",
		{
			href: SCHEMES[by] + clean,
			part: "contact",
			class: "contact",
			rel: "noreferrer nofollow",
			[PRESS]: `contact:${by}`,
		},
		label,
		about === "" ? null : make("span", { class: "unseen" }, ` (${about})`),
	);
}

/** A link into the full site. It says nothing of the page that it stands on. */
export function siteLink(href: string, what: WidgetEvents["open"]["what"], part: string, label: string): HTMLElement {
	return make("a", { href, part, rel: "noreferrer", referrerpolicy: "no-referrer", [PRESS]: `open:${what}` }, label);
}
