import { dayOf } from "#domain/hours/local-date.ts";
import { isEvent, type TimelineEvent } from "#domain/timeline/rules.ts";

/** The form as it was filled in, to be shown again. */
export type DatesForm = {
	readonly event: string;
	readonly day: string;
	readonly month: string;
	readonly year: string;
	readonly time: string;
};
export type DatesField = "event" | "date" | "time";
export type ReadDates =
	| { readonly ok: true; readonly event: TimelineEvent; readonly date: string; readonly time?: string }
	| { readonly ok: false; readonly wrong: readonly DatesField[] };

export const EMPTY: DatesForm = { event: "", day: "", month: "", year: "", time: "" };

const LONGEST_FIELD = 60;
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

export function datesForm(fields: ReadonlyMap<string, string>): DatesForm {
	const field = (name: string) => (fields.get(name) ?? "").trim().slice(0, LONGEST_FIELD);
	return { event: field("event"), day: field("day"), month: field("month"), year: field("year"), time: field("time") };
}

/** What happened and when; or the fields that cannot be read. A month may be a name, a year two figures, a time "2.30pm". */
export function readDates({ event, day, month, year, time }: DatesForm): ReadDates {
	const date = dateFrom(day, month, year);
	const clock = time === "" ? undefined : timeFrom(time);
	if (isEvent(event) && date !== null && clock !== null) {
		return { ok: true, event, date, ...(clock === undefined ? {} : { time: clock }) };
	}
	const wrong: DatesField[] = [];
	if (!isEvent(event)) wrong.push("event");
	if (date === null) wrong.push("date");
	if (clock === null) wrong.push("time");
	return { ok: false, wrong };
}

function dateFrom(day: string, month: string, year: string): string | null {
	const named = MONTHS.indexOf(month.toLowerCase().slice(0, 3)) + 1;
	const monthNumber = /^\d{1,2}$/.test(month) ? Number(month) : named;
	if (!/^\d{1,2}$/.test(day) || !/^(?:\d{2}|\d{4})$/.test(year) || monthNumber === 0) return null;
	const whole = year.length === 2 ? `20${year}` : year;
	const date = `${whole}-${String(monthNumber).padStart(2, "0")}-${day.padStart(2, "0")}`;
	return dayOf(date) === null ? null : date;
}

function timeFrom(text: string): string | null {
	const parts = /^(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?$/i.exec(text);
	if (!parts) return null;
	const [, hourText, minute = "00", half] = parts;
	const hour = Number(hourText);
	if (half && (hour < 1 || hour > 12)) return null;
	if (!half && parts[2] === undefined) return null;
	const whole = half ? (hour % 12) + (half.toLowerCase() === "pm" ? 12 : 0) : hour;
	return whole > 23 || Number(minute) > 59 ? null : `${String(whole).padStart(2, "0")}:${minute}`;
}
