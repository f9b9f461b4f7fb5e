import type { Mended } from "#domain/directory/import/values/mended.ts";

const CODES = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;
const NAMES = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
/** RFC 5545: a day, or the nth of the month, "1MO", "-1FR". */
const CODE = /^[+-]?[1-5]?(?:MO|TU|WE|TH|FR|SA|SU)$/;
const GROUPS = new Map([
	["weekdays", CODES.slice(0, 5)],
	["weekday", CODES.slice(0, 5)],
	["weekends", CODES.slice(5)],
	["weekend", CODES.slice(5)],
	["daily", CODES.slice()],
	["everyday", CODES.slice()],
	["every day", CODES.slice()],
	["all week", CODES.slice()],
	["7 days a week", CODES.slice()],
	["seven days a week", CODES.slice()],
]);

/** Day names and ranges as RFC 5545 codes in the order of the week: "Mondays and Thursdays" to "MO,TH". */
export function mendDays(text: string): Mended<string> {
	const value = daysOf(text.trim());
	if (value === null) return { rule: "not days of the week, left out" };
	return value === text ? { value } : { value, rule: "days written as codes" };
}

/** The day that version 2 of HSDS writes as a number, 1 for Monday to 7 for Sunday. Other texts come back as they are. */
export function namedDay(text: string): string {
	return /^[1-7]$/.test(text) ? (NAMES[Number(text) - 1] ?? text) : text;
}

function daysOf(text: string): string | null {
	const codes = text.toUpperCase().split(/[\s,;]+/);
	if (codes.every((code) => CODE.test(code))) return ordered(codes);
	const plain = text
		.toLowerCase()
		.replace(/\.(?=\s|,|$)/g, "")
		.replace(/^(?:every|each|on)\s+(?!day)/, "");
	const group = GROUPS.get(plain);
	if (group) return group.join(",");
	const days: string[] = [];
	for (const part of plain.split(/\s*(?:,|;|\/|&|\+|\band\b)\s*/).filter((each) => each !== "")) {
		const ends = part.split(/\s*(?:-|–|—|\bto\b|\buntil\b|\bthrough\b)\s*/).map(dayNumber);
		const [from, to] = ends;
		if (from === undefined || from === null || to === null || ends.length > 2) return null;
		const last = to ?? from;
		for (let day = from; ; day = (day + 1) % 7) {
			days.push(CODES[day] ?? "");
			if (day === last) break;
		}
	}
	return days.length === 0 ? null : ordered(days);
}

/** 0 for Monday; null for what is no day. Three letters are enough. */
function dayNumber(name: string): number | null {
	const bare = name.replace(/s$/, "");
	if (bare.length < 2) return null;
	const known = NAMES.findIndex(
		(day) => day === name || day === bare || (day.startsWith(bare) && bare.length >= 3) || day.slice(0, 2) === name,
	);
	return known === -1 ? null : known;
}

function ordered(codes: readonly string[]): string {
	const place = (code: string) => CODES.findIndex((day) => code.endsWith(day));
	return [...new Set(codes)].sort((a, b) => place(a) - place(b)).join(",");
}
