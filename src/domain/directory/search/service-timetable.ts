import type { SearchRecord } from "#domain/directory/search/record.ts";
import { type TimetableRule, timetableRules } from "#domain/directory/search/timetable-rule.ts";

const DAY = 1440;

/**
 * All the lines of a service's timetable: its own and those of its places. A service that never shuts, seven days
 * round the clock, does not shut on bank holidays either; any other does unless its notes say that it runs.
 */
export function serviceTimetable(
	record: SearchRecord,
	holidaysToo: (notes: string) => boolean,
): readonly TimetableRule[] {
	const schedules = [...(record.service.schedules ?? []), ...record.open.flatMap((at) => at.schedules ?? [])];
	const rules = schedules.flatMap((schedule) => timetableRules(schedule, holidaysToo));
	const allDay = new Set(rules.filter((rule) => rule.opens === 0 && rule.closes >= DAY).map((rule) => rule.day));
	return allDay.size === 7 ? rules.map((rule) => ({ ...rule, onHolidays: true })) : rules;
}
