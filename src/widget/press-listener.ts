import { PRESS } from "#widget/contact-link.ts";
import type { WidgetEvents } from "#widget/widget-events.ts";

type Told =
	| { readonly name: "open"; readonly what: WidgetEvents["open"]["what"] }
	| { readonly name: "contact"; readonly by: WidgetEvents["contact"]["by"] };

const WHAT = ["service", "directory", "people", "guide"] as const;
const BY = ["phone", "text", "email", "website"] as const;

/** Tells of presses on links in here, by what kind of link it was and nothing more. */
export function listenForPresses(board: HTMLElement, tell: (told: Told) => void): void {
	board.addEventListener("click", (event) => {
		const link = event.target instanceof Element ? event.target.closest(`[${PRESS}]`) : null;
		const [name, kind] = (link?.getAttribute(PRESS) ?? "").split(":");
		const what = WHAT.find((each) => each === kind);
		const by = BY.find((each) => each === kind);
		if (name === "open" && what) tell({ name, what });
		if (name === "contact" && by) tell({ name, by });
	});
}
