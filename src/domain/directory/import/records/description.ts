import type { Fields } from "#domain/directory/import/fields.ts";
import { joinTexts } from "#domain/directory/import/text/clean-text.ts";
import { mendWebAddress, pageOf } from "#domain/directory/import/values/web-address.ts";

/**
 * What a service says of itself. Directories keep some of it beside the description: an introduction, links to social
 * media, the local offer. That is put behind it, a paragraph or a line each, so that nothing of it is lost.
 */
export function readDescription(fields: Fields, url: string | undefined): string | undefined {
	const introduction = fields.text("intro", "introduction", "summary");
	const description = fields.text("description");
	const links = fields.list("links").flatMap((link) => {
		const address = link.mend(mendWebAddress, "url", "value");
		const label = link.line("label");
		link.line("id");
		// A link to where the service's own address leads says nothing new.
		return address === undefined || (url !== undefined && pageOf(url) === pageOf(address))
			? []
			: [label === undefined ? address : `${label}: ${address}`];
	});
	const offer = fields.child("local_offer");
	const offered = [offer?.text("description"), labelled("Local offer", offer?.mend(mendWebAddress, "link"))];
	const more = fields.list("more_about").flatMap((entry) => labelled(entry.line("label"), entry.text("text")) ?? []);
	const opening = introduction === undefined || contains(description, introduction) ? undefined : introduction;
	return joinTexts([opening, description, ...offered, ...more, links.join("\n")], "\n\n");
}

function labelled(label: string | undefined, text: string | undefined): string | undefined {
	if (text === undefined) return undefined;
	return label === undefined ? text : `${label}: ${text}`;
}

/** Whether a text says already what another says, letters and figures compared. */
function contains(text: string | undefined, part: string): boolean {
	const bare = (words: string) => words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
	return text !== undefined && bare(text).includes(bare(part));
}
