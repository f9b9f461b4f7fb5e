import { make } from "#widget/make-element.ts";
import { serverAddress } from "#widget/server-address.ts";
import { readAttributes, WIDGET_ATTRIBUTES, type WidgetAttributes } from "#widget/widget-attributes.ts";
import type { WidgetEvents } from "#widget/widget-events.ts";
import { type WidgetWords, wordsFor } from "#widget/widget-words.ts";

/** What a widget needs to show itself. */
export type Setting = {
	readonly server: string;
	readonly attributes: WidgetAttributes;
	readonly words: WidgetWords;
};

/** Keys that do something in a field or between fields: a page's own dialog may need to hear of them. */
const letterRe = /^.$/u;

/**
 * What both widgets share: a shadow root whose styles need no leave from the page's content policy, the page's own
 * content in a slot until there is something better, events, and that nothing is ever thrown into the page.
 */
export abstract class FingerpostElement extends HTMLElement {
	static readonly observedAttributes: readonly string[] = WIDGET_ATTRIBUTES;

	/** Where the widget draws itself. Hidden until it can be used. */
	protected readonly board = make("div", {
		class: "board",
		part: "base",
		role: "group",
		hidden: true,
		// What is typed here is not for those who record what visitors do: Hotjar, LogRocket, Clarity.
		"data-hj-suppress": true,
		"data-private": true,
		"data-clarity-mask": "true",
	});
	/** Shows what the page wrote between the tags. */
	protected readonly fallback = make("slot");
	private shown: string | null = null;

	constructor() {
		super();
		const root = this.attachShadow({ mode: "open" });
		root.adoptedStyleSheets = [sharedStyles()];
		root.appendChild(this.board);
		root.appendChild(this.fallback);
		for (const type of ["keydown", "keypress", "keyup", "input", "change"] as const)
			this.board.addEventListener(type, keepToItself);
	}

	connectedCallback(): void {
		this.restart();
	}

	disconnectedCallback(): void {
		this.shown = null;
		this.safely(() => this.stop());
	}

	attributeChangedCallback(): void {
		if (this.isConnected) Promise.resolve().then(() => this.restart());
	}

	/** Begins with these attributes. What it asks for, it asks when somebody acts or sees it. */
	protected abstract begin(setting: Setting): void;
	protected abstract stop(): void;

	protected emit<Name extends keyof WidgetEvents>(name: Name, detail: WidgetEvents[Name]): void {
		this.dispatchEvent(new CustomEvent(`fingerpost:${name}`, { bubbles: true, composed: true, detail }));
	}

	/** Shows the widget in the place of what the page wrote, or gives that its place back. */
	protected show(own: boolean): void {
		this.board.hidden = !own;
		this.fallback.hidden = own;
	}

	/** Runs this, so that a fault of ours leaves the page's own content in its place and the page unharmed. */
	protected safely(work: () => void): void {
		try {
			work();
		} catch {
			this.show(false);
			this.emit("error", { area: this.getAttribute("area") ?? "", reason: "script" });
		}
	}

	private restart(): void {
		const now = WIDGET_ATTRIBUTES.map((name) => this.getAttribute(name)).join("\n");
		if (!this.isConnected || now === this.shown) return;
		this.shown = now;
		this.safely(() => {
			this.stop();
			this.show(false);
			const attributes = readAttributes((name) => this.getAttribute(name));
			if (!attributes || serverAddress === null) {
				this.emit("error", { area: this.getAttribute("area") ?? "", reason: attributes ? "script" : "attribute" });
				return;
			}
			const words = wordsFor(FINGERPOST_LANGUAGES, attributes.lang);
			this.board.lang = words.lang;
			this.board.dir = words.dir;
			this.begin({ server: serverAddress, attributes, words });
		});
	}
}

/** What is typed is between the person and the widget: the page's short cuts and listeners do not hear it bubble. */
function keepToItself(event: Event): void {
	if (!(event instanceof KeyboardEvent) || letterRe.test(event.key)) event.stopPropagation();
}

let styles: CSSStyleSheet | null = null;

/** One sheet for all widgets of a page. */
function sharedStyles(): CSSStyleSheet {
	if (styles === null) {
		styles = new CSSStyleSheet();
		styles.replaceSync(FINGERPOST_STYLES);
	}
	return styles;
}
