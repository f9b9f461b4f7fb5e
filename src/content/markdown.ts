import { marked, type Token, type Tokens } from "marked";
import type { Block, Inline } from "#domain/answers/block.ts";

export type MarkdownProblem = { readonly line: number; readonly message: string };

/**
 * Turns a body into blocks. Only what the guide can show everywhere is allowed: paragraphs, headings
 * (`**Words**` alone on a line), lists and links; anything else is a problem with its line in the body, from 1.
 */
export function parseBody(markdown: string): {
	readonly blocks: readonly Block[];
	readonly problems: readonly MarkdownProblem[];
} {
	const problems: MarkdownProblem[] = [];
	const blocks: Block[] = [];
	let line = 1;
	for (const token of marked.lexer(markdown)) {
		const refuse = (what: string) =>
			problems.push({
				line,
				message: `${what} cannot be shown here. Use paragraphs, **headings** on their own line, lists and links.`,
			});
		if (isParagraph(token)) {
			const heading = headingOf(token);
			if (heading !== null) blocks.push({ kind: "heading", text: heading });
			else blocks.push({ kind: "paragraph", content: inlines(token.tokens, refuse) });
		} else if (isList(token)) {
			blocks.push({
				kind: "list",
				ordered: token.ordered,
				items: token.items.map((item) => inlines(item.tokens, refuse)),
			});
		} else if (token.type !== "space") {
			refuse(`A ${token.type}`);
		}
		line += token.raw.split("\n").length - 1;
	}
	return { blocks, problems };
}

function headingOf(paragraph: Tokens.Paragraph): string | null {
	const [only, ...others] = paragraph.tokens;
	return only?.type === "strong" && others.length === 0 && "text" in only ? decode(String(only.text)) : null;
}

function inlines(tokens: readonly Token[], refuse: (what: string) => void): Inline[] {
	return tokens.flatMap((token): Inline[] => {
		if (isText(token)) return token.tokens ? inlines(token.tokens, refuse) : [{ text: decode(token.text) }];
		if (isParagraph(token)) return inlines(token.tokens, refuse);
		if (isStrong(token)) return [{ text: decode(token.text), strong: true }];
		if (isLink(token)) return [link(token, refuse)];
		if (token.type === "escape" && "text" in token) return [{ text: decode(String(token.text)) }];
		if (token.type === "br" || token.type === "space") return [{ text: " " }];
		refuse(`A ${token.type}`);
		return [];
	});
}

function link(token: Tokens.Link, refuse: (what: string) => void): Inline {
	const text = decode(token.text);
	const [scheme = "", id = ""] = splitOnce(token.href, ":");
	if (scheme === "term" || scheme === "answer" || scheme === "stage" || scheme === "page")
		return { text, link: { to: scheme, id } };
	if (scheme === "https") return { text, link: { to: "web", id: token.href } };
	refuse(`The link to "${token.href}"`);
	return { text };
}

function splitOnce(text: string, mark: string): readonly [string, string] {
	const at = text.indexOf(mark);
	return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}

/** marked escapes text for HTML; blocks hold plain words. */
function decode(text: string): string {
	return text.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity).replace(/\s*\n\s*/g, " ");
}
const ENTITIES: Readonly<Record<string, string>> = {
	"&amp;": "&",
	"&lt;": "<",
	"&gt;": ">",
	"&quot;": '"',
	"&#39;": "'",
};

function isParagraph(token: Token): token is Tokens.Paragraph {
	return token.type === "paragraph";
}
function isList(token: Token): token is Tokens.List {
	return token.type === "list";
}
function isText(token: Token): token is Tokens.Text {
	return token.type === "text";
}
function isStrong(token: Token): token is Tokens.Strong {
	return token.type === "strong";
}
function isLink(token: Token): token is Tokens.Link {
	return token.type === "link";
}
