import type { Words } from "#content/library.ts";
import { momentOf } from "#domain/hours/opening.ts";

const dayFormat = new Intl.DateTimeFormat("en-GB", { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" });

/** "by 5pm on Tuesday 29 December". */
export function promiseText(words: Words, instant: number, zone = "Europe/London"): string {
	const { date, time } = momentOf(zone, instant, instant);
	// What ends at midnight ends the day before, in everybody's words.
	const day = time === "00:00" ? new Date(Date.parse(date) - 1) : new Date(date);
	const spoken = dayFormat.format(day).replace(",", "");
	return words.call_backs.times.promise.replace("{time}", clockWords(words, time)).replace("{day}", spoken);
}

/** "08:30" as "8:30am", "17:00" as "5pm". */
function clockWords({ site }: Words, time: string): string {
	const [hour = 0, minute = 0] = time.split(":").map(Number);
	if (minute === 0 && hour === 0) return site.midnight;
	if (minute === 0 && hour === 12) return site.midday;
	const shown = hour % 12 === 0 ? 12 : hour % 12;
	const half = hour < 12 ? "am" : "pm";
	return minute === 0 ? `${shown}${half}` : `${shown}:${String(minute).padStart(2, "0")}${half}`;
}
