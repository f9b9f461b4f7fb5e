import type { Words } from "#content/library.ts";
import type { Moment } from "#domain/directory/search/moment.ts";
import { isOpen, type OpeningHours, openingHours } from "#domain/directory/search/timetable.ts";
import { timetableRules } from "#domain/directory/search/timetable-rule.ts";
import type { Schedule } from "#domain/directory/service.ts";
import { dayOf, weekdayOf } from "#domain/hours/local-date.ts";
import { opensText } from "#pages/ui/plain-date.ts";

export type Opening = { readonly open: boolean; readonly text: string };

/** "Open now", or "Opens tomorrow at 9am"; null where no times are known. Bank holidays count as shut: a listing seldom says. */
export function openingOf(words: Words, schedules: readonly Schedule[], at: Moment): Opening | null {
	const rules = schedules.flatMap((schedule) => timetableRules(schedule, () => false));
	if (rules.length === 0) return null;
	const open = isOpen(rules, at);
	return openingText(words, open, openingHours(rules, at, open).next, at.day);
}

/** The same for what a search already knows. */
export function openingText(words: Words, open: boolean, next: OpeningHours["next"], today: number): Opening {
	const { open_now, closed_now } = words.site;
	if (open) return { open, text: open_now };
	const day = next ? dayOf(next.date) : null;
	if (!next || day === null) return { open, text: closed_now };
	return {
		open,
		text: opensText(words, {
			weekday: weekdayOf(day),
			date: next.date,
			time: next.opens,
			days_away: day - today,
		}),
	};
}
