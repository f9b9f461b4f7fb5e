import type { Words } from "#content/library.ts";
import type { Hit } from "#domain/directory/search/query.ts";
import { agesText } from "#pages/directory/ages-text.ts";
import { freshText } from "#pages/directory/fresh-text.ts";
import { openingText } from "#pages/directory/opening-text.ts";
import { paths } from "#pages/paths.ts";

type HitItemProps = {
	readonly words: Words;
	readonly area: string;
	readonly hit: Hit;
	/** London's day number. */
	readonly today: number;
};

/** One service of a list: enough to choose by, a number to call, and how fresh it is. */
export function HitItem({ words, area, hit, today }: HitItemProps) {
	const { directory, ways } = words.site;
	const others =
		hit.other_places === 1
			? directory.other_places_one
			: directory.other_places.replace("{count}", String(hit.other_places));
	return (
		<li>
			<h3 class="hit-name">
				<a href={paths.service(area, hit.id)}>{hit.name}</a>
			</h3>
			{hit.organisation && hit.organisation !== hit.name ? <p class="small">{hit.organisation}</p> : null}
			{hit.summary ? <p>{hit.summary}</p> : null}
			<HitTags words={words} hit={hit} today={today} />
			{hit.where ? (
				<p class="small">
					{hit.where} {hit.other_places > 0 ? others : ""}
				</p>
			) : null}
			{hit.phone ? (
				<a class="way" href={`tel:${hit.phone.replace(/[^\d+]/g, "")}`}>
					{ways.call.replace("{number}", hit.phone)}
					<span class="visually-hidden"> ({hit.name})</span>
				</a>
			) : null}
			<p class={`small fresh-${hit.freshness}`}>{freshText(words, hit.freshness, hit.assured_date)}</p>
		</li>
	);
}

function HitTags({ words, hit, today }: Omit<HitItemProps, "area">) {
	const { directory } = words.site;
	const opening = hit.open_now === null ? null : openingText(words, hit.open_now, hit.hours.next, today);
	const ages = agesText(words, hit);
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
			{hit.distance_km === undefined ? null : (
				<li class="tag">{directory.distance.replace("{km}", hit.distance_km.toFixed(1))}</li>
			)}
		</ul>
	);
}
