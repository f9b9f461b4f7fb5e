import type { Mended } from "#domain/directory/import/values/mended.ts";

const CLOCK =
	/^(\d{1,2})(?:\s*[:.h]\s*(\d{2})(?:\s*[:.]\s*\d{2}(?:[.,]\d+)?)?)?\s*(am|pm|a\.m\.?|p\.m\.?|noon|midnight|hrs|hours)?$/i;
const FOUR = /^(\d{2})(\d{2})(?:\s*(?:hrs?|hours))?$/i;

/** A time of day as "09:30": from "9.30am", "0930", "09:30:00Z", "noon". Midnight is "00:00" whichever end it is. */
export function mendTime(text: string): Mended<string> {
	const value = timeOf(text.trim().replace(/^.*\dT(?=\d{2}:)/, ""));
	if (value === null) return { rule: "not a time of day, left out" };
	return value === text || text.startsWith(`${value}:`)
		? { value }
		: { value, rule: "time written as hours and minutes" };
}

function timeOf(text: string): string | null {
	if (/^(?:12\s*)?(?:noon|midday)$/i.test(text)) return "12:00";
	if (/^(?:12\s*)?midnight$/i.test(text)) return "00:00";
	// An offset says nothing about a weekly time: clubs open by the clock on the wall.
	const bare = text.replace(/(?<=:\d{2}(?:[.,]\d+)?)\s*(?:Z|[+-]\d{2}:?\d{2})$/i, "");
	const four = FOUR.exec(bare);
	const match = four ?? CLOCK.exec(bare);
	if (!match) return null;
	const half = four ? "" : (match[3] ?? "").toLowerCase().replace(/\.|hrs|hours/g, "");
	// A lone figure may be morning or afternoon, so it is no time.
	if (!four && match[2] === undefined && half === "") return null;
	const hour = hourOf(Number(match[1]), half);
	const minute = Number(match[2] ?? 0);
	if (hour === null || minute > 59) return null;
	if (hour === 24) return minute === 0 ? "00:00" : null;
	return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}

function hourOf(figure: number, half: string): number | null {
	if (half === "" || figure > 12) return figure <= 24 ? figure : null;
	if (figure === 0) return half === "pm" ? 12 : 0;
	if (half === "noon") return figure === 12 ? 12 : null;
	if (half === "midnight") return figure === 12 ? 0 : null;
	return half === "pm" ? (figure % 12) + 12 : figure % 12;
}
