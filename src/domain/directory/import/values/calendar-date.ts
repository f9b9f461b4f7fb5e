import type { Mended } from "#domain/directory/import/values/mended.ts";

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
/** Earlier dates are what programs store for "no date" (1 January of year 1, 1900 or 1970). */
const EARLIEST_YEAR = 1990;

type Day = { readonly year: number; readonly month: number; readonly day: number };

const two = (number: number) => String(number).padStart(2, "0");
const write = ({ year, month, day }: Day) => `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;

function exists({ year, month, day }: Day): boolean {
	const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
	const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
	return year >= 1 && year <= 9999 && day >= 1 && day <= (lengths[month - 1] ?? 0);
}

const century = (year: string) => (year.length === 2 ? 2000 + Number(year) : Number(year));

/** The day in a text, day before month as in Britain; month first only where the other is impossible. */
function dayOf(text: string): Day | null {
	const iso = /^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?=$|[T\s])/.exec(text);
	if (iso) return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) };
	const figures = /^(\d{1,2})[-/.\s](\d{1,2})[-/.\s](\d{4}|\d{2})(?=$|[T\s,])/.exec(text);
	if (figures) {
		const [first, second, year] = [Number(figures[1]), Number(figures[2]), century(figures[3] ?? "")];
		const british = { year, month: second, day: first };
		return exists(british) ? british : { year, month: first, day: second };
	}
	const words =
		/^(?:[a-z]{3,9},?\s+)?(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]{3,9})\.?,?[\s-]+(\d{4}|\d{2})(?=$|[T\s,])/i.exec(text);
	const spoken = /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?=$|[T\s,])/i.exec(text);
	const [day, name, year] = words ? [words[1], words[2], words[3]] : [spoken?.[2], spoken?.[1], spoken?.[3]];
	if (day === undefined || name === undefined || year === undefined) return null;
	return { year: century(year), month: MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1, day: Number(day) };
}

/** A date as "2026-05-17". A time of day behind it is dropped, being no part of a date. */
export function mendDate(text: string): Mended<string> {
	const day = dayOf(text);
	if (day === null || !exists(day)) return { rule: "not a date, left out" };
	if (day.year < EARLIEST_YEAR) return { rule: "placeholder date left out" };
	const value = write(day);
	return value === text.slice(0, 10) ? { value } : { value, rule: "date written as year, month, day" };
}

const CLOCK = /^(?:[T\s,]+|)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(.*)$/i;

/** Minutes to take off for an offset; null where the text is none; undefined where there is nothing. */
function offsetOf(text: string): number | null | undefined {
	if (text === "") return undefined;
	if (/^(?:Z|UTC|GMT)$/i.test(text)) return 0;
	if (/^BST$/i.test(text)) return 60;
	const match = /^(?:UTC|GMT)?\s*([+-])(\d{2}):?(\d{2})?$/i.exec(text);
	if (!match || Number(match[2]) > 14 || Number(match[3] ?? 0) > 59) return null;
	return (match[1] === "-" ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3] ?? 0));
}

/**
 * An instant in UTC with milliseconds, "2026-05-17T12:06:15.654Z". A time without an offset is taken as UTC, a date
 * without a time as the start of that day, a bare number as seconds or milliseconds since 1970: each is said.
 */
export function mendInstant(text: string): Mended<string> {
	if (/^\d{10}(?:\d{3})?$/.test(text)) return fromNumber(Number(text) * (text.length === 10 ? 1000 : 1));
	const day = dayOf(text);
	if (day === null || !exists(day)) return { rule: "not a date and time, left out" };
	if (day.year < EARLIEST_YEAR) return { rule: "placeholder date left out" };
	const rest = text.replace(/^.*?(?=[T\s,]+\d{1,2}:\d{2}|$)/i, "");
	const clock = CLOCK.exec(rest);
	if (!clock) return { value: `${write(day)}T00:00:00.000Z`, rule: "date taken as the start of that day" };
	const [hour, minute, second] = [Number(clock[1]), Number(clock[2]), Number(clock[3] ?? 0)];
	const offset = offsetOf((clock[5] ?? "").trim());
	if (hour > 23 || minute > 59 || second > 60 || offset === null) return { rule: "not a date and time, left out" };
	const milliseconds = Number((clock[4] ?? "0").padEnd(3, "0").slice(0, 3));
	const utc = Date.UTC(day.year, day.month - 1, day.day, hour, minute - (offset ?? 0), second, milliseconds);
	const value = new Date(utc).toISOString();
	return offset === undefined ? { value, rule: "time without an offset taken as UTC" } : { value };
}

function fromNumber(milliseconds: number): Mended<string> {
	const value = new Date(milliseconds).toISOString();
	return { value, rule: "number taken as time since 1970" };
}
