import type { Words } from "#content/library.ts";
import type { Hit } from "#domain/directory/search/query.ts";
import { paths } from "#pages/paths.ts";

/** One service of a list: enough to choose by, with how fresh it is. */
export function HitItem({ words, area, hit }: { readonly words: Words; readonly area: string; readonly hit: Hit }) {
	const { directory, open_now, closed_now } = words.site;
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
			<ul class="tags">
				{hit.temporarily_closed ? <li class="tag warn">{directory.temporarily_closed}</li> : null}
				{hit.free ? <li class="tag">{directory.free_tag}</li> : null}
				{hit.open_now === null ? null : <li class="tag">{hit.open_now ? open_now : closed_now}</li>}
				{hit.everywhere ? <li class="tag">{directory.everywhere}</li> : null}
				{hit.distance_km === undefined ? null : (
					<li class="tag">{directory.distance.replace("{km}", hit.distance_km.toFixed(1))}</li>
				)}
			</ul>
			{hit.where ? (
				<p class="small">
					{hit.where} {hit.other_places > 0 ? others : ""}
				</p>
			) : null}
			<p class={`small fresh-${hit.freshness}`}>
				{directory.freshness[hit.freshness].replace("{date}", hit.assured_date ?? "")}.
			</p>
		</li>
	);
}
