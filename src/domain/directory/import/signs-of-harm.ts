/**
 * What a scheduled feed must not hold. An import that a person starts cleans script away and joins what has one id;
 * one that nobody looks on takes both as a sign that the feed has been broken into or broken down, and waits.
 */

/** Script, a frame, or a handler of events within a tag. A link that runs something counts too. */
const scriptRe = /<\s*\/?\s*(?:script|iframe|object|embed)\b|<[a-z][^<>]*\son[a-z]{3,20}\s*=|javascript\s*:\s*[\w(]/i;

/** More than this share of the records with an id that another has already is no slip of a page. */
const GREATEST_SHARE_REPEATED = 0.2;
const FEWEST_REPEATED = 5;

/** Why a feed is not to be taken unseen, in words for its owner; null where nothing is wrong. */
export function signsOfHarm(files: ReadonlyMap<string, string>): string | null {
	for (const [name, text] of files) {
		const found = script(text);
		if (found !== null)
			return `${name} holds script: "${found}". A directory has no use for it; ask the publisher whether the feed was tampered with.`;
		const ids = idsIn(text);
		const repeated = ids.length - new Set(ids).size;
		if (repeated >= FEWEST_REPEATED && repeated > ids.length * GREATEST_SHARE_REPEATED)
			return `${repeated} of ${ids.length} records in ${name} have an id that another has already.`;
	}
	return null;
}

/** Text within JSON may write its angle brackets in other ways. */
function script(text: string): string | null {
	const plain = text
		.replace(/\\u003c/gi, "<")
		.replace(/\\u003e/gi, ">")
		.replace(/&lt;/gi, "<");
	const found = scriptRe.exec(plain);
	return found === null ? null : plain.slice(found.index, found.index + 40).replace(/\s+/g, " ");
}

/** The ids of the records of a feed's list; none of a text that is no such list. */
function idsIn(text: string): readonly string[] {
	if (!/^\s*[[{]/.test(text)) return [];
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		return [];
	}
	const lists = Array.isArray(value)
		? [value]
		: typeof value === "object" && value !== null
			? Object.values(value)
			: [];
	const records = lists.find((list) => Array.isArray(list));
	return Array.isArray(records) ? records.flatMap(idOf) : [];
}

function idOf(record: unknown): readonly string[] {
	if (typeof record !== "object" || record === null || !("id" in record)) return [];
	return typeof record.id === "string" || typeof record.id === "number" ? [String(record.id)] : [];
}
