import type { FieldReader } from "#domain/directory/editing/field-reader.ts";
import {
	dayText,
	type HolidayNote,
	readDay,
	type Span,
	schedulesOf,
	WEEK_DAYS,
	type WeekDay,
	weekHoursOf,
} from "#domain/directory/editing/week-hours.ts";
import { canonical } from "#domain/directory/import/stable-id.ts";
import { mendDate } from "#domain/directory/import/values/calendar-date.ts";
import type { Schedule } from "#domain/directory/service.ts";

/** The timetable that the hours of a form ask for, with the lines that such a form cannot show left as they were. */
export function readHours(
	form: FieldReader,
	prefix: string,
	before: readonly Schedule[],
	note: HolidayNote,
	idOf: (says: string) => string,
): readonly Schedule[] {
	if (!WEEK_DAYS.some((day) => form.has(`${prefix}hours_${day}`))) return before;
	const { week: was, kept } = weekHoursOf(before, note);
	const dayOf = (day: WeekDay): readonly Span[] =>
		form.read(`${prefix}hours_${day}`, "hours", (text) =>
			// Sessions that overlap are refused when they are typed, and taken as they are where they came from a feed.
			text === dayText(was.days[day]) ? was.days[day] : readDay(text),
		) ?? [];
	const week = {
		days: {
			MO: dayOf("MO"),
			TU: dayOf("TU"),
			WE: dayOf("WE"),
			TH: dayOf("TH"),
			FR: dayOf("FR"),
			SA: dayOf("SA"),
			SU: dayOf("SU"),
		},
		closedOn: form.read(`${prefix}closed_on`, "date", readDates) ?? [],
		onHolidays: form.text(`${prefix}on_holidays`) !== "",
	};
	// Lines that say the same in another way stay, with whatever else is known of them.
	if (canonical(week) === canonical(was)) return before;
	return [...schedulesOf(week, note, idOf), ...kept];
}

function readDates(text: string): readonly string[] | null {
	const dates = text
		.split(/[\n,;]/)
		.map((line) => line.trim())
		.filter((line) => line !== "")
		.map((line) => mendDate(line).value ?? null);
	return dates.includes(null) ? null : dates.flatMap((date) => date ?? []);
}
