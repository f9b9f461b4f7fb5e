import type { Words } from "#content/library.ts";
import { DeskLayout, FormToken } from "#pages/desk/desk-layout.tsx";
import type { Desk } from "#pages/desk/desk-part.ts";
import { importOutcome } from "#pages/desk/directory/import-outcome.ts";
import { listingPaths } from "#pages/desk/directory/paths.ts";
import type { FeedRun, FeedRunNotes } from "#ports/feed-register.ts";

type RunPageProps = {
	readonly words: Words;
	readonly desk: Desk;
	readonly run: FeedRun;
	readonly notes: FeedRunNotes;
};

/** The rest is in the table to download. */
const MOST_SHOWN = 200;

/** What one run mended, refused and held back. */
export function ImportRunPage({ words, desk, run, notes }: RunPageProps) {
	const said = words.desk_directory.imports;
	const area = desk.area.slug;
	const repairs = notes.repairs.slice(0, MOST_SHOWN);
	const rejects = notes.rejects.slice(0, MOST_SHOWN);
	const more = notes.repairs.length + notes.rejects.length - repairs.length - rejects.length;
	return (
		<DeskLayout words={words} desk={desk} title={said.notes} here={listingPaths.imports(area)}>
			<p class="up">
				<a href={listingPaths.imports(area)}>{said.title}</a>
			</p>
			<h1>{said.notes}</h1>
			<p class="lead as-typed">{run.source}</p>
			<p>{importOutcome(words, run)}</p>
			<p>
				<a href={listingPaths.importTable(area, run.key)}>{said.csv}</a>
			</p>
			{notes.heldBack.length > 0 ? (
				<form method="post" action={listingPaths.importRun(area, run.key)} class="note">
					<FormToken token={desk.token} />
					<p>{said.held.replace("{count}", String(notes.heldBack.length))}</p>
					<button class="quiet" type="submit">
						{said.allow}
					</button>
				</form>
			) : null}
			{rejects.length > 0 ? (
				<section aria-labelledby="rejects">
					<h2 id="rejects">{said.rejects}</h2>
					<ul>
						{rejects.map(({ record, reason }) => (
							<li class="as-typed">{`${record}: ${reason}`}</li>
						))}
					</ul>
				</section>
			) : null}
			{repairs.length > 0 ? (
				<section aria-labelledby="repairs">
					<h2 id="repairs">{said.repairs}</h2>
					<ul>
						{repairs.map(({ record, field, rule }) => (
							<li class="as-typed">{`${record}, ${field}: ${rule}`}</li>
						))}
					</ul>
				</section>
			) : null}
			{more > 0 ? <p class="hint">{said.more.replace("{count}", String(more))}</p> : null}
		</DeskLayout>
	);
}
