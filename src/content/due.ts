import type { Draft, Located } from "#content/content.ts";

/** Something that falls due for a look: the day, the file and what it is. */
export type Due = { readonly by: string; readonly file: string; readonly what: string };

/** Helplines carry the day they were checked; six months later they are due like every text. */
const HELPLINE_MONTHS = 6;

/** What has to be looked at again by `day` ("2027-05-21"), soonest first. What is past its date comes first of all. */
export function dueBy(draft: Draft, day: string): readonly Due[] {
	const texts: readonly Located<{ readonly title: string; readonly review_by: string }>[] = [
		...draft.answers,
		...draft.stages,
		...draft.eightQuestions,
		...draft.pages,
		...draft.sheets,
	];
	return [
		...texts.map(({ value, file }) => ({ by: value.review_by, file, what: value.title })),
		...draft.glossary.map(({ value, file }) => ({ by: value.review_by, file, what: "every term of the glossary" })),
		...draft.facts.flatMap(({ value, file }) =>
			value.until ? [{ by: value.until, file, what: `fact ${value.id}: ${value.says}` }] : [],
		),
		...draft.helplines.map(({ value, file }) => ({
			by: monthsAfter(value.checked, HELPLINE_MONTHS),
			file,
			what: `helpline ${value.name}`,
		})),
	]
		.filter(({ by }) => by <= day)
		.sort((a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : 0));
}

/** A day some months later; the last day of a shorter month. */
function monthsAfter(day: string, months: number): string {
	const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
	const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
	return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}
