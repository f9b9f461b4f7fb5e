/**
 * What a host page may hear. Never a word that somebody wrote, a place, a kind of help or a service's name or id:
 * each of them can tell what a family lives through, and a page's analytics keep what they hear.
 */
export type WidgetEvents = {
	/** It shows itself and can be used. */
	readonly ready: { readonly area: string };
	/** Somebody searched, and this many services were found. */
	readonly search: { readonly area: string; readonly total: number };
	/** Somebody went on to the full site. */
	readonly open: { readonly area: string; readonly what: "service" | "directory" | "people" | "guide" };
	/** Somebody made contact, with a service or with the council. */
	readonly contact: { readonly area: string; readonly by: "phone" | "text" | "email" | "website" };
	/** It could not do its work; what stands between its tags is shown. */
	readonly error: {
		readonly area: string;
		readonly reason: "network" | "status" | "reply" | "attribute" | "script";
	};
};

declare global {
	interface HTMLElementEventMap {
		"fingerpost:ready": CustomEvent<WidgetEvents["ready"]>;
		"fingerpost:search": CustomEvent<WidgetEvents["search"]>;
		"fingerpost:open": CustomEvent<WidgetEvents["open"]>;
		"fingerpost:contact": CustomEvent<WidgetEvents["contact"]>;
		"fingerpost:error": CustomEvent<WidgetEvents["error"]>;
	}
}
