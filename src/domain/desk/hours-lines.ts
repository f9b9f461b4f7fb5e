import type { DatedSpan, Hours, WeeklySpan } from "#domain/hours/hours.ts";

/** Opening hours as people write them in a form, one field a day, and back. What comes back is checked once more by `Hours`. */

export const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;
export type Day = (typeof DAYS)[number];

const clockRe = /^(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?$/i;
const spanRe = /^(.+?)\s*(?:-|–|—|\bto\b)\s*(?:(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\s+)?(.+)$/i;

/** "9", "09:00", "5pm", "17.30", "midnight" as "17:30"; null for what is no time. A midnight that closes is "24:00". */
export function readClock(text: string, closing = false): string | null {
	const plain = text.trim().toLowerCase();
	if (plain === "midday" || plain === "noon") return "12:00";
	if (plain === "midnight") return closing ? "24:00" : "00:00";
	const [, hourText, minuteText = "00", half] = clockRe.exec(plain) ?? [];
	if (hourText === undefined) return null;
	const [hour, minute] = [Number(hourText), Number(minuteText)];
	if (half !== undefined && (hour < 1 || hour > 12)) return null;
	const full = half === undefined ? hour : (hour % 12) + (half.toLowerCase() === "pm" ? 12 : 0);
	if (minute > 59 || full > 24 || (full === 24 && (minute > 0 || !closing))) return null;
	return `${String(full).padStart(2, "0")}:${minuteText}`;
}

/** "9-12:30, 13:30-17:00" or "16:30 to Mon 08:30" of one day; empty for shut; null where a part cannot be read. */
export function readDay(day: Day, text: string): readonly WeeklySpan[] | null {
	const spans = parts(text).map((part) => {
		const [, open = "", later, close = ""] = spanRe.exec(part) ?? [];
		const [from, to] = [readClock(open), readClock(close, true)];
		if (from === null || to === null) return null;
		const named = DAYS.find((one) => one.toLowerCase() === later?.slice(0, 3).toLowerCase());
		return { from: `${day} ${from}`, to: named && (named !== day || to <= from) ? `${named} ${to}` : to };
	});
	return spans.some((span) => span === null) ? null : spans.filter((span) => span !== null);
}

/** What `readDay` reads, of hours as they are kept. */
export function dayText(hours: Pick<Hours, "weekly">, day: Day): string {
	return hours.weekly
		.filter(({ from }) => from.startsWith(day))
		.map(
			({ from, to }) =>
				`${from.slice(4)}-${to.startsWith(`${day} `) && to.slice(4) > from.slice(4) ? to.slice(4) : to}`,
		)
		.join(", ");
}

/** "09:00-12:00, 13:00-16:00" of one date; null where a part cannot be read. "closed" and nothing are shut. */
export function readDated(text: string): DatedSpan[] | null {
	if (/^(?:closed|shut)?$/i.test(text.trim())) return [];
	const spans = parts(text).map((part): DatedSpan | null => {
		const [, open = "", later, close = ""] = spanRe.exec(part) ?? [];
		const [from, to] = [readClock(open), readClock(close, true)];
		return from === null || to === null || later !== undefined ? null : [from, to];
	});
	return spans.some((span) => span === null) ? null : spans.filter((span) => span !== null);
}

export function datedText(open: readonly DatedSpan[]): string {
	return open.length === 0 ? "closed" : open.map(([from, to]) => `${from}-${to}`).join(", ");
}

/** Lines of "2026-12-24 09:00-12:00" or "2026-12-31 closed", or the first line that cannot be read. */
export function readExceptions(text: string): Hours["exceptions"] | { readonly wrong: string } {
	const read: Hours["exceptions"] = [];
	for (const line of text.split(/\r?\n/).map((one) => one.trim())) {
		if (line === "") continue;
		const [, date = "", times = ""] = /^(\d{4}-\d{2}-\d{2})[\s:]+(.+)$/.exec(line) ?? [];
		const open = date === "" ? null : readDated(times);
		if (open === null) return { wrong: line.slice(0, 80) };
		read.push({ date, open });
	}
	return read.toSorted((one, other) => one.date.localeCompare(other.date));
}

export function exceptionsText({ exceptions }: Pick<Hours, "exceptions">): string {
	return exceptions.map(({ date, open }) => `${date} ${datedText(open)}`).join("\n");
}

function parts(text: string): readonly string[] {
	return text
		.split(/[,;]/)
		.map((part) => part.trim())
		.filter((part) => part !== "" && !/^(?:closed|shut)$/i.test(part));
}
