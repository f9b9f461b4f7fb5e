import type { Draft, Located } from "#content/content.ts";
import type { Problem } from "#content/problem.ts";

type Sourced = {
	readonly sources?: readonly { readonly title: string; readonly url: string; readonly date: string }[];
};
type Named = { readonly url: string; readonly date: string; readonly file: string; readonly line: number };

/**
 * One page has one date, wherever it is named, and no source is from after the text was looked at. A source's date is the
 * one it carries, or the day it was listed here; it never says that someone read it again that day. A home page stands for
 * many pages of a site, so its dates may differ.
 */
export function checkSources(draft: Draft): readonly Problem[] {
	const texts: readonly Located<Sourced>[] = [...draft.answers, ...draft.stages, ...draft.pages];
	const named: readonly Named[] = [
		...draft.facts.flatMap(({ value: { source }, file, lineOf }) =>
			source.url && source.date ? [{ url: source.url, date: source.date, file, line: lineOf("source", "date") }] : [],
		),
		...texts.flatMap(({ value, file, lineOf }) =>
			(value.sources ?? []).map(({ url, date }, index) => ({
				url,
				date,
				file,
				line: lineOf("sources", index, "date"),
			})),
		),
	];
	const first = new Map<string, Named>();
	const uneven = named.flatMap((source) => {
		if (new URL(source.url).pathname === "/") return [];
		const before = first.get(source.url);
		if (!before) first.set(source.url, source);
		if (!before || before.date === source.date) return [];
		const message = `${source.url} has the date ${before.date} in ${before.file}, and ${source.date} here.`;
		return [{ file: source.file, line: source.line, message }];
	});
	const late = [...draft.answers, ...draft.stages].flatMap(({ value, file, lineOf }) =>
		value.sources.flatMap(({ date }, index) =>
			date > value.reviewed
				? [{ file, line: lineOf("sources", index, "date"), message: "The source is from after the review." }]
				: [],
		),
	);
	return [...uneven, ...late];
}
