import type { Words } from "#content/library.ts";
import type { ListingProblem } from "#domain/directory/editing/field-reader.ts";
import type { ListingChange } from "#domain/directory/editing/listing-changes.ts";
import type { ListingFields, ListingGround } from "#domain/directory/editing/listing-fields.ts";
import { DeskLayout, FormToken } from "#pages/desk/desk-layout.tsx";
import type { Desk } from "#pages/desk/desk-part.ts";
import { ChangesTable } from "#pages/desk/directory/changes-table.tsx";
import { Tick } from "#pages/desk/directory/field.tsx";
import { fieldLabel } from "#pages/desk/directory/field-label.ts";
import { WHOLE } from "#pages/desk/directory/form-values.ts";
import { ListingForm } from "#pages/desk/directory/listing-form.tsx";
import { listingPaths } from "#pages/desk/directory/paths.ts";
import { Told } from "#pages/desk/told.tsx";

export type EditPageProps = {
	readonly words: Words;
	readonly desk: Desk;
	/** Null for a new one. */
	readonly listing: EditedListing | null;
	readonly ground: ListingGround;
	/** As it is, or as it was sent. */
	readonly values: ListingFields;
	readonly places: number;
	readonly keptLines: number;
	readonly problems?: readonly ListingProblem[];
	/** What the form would change; null while nothing was sent. */
	readonly preview?: readonly ListingChange[] | null;
	readonly told?: string | undefined;
};
export type EditedListing = {
	readonly id: string;
	readonly name: string;
	readonly source: string | null;
	/** Fields that were changed here over what a feed says. */
	readonly edited: readonly string[];
};

/** A listing's form; after "look at it first" with what would change above it. */
export function EditPage(props: EditPageProps) {
	const { words, desk, listing, ground, values, places, keptLines, problems = [], preview = null, told } = props;
	const said = words.desk_directory;
	const area = desk.area.slug;
	const title = listing ? said.edit.title : said.edit.new_title;
	const action = listing ? listingPaths.edit(area, listing.id) : listingPaths.create(area);
	const fields = { words, values, problems };
	return (
		<DeskLayout words={words} desk={desk} title={title} here={listingPaths.list(area)}>
			<p class="up">
				<a href={listingPaths.list(area)}>{said.title}</a>
			</p>
			<h1>{listing?.name ?? title}</h1>
			<Told text={told} />
			<Problems words={words} ground={ground} problems={problems} />
			{listing ? <Origin words={words} desk={desk} listing={listing} /> : null}
			<form method="post" action={action} class="listing">
				<FormToken token={desk.token} />
				<input type="hidden" name={WHOLE} value="yes" />
				{preview ? (
					<section aria-labelledby="preview" class="note">
						<h2 id="preview">{said.preview.changes}</h2>
						<p>{said.preview.lead}</p>
						<ChangesTable words={words} needs={ground.needs} changes={preview} />
						<button class="primary" type="submit" name="do" value="save">
							{said.preview.save}
						</button>
					</section>
				) : (
					<p class="lead">{said.edit.lead}</p>
				)}
				<ListingForm ground={fields} needs={ground.needs} places={places} keptLines={keptLines} />
				<Tick ground={fields} name="confirmed" label={said.edit.confirmed} />
				<div class="controls">
					<button class="primary" type="submit" name="do" value="save">
						{said.edit.save}
					</button>
					<button class="quiet" type="submit" name="do" value="preview">
						{said.edit.preview}
					</button>
				</div>
			</form>
		</DeskLayout>
	);
}

type OriginProps = { readonly words: Words; readonly desk: Desk; readonly listing: EditedListing };

function Origin({ words, desk, listing }: OriginProps) {
	const { edit, history } = words.desk_directory;
	const area = desk.area.slug;
	const edited = listing.edited.map((field) => fieldLabel(words, [], field.replace(/^internal\./, ""))).join(", ");
	return (
		<>
			<p class="small">
				{listing.source === null ? edit.here : edit.source.replace("{source}", () => listing.source ?? "")}{" "}
				<a href={listingPaths.history(area, listing.id)}>{history.link}</a>
			</p>
			{listing.edited.length > 0 && listing.source !== null ? (
				<form method="post" action={listingPaths.withdraw(area, listing.id)}>
					<FormToken token={desk.token} />
					<p class="small">{edit.edited.replace("{fields}", () => edited)}</p>
					<button class="quiet" type="submit" aria-describedby="withdraw-hint">
						{edit.withdraw}
					</button>
					<p class="hint" id="withdraw-hint">
						{edit.withdraw_hint}
					</p>
				</form>
			) : null}
		</>
	);
}

type ProblemsProps = {
	readonly words: Words;
	readonly ground: ListingGround;
	readonly problems: readonly ListingProblem[];
};

function Problems({ words, ground, problems }: ProblemsProps) {
	if (problems.length === 0) return null;
	const said = words.desk_directory;
	return (
		<div class="error-summary" role="alert" tabindex={-1}>
			<h2>{said.edit.problems_title}</h2>
			<ul>
				{problems.map(({ field, problem }) => (
					<li>
						<a href={`#${field}`}>{`${fieldLabel(words, ground.needs, field)}: ${said.problems[problem]}`}</a>
					</li>
				))}
			</ul>
		</div>
	);
}
