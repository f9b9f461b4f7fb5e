import type { Words } from "#content/library.ts";
import type { RouteGroups, UrgentCard } from "#domain/conversation/turn.ts";
import type { Area } from "#domain/directory/area.ts";
import { locateOnRings } from "#domain/directory/locate-on-rings.ts";
import type { Relaxation, SearchAnswer } from "#domain/directory/search/query.ts";
import type { PlaceArea } from "#domain/places/found-place.ts";
import { parsePostcode } from "#domain/places/postcode.ts";
import { HitItem } from "#pages/directory/hit-item.tsx";
import { Locator } from "#pages/directory/locator.tsx";
import { changeText } from "#pages/directory/search-change.ts";
import { RESULT, SEARCH_FORM, SearchForm } from "#pages/directory/search-form.tsx";
import { embedPaths } from "#pages/embed/embed-paths.ts";
import { paths } from "#pages/paths.ts";
import { Layout } from "#pages/ui/layout.tsx";
import { Routes } from "#pages/ui/routes.tsx";
import { Urgent } from "#pages/ui/urgent-card.tsx";
import type { DirectorySearch } from "#services/search-directory.ts";

export type ListPageProps = {
	readonly words: Words;
	readonly area: Area;
	readonly answer: SearchAnswer;
	readonly asked: URLSearchParams;
	/** The services on the person's own list. */
	readonly kept: readonly string[];
	/** Where what was looked for tells of danger. */
	readonly urgent: UrgentCard | null;
	/** London's day number. */
	readonly today: number;
	/** Where it was asked near; "unknown" for a place that we do not know. */
	readonly place: Extract<DirectorySearch, { readonly kind: "found" }>["place"];
	/** The council that the place surely belongs to, where it is not this one. */
	readonly elsewhere: PlaceArea | null;
	/** Councils around that place whose directories are here too. */
	readonly neighbours: readonly { readonly slug: string; readonly name: string }[];
	readonly routes: RouteGroups;
	/** Where this page is reached, for programs that embed it. */
	readonly address: string;
};

/** The directory of an area: what was asked, what was found, and what to try where nothing was. */
export function DirectoryListPage(props: ListPageProps) {
	const { words, area, answer, asked, kept, urgent, routes, address } = props;
	const { directory } = words.site;
	const { origin } = new URL(address);
	return (
		<Layout
			words={words}
			title={directory.title}
			demonstration={area.demonstration}
			area={area.slug}
			embeddable
			head={
				<link
					rel="alternate"
					type="application/json+oembed"
					href={origin + embedPaths.oembed(origin + paths.directory(area.slug))}
					title={directory.title}
				/>
			}
		>
			<div id="directory">
				{urgent ? (
					<div id={RESULT} tabindex={-1}>
						<Urgent words={words} card={urgent} />
					</div>
				) : null}
				<h1>{directory.title}</h1>
				<p class="lead">{area.name}</p>
				<div class="find">
					<SearchForm words={words} area={area.slug} asked={asked} facets={answer.facets} kept={kept} />
					<Found {...props} />
				</div>
			</div>
			<Routes words={words} routes={routes} />
		</Layout>
	);
}

function Found({ words, area, answer, kept, today, place, neighbours, elsewhere, urgent }: ListPageProps) {
	const { directory } = words.site;
	const first = (answer.page - 1) * answer.per_page + 1;
	const rings = place && place !== "unknown" ? locateOnRings(place, answer.items, first) : null;
	return (
		<div class="found">
			<PlaceNote words={words} place={place} elsewhere={elsewhere} />
			{answer.did_you_mean ? (
				<p class="note">
					<button
						class="quiet"
						type="submit"
						form={SEARCH_FORM}
						name="change"
						value={changeText({ q: answer.did_you_mean })}
					>
						{directory.did_you_mean.replace("{words}", answer.did_you_mean)}
					</button>
				</p>
			) : null}
			<h2 id={urgent ? undefined : RESULT} tabindex={-1}>
				{answer.total === 0
					? directory.none
					: answer.total === 1
						? directory.found_one
						: directory.found.replace("{count}", String(answer.total))}
			</h2>
			<RoughNote words={words} place={place} />
			<Kept words={words} area={area.slug} kept={kept} />
			{answer.total === 0 ? <Relaxations words={words} list={answer.relaxations ?? []} /> : null}
			{rings ? <Locator words={words} rings={rings} /> : null}
			<ol class="cards" start={first}>
				{answer.items.map((hit, index) => (
					<HitItem
						words={words}
						area={area.slug}
						hit={hit}
						today={today}
						kept={kept.includes(hit.id)}
						number={first + index}
						pictured={rings !== null}
					/>
				))}
			</ol>
			<Pages words={words} answer={answer} />
			{neighbours.length > 0 ? (
				<nav class="links" aria-label={words.directory.council.neighbours}>
					<h2>{words.directory.council.neighbours}</h2>
					<ul>
						{neighbours.map(({ slug, name }) => (
							<li>
								<a href={paths.directory(slug)}>{words.directory.council.see.replace("{area}", name)}</a>
							</li>
						))}
					</ul>
				</nav>
			) : null}
		</div>
	);
}

/** What is to be said of the place that was asked about, where it is unknown or another council's. */
function PlaceNote({ words, place, elsewhere }: Pick<ListPageProps, "words" | "place" | "elsewhere">) {
	if (place === "unknown") return <p class="note">{words.site.directory.unknown_place}</p>;
	if (!elsewhere) return null;
	const { other_council, see } = words.directory.council;
	const { name, slug, served } = elsewhere;
	return (
		<p class="note">
			{other_council.replace("{council}", name)}{" "}
			{served && slug ? (
				<a href={paths.directory(slug)}>{see.replace("{area}", name)}</a>
			) : (
				<a href={paths.people()}>{words.site.talk_to_a_person}</a>
			)}
		</p>
	);
}

/** "Distances are from the middle of ZZ1 1": where no more than that is known of the place. */
function RoughNote({ words, place }: Pick<ListPageProps, "words" | "place">) {
	if (place === null || place === "unknown" || place.precision === "postcode") return null;
	const { outcode, sector = outcode } = parsePostcode(place.text) ?? { outcode: place.text };
	const middle = place.precision === "outcode" ? outcode : sector;
	return <p class="small">{words.places.distance.from_sector.replace("{place}", middle)}</p>;
}

/** What somebody has put aside, with the way to see and print it. Said anew when it changes. */
function Kept({ words, area, kept }: Pick<ListPageProps, "words" | "kept"> & { readonly area: string }) {
	const { kept: several, kept_one, show_list } = words.directory;
	return (
		<div class="kept-line" role="status">
			{kept.length > 0 ? (
				<>
					<span>{kept.length === 1 ? kept_one : several.replace("{count}", String(kept.length))}</span>{" "}
					<button class="quiet" type="submit" form={SEARCH_FORM} formaction={paths.shortlist(area)}>
						{show_list}
					</button>
				</>
			) : null}
		</div>
	);
}

function Pages({ words, answer }: Pick<ListPageProps, "words" | "answer">) {
	const { directory } = words.site;
	const pages = Math.max(1, Math.ceil(answer.total / answer.per_page));
	if (pages === 1) return null;
	const here = directory.page.replace("{page}", String(answer.page)).replace("{pages}", String(pages));
	return (
		<nav class="pages" aria-label={here}>
			{answer.page > 1 ? (
				<button class="quiet" type="submit" form={SEARCH_FORM} name="page" value={answer.page - 1}>
					{directory.previous}
				</button>
			) : null}
			<span>{here}</span>
			{answer.page < pages ? (
				<button class="quiet" type="submit" form={SEARCH_FORM} name="page" value={answer.page + 1}>
					{directory.next}
				</button>
			) : null}
		</nav>
	);
}

function Relaxations({ words, list }: { readonly words: Words; readonly list: readonly Relaxation[] }) {
	const { directory } = words.site;
	return (
		<>
			<p>{directory.none_body}</p>
			<ul class="choices">
				{list.map(({ kind, change, total }) => (
					<li>
						<button class="choice" type="submit" form={SEARCH_FORM} name="change" value={changeText(change)}>
							{directory.relax.replace("{what}", directory.relaxed[kind]).replace("{count}", String(total))}
						</button>
					</li>
				))}
			</ul>
		</>
	);
}
