import type { Holidays } from "#domain/hours/holidays.ts";
import { dateOf, weekdayIndex } from "#domain/hours/local-date.ts";

const SATURDAY = 5;

/** Monday to Friday, and no bank holiday. */
export function isWorkingDay(day: number, holidays: Holidays): boolean {
	return weekdayIndex(day) < SATURDAY && !holidays.has(dateOf(day));
}

/** The `count`th working day after a day, which is not counted itself. 0 is the day itself. */
export function addWorkingDays(day: number, count: number, holidays: Holidays): number {
	let reached = day;
	for (let left = count; left > 0; ) {
		reached++;
		if (isWorkingDay(reached, holidays)) left--;
	}
	return reached;
}
