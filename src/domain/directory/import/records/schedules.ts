import type { Fields } from "#domain/directory/import/fields.ts";
import { distinct, partId } from "#domain/directory/import/records/record-id.ts";
import { joinTexts } from "#domain/directory/import/text/clean-text.ts";
import { mendDate } from "#domain/directory/import/values/calendar-date.ts";
import { mendTime } from "#domain/directory/import/values/clock-time.ts";
import type { Mended } from "#domain/directory/import/values/mended.ts";
import { mendCount, mendNumber } from "#domain/directory/import/values/number.ts";
import { mendWebAddress } from "#domain/directory/import/values/web-address.ts";
import { mendDays, namedDay } from "#domain/directory/import/values/week-days.ts";
import { withoutUnset } from "#domain/directory/import/without-unset.ts";
import type { Schedule } from "#domain/directory/service.ts";

const EVERY_DAY = "MO,TU,WE,TH,FR,SA,SU";

/** The timetable lines of a record, from any of the lists named. Lines that say nothing are left out. */
export function readSchedules(parent: Fields, parentId: string, ...lists: readonly string[]): readonly Schedule[] {
	const schedules = parent.list(...lists).flatMap((fields): readonly Schedule[] => {
		const content = readSchedule(fields);
		if (Object.keys(content).length > 0) return [{ id: partId(fields, "schedule", parentId, content), ...content }];
		fields.tally("", "entry without content left out", "");
		return [];
	});
	return distinct(parent, "schedules", schedules);
}

function readSchedule(fields: Fields): Omit<Schedule, "id"> {
	const rhythm = readRhythm(fields);
	return withoutUnset({
		...rhythm,
		bymonthday: fields.mend(mendNumbers, "bymonthday"),
		byweekno: fields.mend(mendNumbers, "byweekno"),
		byyearday: fields.mend(mendNumbers, "byyearday"),
		dtstart: fields.mend(mendDate, "dtstart"),
		until: fields.mend(mendDate, "until"),
		count: fields.mend(mendCount, "count"),
		wkst: fields.mend(mendDays, "wkst"),
		timezone: fields.mend(mendNumber, "timezone"),
		valid_from: fields.mend(mendDate, "valid_from"),
		valid_to: fields.mend(mendDate, "valid_to"),
		opens_at: fields.mend(mendTime, "opens_at", "open_at"),
		closes_at: fields.mend(mendTime, "closes_at"),
		schedule_link: fields.mend(mendWebAddress, "schedule_link"),
		attending_type: fields.line("attending_type"),
		notes: fields.text("notes"),
		exceptions: fields.list("exceptions").flatMap((date) => date.mend(mendDate, "value") ?? []),
	});
}

/**
 * How often, and on which days. What this timetable cannot hold (days that are no days, "yearly") is kept as words:
 * "Monday" of something yearly is no weekly Monday.
 */
function readRhythm(fields: Fields): Pick<Schedule, "byday" | "description" | "freq" | "interval"> {
	const numbered = fields.line("weekday", "day");
	const said = fields.line("byday") ?? (numbered === undefined ? undefined : namedDay(numbered));
	const often = fields.line("freq")?.toUpperCase();
	const known = often === undefined || often === "WEEKLY" || often === "MONTHLY" || often === "DAILY";
	const { value, rule } = said === undefined || !known ? {} : mendDays(said);
	if (said !== undefined && rule !== undefined) fields.note("byday", rule, said, value ?? "");
	if (!known) fields.note("freq", "unknown frequency kept as words", often, "");
	if (often === "DAILY") fields.note("freq", "daily written as every day of the week", often, "WEEKLY");
	const assumed = often === undefined && value !== undefined && !/\d/.test(value);
	if (assumed) fields.tally("freq", "days without a frequency taken as weekly", value);
	const words = [fields.text("description"), known ? undefined : often, value === undefined ? said : undefined];
	return {
		freq: often === "MONTHLY" ? often : often === "WEEKLY" || often === "DAILY" || assumed ? "WEEKLY" : undefined,
		interval: fields.mend(mendCount, "interval"),
		byday: value ?? (often === "DAILY" ? EVERY_DAY : undefined),
		description: joinTexts(words, "\n"),
	};
}

/** RFC 5545 lists of numbers, "2,3,-1". */
function mendNumbers(text: string): Mended<string> {
	const value = text.replace(/\s/g, "");
	return /^[+-]?\d{1,3}(?:,[+-]?\d{1,3})*$/.test(value) ? { value } : { rule: "not a list of numbers, left out" };
}

const LONGEST_CLOSURE_DAYS = 62;

/** Days on which the source says it is closed, from version 1's holiday lists. Longer closures than two months are none. */
export function readClosedDates(parent: Fields): readonly string[] {
	return parent.list("holiday_schedules", "holiday_schedule", "holiday_schedule_collection").flatMap((fields) => {
		const closed = fields.line("closed");
		const from = fields.mend(mendDate, "start_date");
		const to = fields.mend(mendDate, "end_date") ?? from;
		if (from === undefined || to === undefined || /^(?:false|no|0)$/i.test(closed ?? "")) return [];
		fields.line("id");
		return datesBetween(from, to);
	});
}

function datesBetween(from: string, to: string): readonly string[] {
	const start = Date.parse(from);
	const days = Math.round((Date.parse(to) - start) / 86_400_000);
	if (days < 0 || days > LONGEST_CLOSURE_DAYS) return [];
	return Array.from({ length: days + 1 }, (_, day) => new Date(start + day * 86_400_000).toISOString().slice(0, 10));
}

/** The same timetable with days on which none of its lines runs. */
export function closedOn(schedules: readonly Schedule[], dates: readonly string[]): readonly Schedule[] {
	if (dates.length === 0) return schedules;
	return schedules.map((line) => ({
		...line,
		exceptions: [...new Set([...(line.exceptions ?? []), ...dates])].sort(),
	}));
}
