import { type Measure, weekOf } from "#domain/tallies/tally.ts";
import type { Dependencies } from "#ports.ts";

export type CountNeeds = Pick<Dependencies, "tallies" | "clock">;

/** Counts one in this week. Never waits and never fails: nobody's answer hangs on it. Without an area it counts for none. */
export function count(
	{ tallies, clock }: CountNeeds,
	area: string | undefined,
	measure: Measure,
	item: string,
	detail = "",
): void {
	tallies.add(area ?? "", weekOf(clock.now()), measure, item, detail);
}
