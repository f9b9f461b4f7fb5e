import { excerpt } from "#domain/directory/import/excerpt.ts";
import type { Reject } from "#domain/directory/import-batch.ts";

/** A row of a table, its cells by column; empty cells are left out. */
export type Row = {
	readonly position: string;
	readonly cells: Readonly<Record<string, string>>;
	readonly text: string;
};
export type Table = {
	readonly name: string;
	readonly columns: readonly string[];
	readonly rows: readonly Row[];
	readonly rejects: readonly Reject[];
	/** Rows that stop before the last column, which is read as empty. */
	readonly short: readonly string[];
};

type Line = { readonly cells: readonly string[]; readonly line: number; readonly text: string; readonly open: boolean };

/** How often an unclosed quotation mark is worked around before the rest of the file is given up. */
const MOST_RECOVERIES = 20;

/** Splits text into records by RFC 4180, line ends inside quotation marks kept. */
function linesOf(text: string, delimiter: string): readonly Line[] {
	const lines: Line[] = [];
	let at = 0;
	let line = 1;
	let recoveries = 0;
	while (at < text.length) {
		const read = readLine(text, at, delimiter);
		if (!read.open || recoveries >= MOST_RECOVERIES) {
			lines.push({ cells: read.cells, line, text: text.slice(at, read.end), open: read.open });
			line += count(text, at, read.next);
			at = read.next;
			continue;
		}
		// A quotation mark that nothing closes would swallow every row after it: give up this line only.
		recoveries += 1;
		const end = text.indexOf("\n", at);
		const stop = end === -1 ? text.length : end;
		lines.push({ cells: [], line, text: text.slice(at, stop), open: true });
		line += 1;
		at = stop + 1;
	}
	return lines;
}

function readLine(text: string, from: number, delimiter: string) {
	const cells: string[] = [];
	let at = from;
	for (;;) {
		let cell = "";
		if (text.charAt(at) === '"') {
			at += 1;
			for (;;) {
				const quote = text.indexOf('"', at);
				if (quote === -1) return { cells, end: text.length, next: text.length, open: true };
				cell += text.slice(at, quote);
				at = quote + 1;
				if (text.charAt(at) !== '"') break;
				cell += '"';
				at += 1;
			}
		}
		// What follows a closing quotation mark belongs to the cell, as spreadsheets read it.
		const start = at;
		for (; at < text.length; at += 1) {
			const char = text.charAt(at);
			if (char === delimiter || char === "\n" || char === "\r") break;
		}
		cells.push(cell + text.slice(start, at));
		if (text.charAt(at) === delimiter) {
			at += 1;
			continue;
		}
		const next = text.startsWith("\r\n", at) ? at + 2 : at + 1;
		return { cells, end: at, next, open: false };
	}
}

function count(text: string, from: number, to: number): number {
	let lines = 0;
	for (let at = text.indexOf("\n", from); at !== -1 && at < to; at = text.indexOf("\n", at + 1)) lines += 1;
	return Math.max(lines, text.charAt(to - 1) === "\r" ? 1 : 0);
}

/** The delimiter that the header uses most; "sep=;" in the first line, as spreadsheets write it, settles it. */
function delimiterOf(text: string): { readonly delimiter: string; readonly body: string } {
	const told = /^sep=(.)\r?\n/i.exec(text);
	if (told) return { delimiter: told[1] ?? ",", body: text.slice(told[0].length) };
	const header = (/^[^\r\n]*/.exec(text)?.[0] ?? "").replace(/"[^"]*"/g, "");
	const ranked = [",", ";", "\t", "|"].map((mark) => ({ mark, uses: header.split(mark).length }));
	ranked.sort((a, b) => b.uses - a.uses);
	return { delimiter: ranked[0]?.mark ?? ",", body: text };
}

/**
 * Reads a table from CSV text: comma, semicolon, tab or bar, with or without a byte order mark. Null where it has no
 * header of two columns at least. A row with more cells than columns is rejected, for nobody can say which are which.
 */
export function readTable(name: string, source: string): Table | null {
	const { delimiter, body } = delimiterOf(source.replace(/^\ufeff/, "").replace(/^(?:[ \t]*\r?\n)+/, ""));
	const [header, ...lines] = linesOf(body, delimiter);
	const columns = uniqueColumns(header?.cells ?? []);
	if (columns.length < 2 || header?.open) return null;
	const rows: Row[] = [];
	const rejects: Reject[] = [];
	const short: string[] = [];
	for (const { cells, line, text, open } of lines) {
		const position = `${name}, line ${line}`;
		if (!open && cells.every((cell) => cell.trim() === "")) continue;
		const extra = cells.slice(columns.length).some((cell) => cell.trim() !== "");
		if (open || extra) {
			const reason = open
				? "A quotation mark in this row is never closed. Close it, or write it twice if it belongs to the text."
				: `This row has ${cells.length} cells, but there are ${columns.length} columns. Put quotation marks around cells that hold a comma.`;
			rejects.push({ record: position, reason, row: excerpt(text) });
			continue;
		}
		if (cells.length < columns.length) short.push(position);
		const held = columns.flatMap((column, index) => {
			const cell = cells[index] ?? "";
			return cell.trim() === "" ? [] : [[column, cell] as const];
		});
		rows.push({ position, cells: Object.fromEntries(held), text });
	}
	return { name, columns, rows, rejects, short };
}

function uniqueColumns(cells: readonly string[]): readonly string[] {
	const last = cells.findLastIndex((cell) => cell.trim() !== "");
	const seen = new Map<string, number>();
	return cells.slice(0, last + 1).map((cell, index) => {
		const column = cell.trim() || `column ${index + 1}`;
		const times = (seen.get(column) ?? 0) + 1;
		seen.set(column, times);
		return times === 1 ? column : `${column} (${times})`;
	});
}
