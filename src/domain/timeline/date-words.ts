import type { DueDate } from "#domain/timeline/due-dates.ts";
import type { RuleId, TimelineEvent } from "#domain/timeline/rules.ts";

/** What content says about the dates: the shape of `content/words/dates.yaml`. */
export type DateWords = {
	readonly events: Readonly<Record<TimelineEvent, string>>;
	/** Why an event has no date. */
	readonly no_dates: Readonly<Partial<Record<TimelineEvent, string>>>;
	readonly rules: Readonly<Record<RuleId, { readonly what: string; readonly says: string; readonly fact: string }>>;
};

/** A date as a person reads it: what should have happened, by when, and the rule behind it. */
export type DatedEntry = Omit<DueDate, "rule"> & { readonly what: string; readonly rule: string };

/** Puts content's words to a date. */
export function inWords({ rule, ...date }: DueDate, words: DateWords): DatedEntry {
	const { what, says } = words.rules[rule];
	return { what, ...date, rule: says };
}
