/** Rows as CSV by RFC 4180. A cell that a spreadsheet would run as a formula gets an apostrophe in front. */
export function csvOf(rows: readonly (readonly (string | number)[])[]): string {
	return rows.map(csvLine).join("");
}

/** One line, its end included. */
export function csvLine(row: readonly (string | number)[]): string {
	return `${row.map((cell) => csvCell(String(cell))).join(",")}\r\n`;
}

/** White space, a full-width sign or a mark that cannot be seen before the sign does not hide it from a spreadsheet. */
const formulaRe = /^[\s\p{Cc}\p{Cf}]*[=+\-@|%＝＋－＠]|^[\t\r\n]/u;

export function csvCell(text: string): string {
	const safe = formulaRe.test(text) && !/^-?\d+(?:\.\d+)?$/.test(text) ? `'${text}` : text;
	return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
