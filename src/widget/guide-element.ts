import { siteLink } from "#widget/contact-link.ts";
import { FingerpostElement, type Setting } from "#widget/fingerpost-element.ts";
import { heading } from "#widget/heading.ts";
import { make, put } from "#widget/make-element.ts";
import { peopleLine } from "#widget/people-line.ts";

/**
 * `<fingerpost-guide>`: a card that leads to the guide. The conversation itself stays on its own site, where the page
 * around it cannot listen. It asks nothing of the server.
 */
export class FingerpostGuideElement extends FingerpostElement {
	protected begin(setting: Setting): void {
		const { server, attributes, words } = setting;
		const young = attributes.audience.some((each) => each.replace("-", "_").startsWith("young_pe"));
		const title = heading(
			attributes.headingLevel,
			{ id: "title", part: "title" },
			young ? words.guide.young_title : words.guide.title,
		);
		const start = siteLink(`${server}/?area=${attributes.area}`, "guide", "button", words.guide.start);
		start.className = "button";
		this.board.setAttribute("aria-labelledby", "title");
		put(
			this.board,
			title,
			make("p", { part: "summary" }, young ? words.guide.young_body : words.guide.body),
			make("p", {}, start),
			peopleLine(setting),
		);
		this.show(true);
		this.emit("ready", { area: attributes.area });
	}

	protected stop(): void {
		this.board.textContent = "";
	}
}

declare global {
	interface HTMLElementTagNameMap {
		"fingerpost-guide": FingerpostGuideElement;
	}
}
