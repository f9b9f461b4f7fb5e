import type { Words } from "#content/library.ts";
import type { Hit } from "#domain/directory/search/query.ts";
import { agesText } from "#pages/directory/ages-text.ts";
import { distanceText } from "#pages/directory/distance-text.ts";
import { freshText } from "#pages/directory/fresh-text.ts";
import { openingText } from "#pages/directory/opening-text.ts";
import { SEARCH_FORM } from "#pages/directory/search-form.tsx";
import { paths } from "#pages/paths.ts";

type HitItemProps = {
	readonly words: Words;
	readonly area: string;
	readonly hit: Hit;
	/** London's day number. */
	readonly today: number;
	/** Whether it is on the person's own list. */
	readonly kept: boolean;
	/** Its place in the list, from 1. */
	readonly number: number;
	/** There is a picture of where things are, with these numbers on it. */
	readonly pictured: boolean;
};

/** One service of a list: enough to choose by, a number to call, and how fresh it is. */
export function HitItem({ words, area, hit, today, kept, number, pictured }: HitItemProps) {
	const { directory, ways } = words.site;
	const others =
		hit.other_places === 1
			? directory.other_places_one
			: directory.other_places.replace("{count}", String(hit.other_places));
	return (
		<li id={`found-${hit.id}`}>
			<h3 class="hit-name">
				{pictured ? (
					<span class="hit-number" aria-hidden="true">
						{number}
					</span>
				) : null}
				<a href={paths.service(hit.area.slug, hit.id)}>{hit.name}</a>
			</h3>
			{hit.organisation && hit.organisation !== hit.name ? <p class="small">{hit.organisation}</p> : null}
			{hit.alert ? <p class="note">{hit.alert}</p> : null}
			{hit.summary ? <p>{hit.summary}</p> : null}
			<HitTags words={words} area={area} hit={hit} today={today} />
			{hit.where ? (
				<p class="small">
					{hit.where} {hit.other_places > 0 ? others : ""}
				</p>
			) : null}
			<div class="hit-ways">
				{hit.phone ? (
					<a class="way" href={`tel:${hit.phone.replace(/[^\d+]/g, "")}`}>
						{ways.call.replace("{number}", hit.phone)}
						<span class="visually-hidden"> ({hit.name})</span>
					</a>
				) : null}
				{hit.area.slug === area ? <KeepButton words={words} area={area} hit={hit} kept={kept} number={number} /> : null}
			</div>
			<p class={`small fresh-${hit.freshness}`}>{freshText(words, hit.freshness, hit.assured_date)}</p>
		</li>
	);
}

/** Belongs to the search form, so that the list and the question go along; the page comes back at this service. */
function KeepButton({ words, area, hit, kept, number }: Omit<HitItemProps, "today" | "pictured">) {
	const { keep, drop } = words.directory;
	return (
		<button
			class="quiet keep"
			type="submit"
			id={`at-${number}`}
			form={SEARCH_FORM}
			formaction={`${paths.directory(area)}#at-${number}`}
			name={kept ? "drop" : "keep"}
			value={hit.id}
		>
			{kept ? drop : keep}
			<span class="visually-hidden"> ({hit.name})</span>
		</button>
	);
}

function HitTags({ words, area, hit, today }: Omit<HitItemProps, "kept" | "number" | "pictured">) {
	const { directory } = words.site;
	const opening = hit.open_now === null ? null : openingText(words, hit.open_now, hit.hours.next, today);
	const ages = agesText(words, hit);
	const distance = distanceText(words, hit);
	return (
		<ul class="tags">
			{hit.temporarily_closed ? <li class="tag warn">{directory.temporarily_closed}</li> : null}
			{opening ? <li class={opening.open ? "state open" : "tag"}>{opening.text}</li> : null}
			{hit.free ? <li class="tag">{directory.free_tag}</li> : null}
			{ages ? (
				<li class="tag">
					{directory.ages} {ages}
				</li>
			) : null}
			{hit.everywhere ? <li class="tag">{directory.everywhere}</li> : null}
			{distance ? <li class="tag">{distance}</li> : null}
			{hit.area.slug === area ? null : <li class="tag">{words.directory.in_area.replace("{area}", hit.area.name)}</li>}
		</ul>
	);
}
