import * as z from "zod";
import { isZone } from "#domain/hours/zone-clock.ts";

/** When a line, a desk or a service answers, as data. `open-spans.ts` says what it means. */

const DAY = "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)";
const START = "(?:[01]\\d|2[0-3]):[0-5]\\d";
const END = `(?:${START}|24:00)`;

const StartTime = z.string().regex(new RegExp(`^${START}$`), 'Write the opening time as "09:00", from 00:00 to 23:59.');
const EndTime = z.string().regex(new RegExp(`^${END}$`), 'Write the time as "17:00", from 00:00 to 24:00.');

/**
 * `to` may be on a later day. Without a day it is the first such time after `from`. The same day
 * and time as `from` is a whole week.
 */
export const WeeklySpan = z
	.strictObject({
		from: z
			.string()
			.regex(
				new RegExp(`^${DAY} ${START}$`),
				'Write the opening as "Fri 16:30": a day of three letters and a time from 00:00 to 23:59.',
			),
		to: z
			.string()
			.regex(
				new RegExp(`^(?:${DAY} )?${END}$`),
				'Write the closing as "Mon 08:00", or "17:00" for the same day, from 00:00 to 24:00.',
			),
	})
	.refine(({ from, to }) => to.length < from.length || !endsEarlierThatDay(from, to), {
		error:
			"This span ends earlier on the day it starts. Change one of the times, or name the later day on which it ends.",
		path: ["to"],
	});
export type WeeklySpan = z.infer<typeof WeeklySpan>;

/** Opening and closing on one date. A closing time that is not after the opening is on the next day. */
export const DatedSpan = z.tuple([StartTime, EndTime]);
export type DatedSpan = z.infer<typeof DatedSpan>;

export const HolidayRule = z.union(
	[z.enum(["closed", "all_day", "as_usual"]), z.strictObject({ open: z.array(DatedSpan) })],
	{
		error:
			'Write "closed", "all_day", "as_usual", or the times: {open: [["10:00", "16:00"]]} with times from 00:00 to 24:00.',
	},
);
export type HolidayRule = z.infer<typeof HolidayRule>;

const OpenHours = z.number().min(0).max(2000);

/** By when a person is promised an answer. `promise.ts` says how each kind is counted. */
export const AnswerPromise = z.discriminatedUnion(
	"kind",
	[
		z.strictObject({ kind: z.literal("working_hours"), hours: OpenHours }),
		z.strictObject({ kind: z.literal("close_plus_working_hours"), hours: OpenHours }),
		z.strictObject({ kind: z.literal("close_of_business"), cutoff: EndTime.optional() }),
		z.strictObject({ kind: z.literal("none") }),
	],
	{
		error: 'The kind of a promise is "working_hours", "close_plus_working_hours", "close_of_business" or "none".',
	},
);
export type AnswerPromise = z.infer<typeof AnswerPromise>;

export const Hours = z.strictObject({
	zone: z
		.string()
		.refine(isZone, "This time zone is not known. Write one such as Europe/London.")
		.default("Europe/London"),
	weekly: z.array(WeeklySpan),
	bank_holidays: HolidayRule.default("as_usual"),
	exceptions: z
		.array(z.strictObject({ date: z.iso.date(), open: z.array(DatedSpan) }))
		.refine(
			(all) => new Set(all.map(({ date }) => date)).size === all.length,
			"Two exceptions are for the same date. Put their times together in one.",
		)
		.default([]),
	promise: AnswerPromise.default({ kind: "none" }),
});
export type Hours = Readonly<z.infer<typeof Hours>>;

function endsEarlierThatDay(from: string, to: string): boolean {
	return from.slice(0, 3) === to.slice(0, 3) && to.slice(4) < from.slice(4);
}
