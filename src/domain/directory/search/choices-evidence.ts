import type { FacetGroup, FacetValue } from "#domain/directory/search/facet-values.ts";
import { FIELD } from "#domain/directory/search/fields.ts";

/**
 * Which choices a record ticks, weighed from where its words stand: a name or a heading of its own says more
 * than a mention far down a description.
 */
const POINTS: readonly number[] = (() => {
	const points = [0, 0, 0, 0, 0, 0, 0, 0];
	points[FIELD.name] = 3;
	points[FIELD.alternate_name] = 3;
	points[FIELD.need] = 3;
	points[FIELD.eligibility] = 2;
	points[FIELD.organisation] = 1;
	points[FIELD.description] = 1;
	points[FIELD.other] = 1;
	return points;
})();
/** A description says first what the service is for. */
const OPENING_WORDS = 40;
const POINTS_IN_OPENING = 2;

/** From how many points a choice is ticked. What is said of a building or a way of meeting is meant when it is said once. */
const ENOUGH: Readonly<Record<FacetGroup, number>> = {
	need: 2,
	audience: 2,
	send: 2,
	access: 1,
	mode: 1,
	language: 1,
	free: 1,
	day: 1,
	age: 1,
};

export type Evidence = ReturnType<typeof createEvidence>;

export function createEvidence(values: readonly FacetValue[]) {
	const points = new Map<number, number>();
	const seen = new Map<number, number>();
	return {
		/** A sign (by its number) of a choice, at a word of a field. The same sign in the same field counts twice at most. */
		note(value: number, sign: number, field: number, at: number): void {
			const key = sign * 16 + field;
			const times = seen.get(key) ?? 0;
			if (times === 2) return;
			seen.set(key, times + 1);
			const opening = field === FIELD.description && at < OPENING_WORDS;
			points.set(value, (points.get(value) ?? 0) + (opening ? POINTS_IN_OPENING : (POINTS[field] ?? 0)));
		},
		/** The choices with enough points, and those that are merely mentioned. */
		weigh(): { readonly ticked: readonly number[]; readonly mentioned: readonly number[] } {
			const ticked: number[] = [];
			const mentioned: number[] = [];
			for (const [value, sum] of points) {
				const group = values[value]?.group;
				if (group === undefined || sum === 0) continue;
				(sum >= ENOUGH[group] ? ticked : mentioned).push(value);
			}
			return { ticked, mentioned };
		},
	};
}
