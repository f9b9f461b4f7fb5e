import { linkAsText } from "#domain/directory/import/text/link-text.ts";

const STRONG = /\*\*(?=[^\s*])((?:(?!\*\*)[^\n])*?[^\s])\*\*/g;
/** Marks that addresses hold too ("a_b@c.org"), so they count only between words. */
const EMPHASIS = /(^|[\s("'])([*_]|__)(?=[^\s*_])([^*_\n]*[^\s*_])\2(?=$|\s|[)"'.,;:!?](?:$|[\s)"'.,;:!?]))/gm;
const LINK = /!?\[([^[\]\n]*)\]\(\s*<?([^\s()<>]+(?:\([^\s()]*\)[^\s()<>]*)*)>?(?:\s+(?:"[^"\n]*"|'[^'\n]*'))?\s*\)/g;
const AUTOLINK = /<((?:https?:\/\/|mailto:)[^\s<>]+)>/gi;
/** "## About" and, as some directories write, "#Access information"; not a lone "#hashtag". */
const HEADING = /^[ \t]*(?:#{2,6}[ \t]*|#[ \t]+|#(?=[A-Z][a-z]+ [a-z]))(?=\S)(.*?)[ \t]*#*[ \t]*$/gm;
const BULLET = /^([ \t]*)\*[ \t]+(?=\S)/gm;
const ESCAPED = /\\([\\`*_{}[\]()#+.!>~-])/g;

function pass(text: string): string {
	return text
		.replace(LINK, (_whole, words: string, address: string) => linkAsText(words, address))
		.replace(AUTOLINK, (_whole, address: string) => linkAsText("", address))
		.replace(STRONG, "$1")
		.replace(HEADING, "$1")
		.replace(BULLET, "$1- ")
		.replace(EMPHASIS, "$1$3");
}

/**
 * Markdown to plain text: headings, bold, italics and bullets lose their marks, links keep their words and address.
 * Text without such marks comes back as it is.
 */
export function markdownToText(text: string): string {
	if (!/[*_#[<]/.test(text)) return text;
	let plain = text;
	for (let before = ""; before !== plain; ) {
		before = plain;
		plain = pass(plain);
	}
	if (plain === text) return text;
	return plain.replace(/\*{2,}/g, "").replace(ESCAPED, "$1");
}
