import type { Words } from "#content/library.ts";
import { plainDate } from "#pages/ui/plain-date.ts";

export type SourcesProps = {
	readonly words: Words;
	readonly sources: readonly { readonly title: string; readonly url: string; readonly date: string }[];
	readonly reviewed: string | null;
	readonly review_by: string | null;
	/** Told apart by the text they belong to, where a page has several. */
	readonly of?: string;
};

/** Where a text comes from and how fresh it is, folded below it. */
export function Sources({ words, sources, reviewed, review_by, of }: SourcesProps) {
	const { guide } = words.site;
	if (sources.length === 0 && !reviewed) return null;
	return (
		<details class="sources">
			<summary>
				{guide.sources}
				{of ? <span class="visually-hidden"> ({of})</span> : null}
			</summary>
			<ul>
				{sources.map((source) => (
					<li>
						<a href={source.url} rel="noreferrer">
							{source.title}
						</a>{" "}
						({plainDate(words, source.date)})
					</li>
				))}
			</ul>
			{reviewed && review_by ? (
				<p class="small">
					{guide.reviewed
						.replace("{reviewed}", plainDate(words, reviewed))
						.replace("{review_by}", plainDate(words, review_by))}{" "}
					{guide.not_reviewed_by_practitioner}
				</p>
			) : null}
		</details>
	);
}
