import type { DatedEntry } from "#domain/timeline/date-words.ts";

const LONGEST_LINE_BYTES = 75;

/**
 * A calendar file (RFC 5545) with one entry a date: a whole day, or the instant where hours were counted. `title` says
 * what stands in the calendar; without `detail` nothing tells what it is about.
 */
export function calendarFile(
	entries: readonly DatedEntry[],
	now: Date,
	title: (entry: DatedEntry, index: number) => string,
	detail: (entry: DatedEntry) => string | null,
): string {
	const events = entries.flatMap((entry, index) => {
		const said = detail(entry);
		return [
			"BEGIN:VEVENT",
			`UID:${entry.by.replace(/\D/g, "")}-${index}@fingerpost.invalid`,
			`DTSTAMP:${stamp(now)}`,
			...when(entry.by),
			`SUMMARY:${escaped(title(entry, index))}`,
			...(said ? [`DESCRIPTION:${escaped(said)}`] : []),
			"TRANSP:TRANSPARENT",
			"END:VEVENT",
		];
	});
	const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Fingerpost//Dates//EN", ...events, "END:VCALENDAR"];
	return `${lines.map(folded).join("\r\n")}\r\n`;
}

function when(by: string): readonly string[] {
	if (by.includes("T")) return [`DTSTART:${stamp(new Date(by))}`];
	const day = by.replaceAll("-", "");
	const after = new Date(Date.parse(`${by}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10).replaceAll("-", "");
	return [`DTSTART;VALUE=DATE:${day}`, `DTEND;VALUE=DATE:${after}`];
}

function stamp(at: Date): string {
	return `${at.toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
}

function escaped(text: string): string {
	return text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");
}

/** A line of at most 75 bytes; the rest goes on behind a space on the next. No letter is cut in two. */
function folded(line: string): string {
	const encoder = new TextEncoder();
	let bytes = 0;
	let text = "";
	for (const letter of line) {
		const size = encoder.encode(letter).byteLength;
		if (bytes + size > LONGEST_LINE_BYTES) {
			text += "\r\n ";
			bytes = 1;
		}
		text += letter;
		bytes += size;
	}
	return text;
}
