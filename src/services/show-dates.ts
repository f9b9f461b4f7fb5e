import type { Library } from "#content/library.ts";
import type { State } from "#domain/conversation/state.ts";
import type { TimelineEntry } from "#domain/conversation/turn.ts";
import { inWords } from "#domain/timeline/date-words.ts";
import { dueDates } from "#domain/timeline/due-dates.ts";
import { isEvent } from "#domain/timeline/rules.ts";

/** The dates that follow from what a person told of; none until both the day and what happened on it are known. */
export function showDates(library: Library, state: State): TimelineEntry[] {
	if (!state.date || !state.event || !isEvent(state.event)) return [];
	const due = dueDates(state.event, { date: state.date }, library.holidays);
	return due.kind === "dates" ? due.dates.map((date) => inWords(date, library.words.dates)) : [];
}
