import { FingerpostDirectoryElement } from "#widget/directory-element.ts";
import { FingerpostGuideElement } from "#widget/guide-element.ts";

/** The script that a page loads. A browser without what it needs keeps what the page wrote between the tags. */
const able =
	"customElements" in window && "IntersectionObserver" in window && "adoptedStyleSheets" in Document.prototype;

const elements = [
	["fingerpost-directory", FingerpostDirectoryElement],
	["fingerpost-guide", FingerpostGuideElement],
] as const;

for (const [name, element] of able ? elements : []) {
	try {
		// A page may hold the script twice, or two versions of it: the first one serves them all.
		if (!customElements.get(name)) customElements.define(name, element);
	} catch {
		// Somebody else's polyfill refused; what the page wrote stays.
	}
}
