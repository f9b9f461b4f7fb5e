import { dayOf } from "#domain/hours/local-date.ts";

/**
 * Between instants and the clock on the wall of a time zone. An instant is a number of
 * milliseconds since 1970-01-01T00:00Z; a wall time is a day number and minutes after its 00:00.
 */

const MS_PER_MINUTE = 60_000;
const MS_PER_DAY = 86_400_000;
const MINUTES_PER_DAY = 1440;
const CACHED_DAYS = 5000;

const formatters = new Map<string, Intl.DateTimeFormat>();
const midnightOffsets = new Map<string, Map<number, number>>();

export type WallTime = { readonly day: number; readonly minute: number };

/** True when the zone is one that the platform knows, such as "Europe/London". */
export function isZone(zone: string): boolean {
	try {
		formatterOf(zone);
		return true;
	} catch {
		return false;
	}
}

/**
 * The first instant at which the wall clock of the zone shows this time or a later one. So a time
 * that the clocks skip falls at the jump, and a time that comes twice is its first coming.
 * @param minutes after 00:00 of the day; 1440 and more reach into later days
 */
export function instantAt(zone: string, day: number, minutes: number): number {
	const wallDay = day + Math.floor(minutes / MINUTES_PER_DAY);
	const wall = day * MS_PER_DAY + minutes * MS_PER_MINUTE;
	const before = midnightOffset(zone, wallDay - 1);
	const after = midnightOffset(zone, wallDay + 2);
	if (before === after) return wall - before;
	const inOldTime = wall - before;
	if (offsetAt(zone, inOldTime) === before) return inOldTime;
	const inNewTime = wall - after;
	if (offsetAt(zone, inNewTime) === after) return inNewTime;
	return clockChange(zone, wallDay, before);
}

/** What the wall clock of the zone shows; seconds are dropped. */
export function wallTimeAt(zone: string, at: number): WallTime {
	const wall = at + offsetAt(zone, at);
	const day = Math.floor(wall / MS_PER_DAY);
	return { day, minute: Math.floor((wall - day * MS_PER_DAY) / MS_PER_MINUTE) };
}

/** "2026-12-29T17:00:00+00:00", with the offset of the zone; milliseconds only where there are any. */
export function formatInstant(zone: string, at: number): string {
	const offset = offsetAt(zone, at);
	const wall = new Date(at + offset).toISOString();
	const clock = wall.endsWith(".000Z") ? wall.slice(0, 19) : wall.slice(0, 23);
	const minutes = Math.abs(Math.round(offset / MS_PER_MINUTE));
	return `${clock}${offset < 0 ? "-" : "+"}${clockText(minutes)}`;
}

/** "09:05" for 545 minutes. */
export function clockText(minutes: number): string {
	const hour = String(Math.floor(minutes / 60)).padStart(2, "0");
	return `${hour}:${String(minutes % 60).padStart(2, "0")}`;
}

const INSTANT =
	/^(\d{4}-\d{2}-\d{2})[T ]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,9}))?)?(Z|([+-])([01]\d|2[0-3]):?([0-5]\d))?$/i;

/**
 * The instant of an ISO 8601 text. Without an offset it is the wall clock of `zone`, never that of
 * the machine. Null when the text is no real date and time.
 */
export function parseInstant(text: string, zone: string): number | null {
	const found = INSTANT.exec(text.trim());
	const day = dayOf(found?.[1] ?? "");
	if (found === null || day === null) return null;
	const minutes = Number(found[2]) * 60 + Number(found[3]);
	const rest = Number(found[4] ?? 0) * 1000 + Number((found[5] ?? "").slice(0, 3).padEnd(3, "0"));
	if (found[6] === undefined) return instantAt(zone, day, minutes) + rest;
	const offset = Number(found[8] ?? 0) * 60 + Number(found[9] ?? 0);
	const east = found[7] === "-" ? -offset : offset;
	return day * MS_PER_DAY + (minutes - east) * MS_PER_MINUTE + rest;
}

/** How far the zone is ahead of UTC at the instant, in milliseconds. */
function offsetAt(zone: string, at: number): number {
	const day = Math.floor(at / MS_PER_DAY);
	const atStart = midnightOffset(zone, day);
	return atStart === midnightOffset(zone, day + 1) ? atStart : readOffset(zone, at);
}

/** The offset at 00:00 UTC. Kept, because asking the platform takes microseconds. */
function midnightOffset(zone: string, day: number): number {
	let known = midnightOffsets.get(zone);
	if (known === undefined) {
		known = new Map();
		midnightOffsets.set(zone, known);
	}
	const kept = known.get(day);
	if (kept !== undefined) return kept;
	if (known.size >= CACHED_DAYS) known.clear();
	const offset = readOffset(zone, day * MS_PER_DAY);
	known.set(day, offset);
	return offset;
}

function readOffset(zone: string, at: number): number {
	const parts: Record<string, number> = {};
	for (const { type, value } of formatterOf(zone).formatToParts(at)) parts[type] = Number(value);
	const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
	const wall = Date.UTC(year, month - 1, day, hour, minute, second);
	return wall - Math.floor(at / 1000) * 1000;
}

/** The instant within a day of `wallDay` at which the zone leaves the offset it had before. */
function clockChange(zone: string, wallDay: number, before: number): number {
	let old = (wallDay - 1) * MS_PER_DAY;
	let changed = (wallDay + 2) * MS_PER_DAY;
	while (changed - old > 1) {
		const middle = Math.floor((old + changed) / 2);
		if (readOffset(zone, middle) === before) old = middle;
		else changed = middle;
	}
	return changed;
}

function formatterOf(zone: string): Intl.DateTimeFormat {
	const known = formatters.get(zone);
	if (known !== undefined) return known;
	const made = new Intl.DateTimeFormat("en-GB", {
		timeZone: zone,
		hourCycle: "h23",
		year: "numeric",
		month: "2-digit",
		day: "2-digit",
		hour: "2-digit",
		minute: "2-digit",
		second: "2-digit",
	});
	formatters.set(zone, made);
	return made;
}
