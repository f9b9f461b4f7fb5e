import type { WidgetAnswer } from "#widget/ask-directory.ts";
import { contactLink } from "#widget/contact-link.ts";
import { heading } from "#widget/heading.ts";
import { make } from "#widget/make-element.ts";
import { type DirectoryWords, fill } from "#widget/widget-words.ts";

type Urgent = NonNullable<WidgetAnswer["urgent"]>;

/** What stands first when the words of a search tell of danger: the server found it and wrote it. */
export function urgentNotice(words: DirectoryWords, { title, body, routes }: Urgent, level: number): HTMLElement {
	return make(
		"div",
		{ part: "urgent", class: "urgent" },
		heading(level, {}, title),
		...body.map((text) => make("p", {}, text)),
		make(
			"ul",
			{},
			...routes.map((route) =>
				make(
					"li",
					{},
					make("strong", {}, route.name),
					`. ${route.what_for} `,
					contactLink("phone", route.phone, fill(words.call, { number: route.phone ?? "" }), route.name),
					" ",
					contactLink("text", route.text, fill(words.text, { number: route.text ?? "" }), route.name),
				),
			),
		),
	);
}
