import type { Words } from "#content/library.ts";
import type { Moment } from "#domain/hours/opening.ts";

const dayFormat = new Intl.DateTimeFormat("en-GB", {
	day: "numeric",
	month: "long",
	year: "numeric",
	timeZone: "UTC",
});
const weekdayFormat = new Intl.DateTimeFormat("en-GB", { weekday: "long", timeZone: "UTC" });

/** "2026-11-24" as "24 November 2026", an instant with its offset as "24 November 2026, 2:30pm". What is no date stays as it is. */
export function plainDate(words: Words, text: string): string {
	const parts = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}))?/.exec(text);
	const [, date, time] = parts ?? [];
	const at = new Date(`${date}T00:00:00Z`);
	if (!date || Number.isNaN(at.getTime())) return text;
	return time ? `${dayFormat.format(at)}, ${plainTime(words, time)}` : dayFormat.format(at);
}

/** "Thursday 24 November 2026", for dates that people plan by. */
export function dateWithWeekday(words: Words, text: string): string {
	const at = new Date(`${text.slice(0, 10)}T00:00:00Z`);
	return Number.isNaN(at.getTime()) ? text : `${weekdayFormat.format(at)} ${plainDate(words, text)}`;
}

/** "08:30" as "8:30am", "17:00" as "5pm". */
export function plainTime(words: Words, time: string): string {
	const [hour = 0, minute = 0] = time.split(":").map(Number);
	if (minute === 0 && hour % 24 === 0) return words.site.midnight;
	if (minute === 0 && hour === 12) return words.site.midday;
	const half = hour % 24 < 12 ? "am" : "pm";
	const shown = hour % 12 === 0 ? 12 : hour % 12;
	return minute === 0 ? `${shown}${half}` : `${shown}:${String(minute).padStart(2, "0")}${half}`;
}

const NEXT_WEEK = 7;

/** "Opens tomorrow at 8:30am". */
export function opensText(words: Words, { date, time, days_away }: Moment): string {
	const { opens_at, today, tomorrow, later } = words.site;
	const clock = plainTime(words, time);
	const when =
		days_away === 0
			? today.replace("{time}", clock)
			: days_away === 1
				? tomorrow.replace("{time}", clock)
				: later
						.replace("{day}", days_away < NEXT_WEEK ? weekdayFormat.format(new Date(date)) : plainDate(words, date))
						.replace("{time}", clock);
	return opens_at.replace("{time}", when);
}
