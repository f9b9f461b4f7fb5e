import { type Placed, type Sentence, stands } from "#domain/phrasing/clauses.ts";
import { telling } from "#domain/phrasing/support.ts";

/** What is left of a reviewed sentence says it again from this share on. */
const HALF = 0.5;
const FEWEST = 2;
/** A stretch before a comma longer than this is no mere "In an emergency". */
const LONGEST_LEAD = 8;
/** Words that make a harm, a risk or a duty a narrower one, by their roots. */
const NARROWING = new Set([
	"serious",
	"signific",
	"possibl",
	"reason",
	"in an emerg",
	"emerg",
	"urgent",
	"likely",
	"immedi",
	"alon",
]);

/** Whom and what a reviewed sentence is about is not widened: "In an emergency", "At 16 or 17", "serious" stay with what they limit. */
export function scopeFault(said: Sentence, sources: readonly Sentence[]): string | null {
	for (const source of sources) {
		const lead = leadOf(source);
		const rest = source.tokens.filter((token) => telling(token) && !lead.includes(token) && !narrows(source, token));
		const again = rest.filter((token) => saysIt(said, token)).length;
		if (rest.length === 0 || again < rest.length * HALF || again < (sources.length > 1 ? FEWEST : 1)) continue;
		const limits = lead.filter(telling);
		if (limits.length > 0 && !limits.some((token) => saysIt(said, token))) return `scope lost: ${limits[0]?.word}`;
		for (const token of source.tokens) {
			if (!narrows(source, token) || saysIt(said, token)) continue;
			if (token.kind === "degree" && said.tokens.some(({ kind, id }) => kind === "degree" && id === token.id)) continue;
			const next = source.tokens.find((other) => other.at > token.at && telling(other));
			if (token.amount || !next || saysIt(said, next)) return `scope lost: ${token.word}`;
		}
	}
	return null;
}

function saysIt(said: Sentence, token: Placed): boolean {
	return said.tokens.some((word) => telling(word) && stands(word, token));
}

/** The stretch before the first comma, where it begins with "in", "at", "for" and the like. */
function leadOf({ tokens }: Sentence): readonly Placed[] {
	const first = tokens[0];
	if (!first || !(first.kind === "preposition" || first.kind === "order" || /^(?:under|during|once)$/.test(first.word)))
		return [];
	const end = tokens.findIndex((token, at) => at > 0 && token.afterStop);
	return end > 0 && end <= LONGEST_LEAD ? tokens.slice(0, end) : [];
}

function narrows({ tokens }: Sentence, token: Placed): boolean {
	if (token.kind === "content") return NARROWING.has(token.id);
	if (token.kind === "degree") return token.id === "first" && tokens.some(({ amount }) => amount !== null);
	// An age says who is meant, and "once" how often; a time limit may be left out.
	if (token.amount?.unit === "time") return true;
	if (token.amount?.unit !== "") return false;
	const before = tokens[token.at - 1];
	return (
		/^(?:at|aged|age|under|over)$/.test(before?.word ?? "") ||
		token.amount.bounds.some((bound) => bound === "lt" || bound === "gt")
	);
}
