import type { Words } from "#content/library.ts";
import type { ListingNeed } from "#domain/directory/editing/listing-needs.ts";
import { DeskLayout, FormToken } from "#pages/desk/desk-layout.tsx";
import type { Desk } from "#pages/desk/desk-part.ts";
import { ChangesTable } from "#pages/desk/directory/changes-table.tsx";
import { listingPaths } from "#pages/desk/directory/paths.ts";
import { Told } from "#pages/desk/told.tsx";
import { plainDate } from "#pages/ui/plain-date.ts";
import type { ServiceVersion } from "#ports/service-history.ts";
import type { ListingState } from "#services/listing-history.ts";

type HistoryPageProps = {
	readonly words: Words;
	readonly desk: Desk;
	readonly id: string;
	readonly name: string;
	readonly needs: readonly ListingNeed[];
	/** The newest first, each with what it changed in the state before it. */
	readonly states: readonly ListingState[];
	readonly told?: string | undefined;
};

/** Every state that a listing had, what each changed, and a way back to it. */
export function HistoryPage({ words, desk, id, name, needs, states, told }: HistoryPageProps) {
	const { history } = words.desk_directory;
	const area = desk.area.slug;
	return (
		<DeskLayout words={words} desk={desk} title={history.title} here={listingPaths.list(area)}>
			<p class="up">
				<a href={listingPaths.edit(area, id)}>{name}</a>
			</p>
			<h1>{history.title}</h1>
			<Told text={told} />
			<p class="lead">{history.lead}</p>
			{states.length === 0 ? <p>{history.none}</p> : null}
			{states.map((state, at) => (
				<section class="wide-room" aria-labelledby={`state-${state.version}`}>
					<h2 id={`state-${state.version}`}>{byLine(words, state)}</h2>
					{state.deleted ? <p>{history.deleted}</p> : null}
					<details>
						<summary>{history.compare}</summary>
						<ChangesTable words={words} needs={needs} changes={state.changes} />
					</details>
					{at === 0 ? <p class="small">{history.now}</p> : null}
					{at > 0 && !state.deleted && desk.may("directory.edit") ? (
						<form method="post" action={listingPaths.history(area, id)}>
							<FormToken token={desk.token} />
							<input type="hidden" name="version" value={String(state.version)} />
							<button class="quiet" type="submit">
								{history.restore}
							</button>
						</form>
					) : null}
				</section>
			))}
		</DeskLayout>
	);
}

function byLine(words: Words, { at, by, why }: ServiceVersion): string {
	const { history } = words.desk_directory;
	const named: Readonly<Record<string, string>> = history.why;
	return history.by
		.replace("{date}", () => plainDate(words, at.toISOString().slice(0, 10)))
		.replace("{by}", () => by)
		.replace("{why}", () => named[why] ?? history.why.other);
}
