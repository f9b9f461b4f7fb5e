import type { Words } from "#content/library.ts";
import type { RouteGroups, UrgentCard } from "#domain/conversation/turn.ts";
import type { Area } from "#domain/directory/area.ts";
import type { Relaxation, SearchAnswer } from "#domain/directory/search/query.ts";
import { HitItem } from "#pages/directory/hit-item.tsx";
import { changeText } from "#pages/directory/search-change.ts";
import { SEARCH_FORM, SearchForm } from "#pages/directory/search-form.tsx";
import { Layout } from "#pages/ui/layout.tsx";
import { Routes } from "#pages/ui/routes.tsx";
import { Urgent } from "#pages/ui/urgent-card.tsx";

export type ListPageProps = {
	readonly words: Words;
	readonly area: Area;
	readonly answer: SearchAnswer;
	readonly asked: URLSearchParams;
	/** Where what was looked for tells of danger. */
	readonly urgent: UrgentCard | null;
	/** London's day number. */
	readonly today: number;
	readonly placeUnknown: boolean;
	readonly routes: RouteGroups;
};

/** The directory of an area: what was asked, what was found, and what to try where nothing was. */
export function DirectoryListPage({ words, area, answer, asked, urgent, today, placeUnknown, routes }: ListPageProps) {
	const { directory } = words.site;
	const pages = Math.max(1, Math.ceil(answer.total / answer.per_page));
	return (
		<Layout words={words} title={directory.title} demonstration={area.demonstration} area={area.slug}>
			{urgent ? <Urgent words={words} card={urgent} /> : null}
			<h1>{directory.title}</h1>
			<p class="lead">{area.name}</p>
			<SearchForm words={words} area={area.slug} asked={asked} facets={answer.facets} />
			{placeUnknown ? <p class="note">{directory.unknown_place}</p> : null}
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
			<h2 id="found">
				{answer.total === 0
					? directory.none
					: answer.total === 1
						? directory.found_one
						: directory.found.replace("{count}", String(answer.total))}
			</h2>
			{answer.total === 0 ? <Relaxations words={words} list={answer.relaxations ?? []} /> : null}
			<ol class="cards">
				{answer.items.map((hit) => (
					<HitItem words={words} area={area.slug} hit={hit} today={today} />
				))}
			</ol>
			{pages > 1 ? (
				<nav
					class="pages"
					aria-label={directory.page.replace("{page}", String(answer.page)).replace("{pages}", String(pages))}
				>
					{answer.page > 1 ? (
						<button class="quiet" type="submit" form={SEARCH_FORM} name="page" value={answer.page - 1}>
							{directory.previous}
						</button>
					) : null}
					<span>{directory.page.replace("{page}", String(answer.page)).replace("{pages}", String(pages))}</span>
					{answer.page < pages ? (
						<button class="quiet" type="submit" form={SEARCH_FORM} name="page" value={answer.page + 1}>
							{directory.next}
						</button>
					) : null}
				</nav>
			) : null}
			<Routes words={words} routes={routes} />
		</Layout>
	);
}

type RelaxationsProps = {
	readonly words: Words;
	readonly list: readonly Relaxation[];
};

function Relaxations({ words, list }: RelaxationsProps) {
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
