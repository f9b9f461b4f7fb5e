import { londonMoment } from "#domain/directory/search/moment.ts";
import { dateOf, dayOf, weekdayIndex } from "#domain/hours/local-date.ts";

/**
 * What is counted: whether a text helped and what it lacked, searches that found nothing, steps that were asked about,
 * danger that was answered, and listings that were opened. Nothing of who, and no words.
 */
export const MEASURES = ["helped", "missing", "found_nothing", "stage", "urgent", "opened"] as const;
export type Measure = (typeof MEASURES)[number];

/** How often something happened in an area ("" for none) in a week. Other parts may count measures of their own. */
export type Tally = {
	readonly area: string;
	/** "2026-W48". */
	readonly week: string;
	readonly measure: string;
	/** An id of ours: a text, a need, a step, a reason. */
	readonly item: string;
	/** A choice, a sector; "" where there is none. */
	readonly detail: string;
	readonly count: number;
};

/** The ISO week of an instant on London's calendar: "2026-W48". Weeks begin on Monday; the first holds the year's first Thursday. */
export function weekOf(at: Date): string {
	const { day } = londonMoment(at, []);
	const thursday = day - weekdayIndex(day) + 3;
	const year = dateOf(thursday).slice(0, 4);
	const first = dayOf(`${year}-01-01`) ?? thursday;
	return `${year}-W${String(Math.floor((thursday - first) / 7) + 1).padStart(2, "0")}`;
}
