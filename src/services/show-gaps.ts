import { type FourWeeks, fourWeeksOf, periodsBack, readFourWeeks } from "#domain/desk/four-weeks.ts";
import { roundedDown } from "#domain/desk/rounded-down.ts";
import { type ShownTally, suppress } from "#domain/tallies/suppress.ts";
import { type Tally, weekOf } from "#domain/tallies/tally.ts";
import type { Dependencies } from "#ports.ts";

export const GAP_TABLES = [
	"not_found_where",
	"not_found_when",
	"stages",
	"urgent",
	"helped",
	"missing",
	"call_backs",
] as const;
export type GapTable = (typeof GAP_TABLES)[number];

export type Gaps = {
	readonly period: FourWeeks;
	/** Still running: figures are rounded down. */
	readonly running: boolean;
	/** Periods that may be looked at, the newest first. */
	readonly periods: readonly FourWeeks[];
	readonly tables: Readonly<Record<GapTable, readonly ShownTally[]>>;
};

const SHOWN_PERIODS = 14;

/** What people of an area could not find, asked about and found of help in four weeks, with nothing in it that is of fewer than five. */
export async function showGaps(
	{ tallies, clock }: Pick<Dependencies, "tallies" | "clock">,
	{ area, period: asked }: { readonly area: string; readonly period: string },
): Promise<Gaps> {
	const now = fourWeeksOf(weekOf(clock.now()));
	if (now === null) throw new Error("This week is in no period.");
	const periods = periodsBack(now, SHOWN_PERIODS);
	const period = periods.find(({ id }) => id === readFourWeeks(asked)?.id) ?? now;
	const running = period.id === now.id;
	const found = (await tallies.of(area, period.weeks[0] ?? "")).filter(({ week }) => period.weeks.includes(week));
	const shown = (list: readonly Tally[]) => (running ? roundedDown(suppress(list)) : suppress(list));
	const of = (measure: string) => found.filter((tally) => tally.measure === measure);
	return {
		period,
		running,
		periods,
		tables: {
			not_found_where: shown(of("found_nothing")),
			not_found_when: shown(of("found_nothing").map((tally) => ({ ...tally, detail: tally.week }))),
			stages: shown(of("stage")),
			urgent: shown(of("urgent")),
			helped: shown(of("helped")),
			missing: shown(of("missing")),
			call_backs: shown(of("call_back")),
		},
	};
}
