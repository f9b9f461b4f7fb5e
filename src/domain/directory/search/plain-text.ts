const ENTITIES: Readonly<Record<string, string>> = {
	amp: "&",
	lt: "<",
	gt: ">",
	quot: '"',
	apos: "'",
	nbsp: " ",
	pound: "£",
	ndash: "–",
	mdash: "—",
	rsquo: "’",
	lsquo: "‘",
	ldquo: "“",
	rdquo: "”",
	hellip: "…",
	bull: "•",
	eacute: "é",
};

/** Text without HTML tags, entities, Markdown links and doubled spaces, on one line. */
export function plainText(text: string): string {
	if (!/[<&[\]*_\\\n\r\t\u00a0]| {2}/.test(text)) return text.trim();
	return text
		.replace(/<(script|style)\b[^>]*>[\s\S]*?<\/\1\s*>/gi, " ")
		.replace(/<[a-z/!][^>]*>/gi, " ")
		.replace(/&(#x?[0-9a-f]{1,6}|[a-z]{2,8});/gi, (whole, name: string) => entity(name) ?? whole)
		.replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
		.replace(/(^|\s)[*_#>]+|[*_]+(?=\s|$)/g, "$1")
		.replace(/\\([[\]()*_#.!-])/g, "$1")
		.replace(/\s+/g, " ")
		.trim();
}

function entity(name: string): string | undefined {
	const lower = name.toLowerCase();
	if (!lower.startsWith("#")) return ENTITIES[lower];
	const code = lower.startsWith("#x") ? Number.parseInt(lower.slice(2), 16) : Number.parseInt(lower.slice(1), 10);
	return code >= 32 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : " ";
}

/** The first sentences of a text that fit in `limit` characters; where not even one fits, whole words and "…". */
export function openingOf(text: string, limit: number): string {
	if (text.length <= limit) return text;
	const cut = text.slice(0, limit);
	const sentence = Math.max(cut.lastIndexOf(". "), cut.lastIndexOf("! "), cut.lastIndexOf("? "));
	if (sentence > limit / 3) return cut.slice(0, sentence + 1);
	const space = cut.lastIndexOf(" ");
	return `${cut.slice(0, space > 0 ? space : limit).replace(/[\s,;:–—-]+$/, "")}…`;
}
