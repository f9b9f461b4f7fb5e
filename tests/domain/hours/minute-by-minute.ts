import type { Hours } from "#domain/hours/hours.ts";

/**
 * The contract of "hours as data", walked one minute at a time: slow, and with none of the product's
 * sums. A span has begun once the wall clock has ever shown its opening time or a later one, and is
 * over once it has ever shown its closing time or a later one.
 */
export type Walk = {
	readonly firstMinute: number;
	/** Whether each minute from the first on is open. */
	readonly open: readonly boolean[];
	/** The date each minute belongs to, as days since 1970. */
	readonly dates: readonly number[];
};

const MINUTE = 60_000;
const NAMES = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"];

export function walk(hours: Hours, fromMs: number, days: number, holidays: ReadonlySet<string>): Walk {
	// Nine days of run-up, so that every span that could still run has been seen to begin.
	const firstMinute = fromMs / MINUTE;
	const runUp = firstMinute - 9 * 1440;
	const minutes = (days + 9) * 1440;
	const wall = wallClock(hours.zone, runUp, minutes);
	const spans = allSpans(hours, Math.floor(runUp / 1440) - 9, days + 30, holidays);
	const open: boolean[] = [];
	const dates: number[] = [];
	let latest = Number.NEGATIVE_INFINITY;
	for (let index = 0; index < minutes; index++) {
		const shown = wall[index] ?? 0;
		latest = Math.max(latest, shown);
		if (runUp + index < firstMinute) continue;
		open.push(spans.some(([from, to]) => from <= latest && latest < to));
		dates.push(Math.floor(shown / 1440));
	}
	return { firstMinute, open, dates };
}

/** Wall minutes since 1970 for each minute; offsets are read every quarter of an hour. */
function wallClock(zone: string, first: number, count: number): number[] {
	const shows = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "medium" });
	const result: number[] = [];
	let ahead = 0;
	for (let minute = first; minute < first + count; minute++) {
		if (minute === first || minute % 15 === 0) {
			const at = minute * MINUTE;
			ahead = (Date.parse(`${shows.format(at).replace(" ", "T")}Z`) - at) / MINUTE;
		}
		result.push(minute + ahead);
	}
	return result;
}

function allSpans(hours: Hours, firstDay: number, days: number, holidays: ReadonlySet<string>): [number, number][] {
	const found: [number, number][] = [];
	for (let day = firstDay; day < firstDay + days; day++) {
		const base = day * 1440;
		const date = new Date(day * 1440 * MINUTE).toISOString().slice(0, 10);
		const dated = (open: readonly (readonly [string, string])[]) => {
			for (const [from, to] of open) {
				const late = clock(to) <= clock(from) ? 1440 : 0;
				found.push([base + clock(from), base + clock(to) + late]);
			}
		};
		const usual = () => {
			for (const { from, to } of hours.weekly) {
				if (from.slice(0, 3) !== NAMES[((day % 7) + 7) % 7]) continue;
				const start = clock(from.slice(4));
				let end = clock(to.slice(-5));
				if (to.length === 5) end += end <= start ? 1440 : 0;
				else {
					const later = (NAMES.indexOf(to.slice(0, 3)) - NAMES.indexOf(from.slice(0, 3)) + 7) % 7;
					end += later === 0 && end <= start ? 7 * 1440 : later * 1440;
				}
				found.push([base + start, base + end]);
			}
		};
		const exception = hours.exceptions.find((one) => one.date === date);
		const rule = hours.bank_holidays;
		if (exception) dated(exception.open);
		else if (!holidays.has(date) || rule === "as_usual") usual();
		else if (rule === "all_day") {
			dated([["00:00", "24:00"]]);
			usual();
		} else if (rule !== "closed") dated(rule.open);
	}
	return found;
}

function clock(time: string): number {
	return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
