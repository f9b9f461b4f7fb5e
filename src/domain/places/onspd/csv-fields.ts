/**
 * Reads some fields of one line of CSV, quoted or not, without making the others.
 * @param wanted field numbers from 0, ascending
 * @returns a text per wanted field ("" where the line has too few); null where a quote is still open at the line's end
 */
export function csvFields(line: string, wanted: readonly number[]): readonly string[] | null {
	const found: string[] = [];
	let at = 0;
	for (let field = 0; found.length < wanted.length; field += 1) {
		if (at > line.length) {
			found.push("");
			continue;
		}
		const quoted = line.charCodeAt(at) === QUOTE;
		const end = quoted ? closingQuote(line, at) : commaFrom(line, at);
		if (end < 0) return null;
		if (field === wanted[found.length])
			found.push(quoted ? line.slice(at + 1, end).replaceAll('""', '"') : line.slice(at, end));
		at = (quoted ? commaFrom(line, end) : end) + 1;
	}
	return found;
}

const QUOTE = 34;

function commaFrom(line: string, at: number): number {
	const comma = line.indexOf(",", at);
	return comma < 0 ? line.length : comma;
}

/** The place of the quote that ends the field; two in a row stand for one inside it. */
function closingQuote(line: string, at: number): number {
	for (let end = line.indexOf('"', at + 1); end >= 0; end = line.indexOf('"', end + 2))
		if (line.charCodeAt(end + 1) !== QUOTE) return end;
	return -1;
}
