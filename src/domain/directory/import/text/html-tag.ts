import { decodeEntities } from "#domain/directory/import/text/entities.ts";

const words = (text: string) => text.split(" ");

/** Elements that stand on lines of their own, and how many line ends part them from what is around. */
export const LINE_ENDS: ReadonlyMap<string, number> = new Map([
	...words(
		"p div section article header footer main aside nav h1 h2 h3 h4 h5 h6 dl table blockquote pre figure form fieldset address hr body html",
	).map((name) => [name, 2] as const),
	...words("tr dt dd caption figcaption option thead tbody tfoot center legend").map((name) => [name, 1] as const),
]);
/** What these hold is not meant to be read. */
export const UNREAD: ReadonlySet<string> = new Set(
	words("script style head template noscript textarea svg math object applet select canvas"),
);
const OTHERS = new Set(
	words(
		"a abbr acronym audio b base bdi bdo big br button cite code col colgroup data datalist del details dfn dialog em embed " +
			"font frame frameset i iframe img input ins kbd label li link map mark menu meta meter ol output param path picture q rb " +
			"rp rt ruby s samp small source span strike strong sub summary sup td th time title track tt u ul use var video wbr xmp area",
	),
);
/** Word processors leave elements with these prefixes, "<o:p>". */
const OFFICE = /^(?:o|v|w|m|st1|xml):/;

export type Tag = {
	readonly name: string;
	readonly closing: boolean;
	readonly attributes: string;
	/** Where the text goes on. */
	readonly end: number;
};

/** The element that starts at `at`; null where the "<" is only a character ("<3", "<jo@example.org>"). */
export function tagAt(html: string, at: number): Tag | null {
	const head = /<(\/?)([a-z][a-z0-9]*(?::[a-z][a-z0-9]*)?)(?=[\s/>])/iy;
	head.lastIndex = at;
	const match = head.exec(html);
	const name = match?.[2]?.toLowerCase() ?? "";
	if (!match || !(LINE_ENDS.has(name) || UNREAD.has(name) || OTHERS.has(name) || OFFICE.test(name))) return null;
	const from = head.lastIndex;
	const end = endOfTag(html, from);
	return { name, closing: match[1] === "/", attributes: html.slice(from, end), end: end + 1 };
}

/** The ">" outside quotation marks; failing that the next ">" of any kind, or the end of the text. */
function endOfTag(html: string, from: number): number {
	let quote = "";
	for (let at = from; at < html.length; at += 1) {
		const char = html.charAt(at);
		if (quote !== "") quote = char === quote ? "" : quote;
		else if (char === ">") return at;
		else if ((char === '"' || char === "'") && html.charAt(at - 1) === "=") quote = char;
	}
	const any = html.indexOf(">", from);
	return any === -1 ? html.length : any;
}

/** The value of an attribute with its entities decoded, "" where it is not there. */
export function attributeOf(tag: Tag, name: "alt" | "href" | "src"): string {
	const match = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, "i").exec(tag.attributes);
	return decodeEntities(match?.[1] ?? match?.[2] ?? match?.[3] ?? "");
}
