import { decodeEntities } from "#domain/directory/import/text/entities.ts";
import { attributeOf, LINE_ENDS, tagAt, UNREAD } from "#domain/directory/import/text/html-tag.ts";
import { linkAsText } from "#domain/directory/import/text/link-text.ts";

/** Plain text as it grows: line ends wait until words follow, so that empty elements leave none. */
function openPage() {
	const pieces: string[] = [];
	let lineEnds = 0;
	let marker = "";
	let glued = true;
	const flush = () => {
		if (lineEnds > 0 && pieces.length > 0) pieces.push("\n".repeat(lineEnds));
		if (marker !== "") pieces.push(marker);
		if (lineEnds > 0 || marker !== "") glued = true;
		lineEnds = 0;
		marker = "";
	};
	return {
		write: (text: string) => {
			const starts = glued || lineEnds > 0 || marker !== "";
			const words = starts ? text.replace(/^[ \t\r\n]+/, "") : text;
			if (words === "") return;
			flush();
			pieces.push(words);
			glued = false;
		},
		breakLine: (count: number) => {
			if (marker === "") lineEnds = Math.max(lineEnds, count);
		},
		oneMoreLine: () => {
			if (marker === "") lineEnds = Math.min(2, lineEnds + 1);
		},
		item: (text: string) => {
			lineEnds = Math.max(lineEnds, 1);
			marker = text;
		},
		/** From here to `closeLink` the text is a link. */
		openLink: () => {
			flush();
			return pieces.length;
		},
		closeLink: (from: number, address: string) => {
			const link = linkAsText(pieces.splice(from).join(""), address);
			if (link !== "") pieces.push(link);
		},
		text: () => pieces.join(""),
	};
}

type Page = ReturnType<typeof openPage>;
type Link = { readonly from: number; readonly address: string };

/** Where the text goes on after a comment or a declaration at `at`; null where there is none. */
function afterComment(html: string, at: number): number | null {
	const end = html.startsWith("<!--", at) ? "-->" : /<[!?][a-z[]/iy.test(html.slice(at, at + 3)) ? ">" : null;
	if (end === null) return null;
	const found = html.indexOf(end, at);
	return found === -1 ? html.length : found + end.length;
}

/** Where the text goes on after an element whose content is not read. A script that never ends takes the rest. */
function afterUnread(html: string, name: string, at: number): number {
	const closing = new RegExp(`</${name}[\\s>]`, "gi");
	closing.lastIndex = at;
	const end = closing.exec(html);
	if (end === null) return name === "script" || name === "style" ? html.length : at;
	const close = html.indexOf(">", end.index);
	return close === -1 ? html.length : close + 1;
}

function readList(page: Page, lists: number[], name: string, closing: boolean): void {
	if (name === "li") {
		const number = lists.at(-1) ?? 0;
		if (closing) page.breakLine(1);
		else page.item(number > 0 ? `${number}. ` : "- ");
		if (!closing && number > 0) lists[lists.length - 1] = number + 1;
		return;
	}
	page.breakLine(lists.length > (closing ? 1 : 0) ? 1 : 2);
	if (closing) lists.pop();
	else lists.push(name === "ol" ? 1 : 0);
}

function pass(html: string): string {
	// Where elements make the lines, the source's own line ends mean nothing.
	const flows = /<(?:p|div|br|li|ul|ol|h[1-6]|table|section|article)[\s/>]/i.test(html);
	const page = openPage();
	const links: Link[] = [];
	const lists: number[] = [];
	const unending = new Set<string>();
	const closeLink = () => {
		const link = links.pop();
		if (link) page.closeLink(link.from, link.address);
	};
	let at = 0;
	while (at < html.length) {
		const open = html.indexOf("<", at);
		const text = html.slice(at, open === -1 ? html.length : open);
		page.write(decodeEntities(flows ? text.replace(/[ \t\r\n]+/g, " ") : text));
		if (open === -1) break;
		const after = afterComment(html, open);
		const tag = after === null ? tagAt(html, open) : null;
		if (tag === null) {
			if (after === null) page.write("<");
			at = after ?? open + 1;
			continue;
		}
		at = tag.end;
		const { name, closing } = tag;
		if (UNREAD.has(name)) {
			if (closing || tag.attributes.endsWith("/") || unending.has(name)) continue;
			const next = afterUnread(html, name, at);
			if (next === at) unending.add(name);
			at = next;
		} else if (name === "a") {
			closeLink();
			if (!closing) links.push({ from: page.openLink(), address: attributeOf(tag, "href") });
		} else if (name === "br") page.oneMoreLine();
		else if (name === "ul" || name === "ol" || name === "li" || name === "menu") readList(page, lists, name, closing);
		else if (name === "img" && !closing) page.write(attributeOf(tag, "alt"));
		else if (name === "iframe" && !closing) page.write(` ${linkAsText("", attributeOf(tag, "src"))} `);
		else if ((name === "td" || name === "th") && closing) page.write(" ");
		else page.breakLine(LINE_ENDS.get(name) ?? 0);
	}
	while (links.length > 0) closeLink();
	return page.text();
}

/**
 * HTML to plain text: paragraphs and lists keep their shape, links keep their words and address.
 * Only elements that HTML knows count, so "I <3 you" and "<jo@example.org>" stay. Text without markup comes back as is.
 */
export function htmlToText(text: string): string {
	if (!/[<&]/.test(text)) return text;
	return /<[a-z/!?]/i.test(text) ? pass(text) : decodeEntities(text);
}
