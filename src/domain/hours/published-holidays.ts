import * as z from "zod";
import type { Holidays } from "#domain/hours/holidays.ts";
import { dayOf, weekdayIndex } from "#domain/hours/local-date.ts";

/** As https://www.gov.uk/bank-holidays.json has it; the other nations' lists beside it do not concern us. */
const Published = z.object({
	"england-and-wales": z.object({ events: z.array(z.object({ date: z.string() })).max(500) }),
});

export type Judged =
	/** Every date to be used from now on, in order: the published ones, and ours of the years before them. */
	| { readonly kind: "believed"; readonly dates: readonly string[] }
	/** The list in use stays. The reason is for the person who looks after the service. */
	| { readonly kind: "doubted"; readonly reason: string };

/** England has had eight bank holidays a year since 1978, and ten at most in a year of coronations or funerals. */
const FEWEST_A_YEAR = 8;
const MOST_A_YEAR = 12;
/** A bank holiday is moved now and then (2020, 2022), a year ahead; one or two at a time. */
const MOST_MOVED = 2;
/** Nobody takes a bank holiday away at two weeks' notice. */
const NOTICE_DAYS = 14;
const YEAR_DAYS = 366;
const SATURDAY = 5;

/**
 * Whether a newly published list of England's bank holidays may replace the one in use. It must be whole and like such a
 * list, hold every day of the last year that was known, reach as far ahead, and lack no more coming days than are moved
 * in earnest. `today` is a date; whatever `value` is, the answer is a value.
 */
export function judgeHolidays(known: Holidays, value: unknown, today: string): Judged {
	const read = Published.safeParse(value);
	if (!read.success) return doubted("It is not in the form of GOV.UK's list.");
	const dates = [...new Set(read.data["england-and-wales"].events.map(({ date }) => date))].sort();
	const unlike = unlikeAList(dates, today);
	if (unlike !== null) return doubted(unlike);
	const newer = new Set(dates);
	const missing = [...known].filter((date) => !newer.has(date)).map((date) => dayOf(date) ?? 0);
	const now = dayOf(today) ?? 0;
	if (missing.some((day) => day > now - YEAR_DAYS && day <= now + NOTICE_DAYS))
		return doubted("It lacks a day of the last year or of the next two weeks that was known.");
	if (missing.filter((day) => day > now).length > MOST_MOVED)
		return doubted(`It lacks more than ${MOST_MOVED} coming days that were known.`);
	const first = dates[0] ?? "";
	return { kind: "believed", dates: [...[...known].filter((date) => date < first).sort(), ...dates] };
}

function unlikeAList(dates: readonly string[], today: string): string | null {
	const days = dates.map(dayOf);
	if (days.some((day) => day === null)) return "It holds something that is no date.";
	if (days.some((day) => weekdayIndex(day ?? 0) >= SATURDAY)) return "It holds a Saturday or a Sunday.";
	const counts = new Map<number, number>();
	for (const date of dates) counts.set(Number(date.slice(0, 4)), (counts.get(Number(date.slice(0, 4))) ?? 0) + 1);
	const years = [...counts.keys()];
	const thisYear = Number(today.slice(0, 4));
	if (!counts.has(thisYear)) return `It has no days of ${thisYear}.`;
	if (years.some((year) => year > thisYear + 10)) return "It reaches more than ten years ahead.";
	if (years.length !== (years.at(-1) ?? 0) - (years[0] ?? 0) + 1) return "It leaves a year out.";
	const odd = [...counts].find(([, count]) => count < FEWEST_A_YEAR || count > MOST_A_YEAR);
	return odd ? `It has ${odd[1]} days in ${odd[0]}.` : null;
}

function doubted(reason: string): Judged {
	return { kind: "doubted", reason };
}
