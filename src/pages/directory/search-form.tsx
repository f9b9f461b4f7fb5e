import type { Words } from "#content/library.ts";
import type { Facets } from "#domain/directory/search/query.ts";
import { paths } from "#pages/paths.ts";

/** The facets that a person narrows by, in the order they help most. */
const SHOWN = ["need", "mode", "audience", "send", "language", "access"] as const;
/** What stands folded, until something of it was asked. */
const NARROWING = [...SHOWN, "age", "free", "open_now"] as const;
/** Beyond this a list of choices is longer than the list of services. */
const MOST_CHOICES = 12;

/** Buttons elsewhere on the page (next page, "did you mean") belong to this form, so that they carry its values. */
export const SEARCH_FORM = "search";
/** Where the answer to a search begins: the page comes back there. It is the card for danger, where there is one. */
export const RESULT = "result";

export type SearchFormProps = {
	readonly words: Words;
	readonly area: string;
	readonly asked: URLSearchParams;
	readonly facets: Facets;
	/** The services on the person's own list go along with every question. */
	readonly kept: readonly string[];
};

/** Words, place and choices in one form. It is posted, so that neither words nor place stand in an address (design rule 4). */
export function SearchForm({ words, area, asked, facets, kept }: SearchFormProps) {
	const { directory } = words.site;
	const ages = Array.from({ length: 19 }, (_, age) => String(age));
	return (
		<form id={SEARCH_FORM} method="post" action={`${paths.directory(area)}#${RESULT}`} class="search">
			{kept.map((id) => (
				<input type="hidden" name="kept" value={id} />
			))}
			<label for="q">{directory.what}</label>
			<p class="hint" id="q-hint">
				{directory.what_hint}
			</p>
			<input id="q" name="q" type="search" value={asked.get("q") ?? ""} aria-describedby="q-hint" autocomplete="off" />
			<label for="near">{directory.where}</label>
			<p class="hint" id="near-hint">
				{directory.where_hint}
			</p>
			<input
				id="near"
				name="near"
				type="text"
				class="short"
				value={asked.get("near") ?? ""}
				aria-describedby="near-hint"
				autocomplete="off"
			/>
			<details open={NARROWING.some((name) => asked.get(name))}>
				<summary>{directory.narrow}</summary>
				<label for="age">{directory.age}</label>
				<select id="age" name="age" class="short">
					<option value="">{directory.any_age}</option>
					{ages.map((age) => (
						<option value={age} selected={asked.get("age") === age}>
							{age}
						</option>
					))}
				</select>
				<p class="ticks">
					<label class="tick">
						<input type="checkbox" name="free" value="true" checked={asked.get("free") === "true"} /> {directory.free}
					</label>
					<label class="tick">
						<input type="checkbox" name="open_now" value="true" checked={asked.get("open_now") === "true"} />{" "}
						{directory.open_now}
					</label>
				</p>
				{SHOWN.map((name) => (
					<FacetChoices title={directory.facets[name]} name={name} choices={facets[name] ?? []} />
				))}
			</details>
			<button class="primary" type="submit">
				{directory.search}
			</button>
		</form>
	);
}

type FacetChoicesProps = { readonly title: string; readonly name: string; readonly choices: Facets[string] };

function FacetChoices({ title, name, choices }: FacetChoicesProps) {
	const offered = [...choices]
		.filter((choice) => choice.count > 0 || choice.selected)
		.sort((a, b) => Number(b.selected) - Number(a.selected) || b.count - a.count)
		.slice(0, MOST_CHOICES);
	if (offered.length === 0) return null;
	return (
		<fieldset class="facet">
			<legend>{title}</legend>
			{offered.map((choice) => (
				<label class="tick">
					<input type="checkbox" name={name} value={choice.id} checked={choice.selected} /> {choice.name} (
					{choice.count})
				</label>
			))}
		</fieldset>
	);
}
