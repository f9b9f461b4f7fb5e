import type { Words } from "#content/library.ts";
import { DeskLayout } from "#pages/desk/desk-layout.tsx";
import type { Desk } from "#pages/desk/desk-part.ts";
import { importOutcome } from "#pages/desk/directory/import-outcome.ts";
import { listingPaths } from "#pages/desk/directory/paths.ts";
import { Told } from "#pages/desk/told.tsx";
import { plainDate } from "#pages/ui/plain-date.ts";
import type { FeedRun } from "#ports/feed-register.ts";

type ImportsPageProps = {
	readonly words: Words;
	readonly desk: Desk;
	readonly runs: readonly FeedRun[];
	readonly told?: string | undefined;
};

/** What each reading of a feed brought, mended and refused. */
export function ImportsPage({ words, desk, runs, told }: ImportsPageProps) {
	const said = words.desk_directory.imports;
	const area = desk.area.slug;
	return (
		<DeskLayout words={words} desk={desk} title={said.title} here={listingPaths.imports(area)}>
			<h1>{said.title}</h1>
			<Told text={told} />
			<p class="lead">{runs.length > 0 ? said.lead : said.none}</p>
			{runs.length > 0 ? (
				<div class="table-room">
					<table>
						<thead>
							<tr>
								<th scope="col">{said.ran}</th>
								<th scope="col">{said.feed}</th>
								<th scope="col">{said.outcome}</th>
							</tr>
						</thead>
						<tbody>
							{runs.map((run) => (
								<tr>
									<th scope="row">
										<a href={listingPaths.importRun(area, run.key)}>{plainDate(words, run.ranAt.toISOString())}</a>
									</th>
									<td class="as-typed">{run.source}</td>
									<td>{importOutcome(words, run)}</td>
								</tr>
							))}
						</tbody>
					</table>
				</div>
			) : null}
		</DeskLayout>
	);
}
