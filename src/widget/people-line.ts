import { contactLink, siteLink } from "#widget/contact-link.ts";
import type { Setting } from "#widget/fingerpost-element.ts";
import { make } from "#widget/make-element.ts";
import { fill } from "#widget/widget-words.ts";

/** The way to people, below everything: in danger, the council's own number, everyone else. No widget is a dead end. */
export function peopleLine(
	{ words, server, attributes: { area, phone } }: Setting,
	...more: readonly Node[]
): HTMLElement {
	const { people } = words;
	return make(
		"div",
		{ part: "foot", class: "foot" },
		...more,
		phone ? contactLink("phone", phone, fill(people.call_us, { phone }), "") : null,
		siteLink(`${server}/people/${area}`, "people", "link", people.person),
		make("span", {}, `${people.danger} `, contactLink("phone", "999", people.call_999, "")),
	);
}
