/**
 * Counts are shown by fixed periods of four weeks, thirteen to a year; in a year of 53 weeks the last has five. Periods do not
 * overlap, so that no difference between two of them tells of a week.
 */
const WEEKS = 4;
const PERIODS = 13;

export type FourWeeks = { readonly id: string; readonly weeks: readonly string[] };

/** The period of an ISO week ("2026-W48" is in "2026-P12"); null for what is no week. */
export function fourWeeksOf(week: string): FourWeeks | null {
	const [, year, number] = /^(\d{4})-W(0[1-9]|[1-4]\d|5[0-3])$/.exec(week) ?? [];
	if (year === undefined) return null;
	return fourWeeks(Number(year), Math.min(PERIODS, Math.ceil(Number(number) / WEEKS)));
}

/** "2026-P12"; null for what is no period. */
export function readFourWeeks(id: string): FourWeeks | null {
	const [, year, number] = /^(\d{4})-P(0[1-9]|1[0-3])$/.exec(id) ?? [];
	return year === undefined ? null : fourWeeks(Number(year), Number(number));
}

/** The period and those before it, the newest first. */
export function periodsBack(from: FourWeeks, count: number): readonly FourWeeks[] {
	const at = Number(from.id.slice(0, 4)) * PERIODS + Number(from.id.slice(6)) - 1;
	return Array.from({ length: count }, (_, back) =>
		fourWeeks(Math.floor((at - back) / PERIODS), ((at - back) % PERIODS) + 1),
	);
}

function fourWeeks(year: number, number: number): FourWeeks {
	const first = (number - 1) * WEEKS + 1;
	const length = number === PERIODS ? WEEKS + 1 : WEEKS;
	const two = (value: number) => String(value).padStart(2, "0");
	return {
		id: `${year}-P${two(number)}`,
		weeks: Array.from({ length }, (_, index) => `${year}-W${two(first + index)}`),
	};
}
