import type { Words } from "#content/library.ts";
import type { ListingNeed } from "#domain/directory/editing/listing-needs.ts";
import { DeskLayout, FormToken } from "#pages/desk/desk-layout.tsx";
import type { Desk } from "#pages/desk/desk-part.ts";
import { ChangesTable } from "#pages/desk/directory/changes-table.tsx";
import { listingPaths } from "#pages/desk/directory/paths.ts";
import { Told } from "#pages/desk/told.tsx";
import { plainDate } from "#pages/ui/plain-date.ts";
import type { Draft } from "#ports/drafts.ts";
import type { WaitingDraft } from "#services/waiting-drafts.ts";

type DraftsPageProps = {
	readonly words: Words;
	readonly desk: Desk;
	readonly needs: readonly ListingNeed[];
	readonly drafts: readonly WaitingDraft[];
	readonly told?: string | undefined;
};

/** Changes that somebody has to agree to, or not. */
export function DraftsPage({ words, desk, needs, drafts, told }: DraftsPageProps) {
	const said = words.desk_directory.drafts;
	const area = desk.area.slug;
	return (
		<DeskLayout words={words} desk={desk} title={said.title} here={listingPaths.drafts(area)}>
			<h1>{said.title}</h1>
			<Told text={told} />
			<p class="lead">{drafts.length > 0 ? said.lead : said.none}</p>
			{drafts.map((draft) => (
				<section class="wide-room" aria-labelledby={`draft-${draft.id}`}>
					<h2 id={`draft-${draft.id}`}>{draft.name ?? said.new}</h2>
					<p class="small">{fromLine(words, draft)}</p>
					<ChangesTable words={words} needs={needs} changes={draft.changes} />
					{draft.madeBy === desk.actor ? (
						<p class="hint">{said.own}</p>
					) : desk.may("directory.approve") ? (
						<Decision words={words} desk={desk} draft={draft} />
					) : null}
				</section>
			))}
		</DeskLayout>
	);
}

function Decision({ words, desk, draft }: { readonly words: Words; readonly desk: Desk; readonly draft: Draft }) {
	const said = words.desk_directory.drafts;
	const reason = `reason-${draft.id}`;
	return (
		<form method="post" action={listingPaths.draft(desk.area.slug, draft.id)}>
			<FormToken token={desk.token} />
			<button class="primary" type="submit" name="decision" value="approve">
				{said.approve}
			</button>
			<label for={reason}>{said.reason}</label>
			<input type="text" id={reason} name="reason" maxlength={300} autocomplete="off" />
			<button class="quiet" type="submit" name="decision" value="refuse">
				{said.refuse}
			</button>
		</form>
	);
}

function fromLine(words: Words, { origin, madeBy, madeAt }: Draft): string {
	const said = words.desk_directory.drafts;
	return (origin === "provider" ? said.from_provider : said.from_editor)
		.replace("{by}", () => madeBy)
		.replace("{date}", () => plainDate(words, madeAt.toISOString().slice(0, 10)));
}
