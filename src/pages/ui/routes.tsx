import type { Words } from "#content/library.ts";
import type { Route } from "#domain/conversation/route.ts";
import type { RouteGroups } from "#domain/conversation/turn.ts";

/** One way to reach a person: what it is for, every way to reach it, and whether it is open now. */
export function RouteItem({ words, route }: { readonly words: Words; readonly route: Route }) {
	const { site } = words;
	const open = route.open_now === null ? site.hours_unknown : route.open_now ? site.open_now : site.closed_now;
	const state = route.open_now === null ? "unknown" : route.open_now ? "open" : "closed";
	return (
		<li class="route">
			<p class="route-name">
				<strong>{route.name}</strong> <span class={`state ${state}`}>{open}</span>
			</p>
			<p>{route.what_for}.</p>
			<ul class="ways">
				{route.phone ? (
					<li>
						<a class="way" href={`tel:${route.phone.replace(/[^\d+]/g, "")}`}>
							{site.ways.call.replace("{number}", route.phone)}
						</a>
					</li>
				) : null}
				{route.text ? (
					<li>
						<a class="way" href={`sms:${route.text.replace(/[^\d+]/g, "")}`}>
							{site.ways.text.replace("{number}", route.text)}
						</a>
					</li>
				) : null}
				{route.webchat ? (
					<li>
						<a class="way" href={route.webchat}>
							{site.ways.chat}
							<span class="visually-hidden"> {route.name}</span>
						</a>
					</li>
				) : null}
				{route.email ? (
					<li>
						<a class="way" href={`mailto:${route.email}`}>
							{site.ways.email}
							<span class="visually-hidden"> {route.name}</span>
						</a>
					</li>
				) : null}
				{route.url && !route.webchat ? (
					<li>
						<a class="way" href={route.url}>
							{site.ways.website}
							<span class="visually-hidden"> {route.name}</span>
						</a>
					</li>
				) : null}
			</ul>
			<p class="small">
				{route.hours_text}. {site.checked.replace("{date}", route.checked)}.
			</p>
		</li>
	);
}

/** The ways to people, always in the same order and the same place. */
export function Routes({
	words,
	routes,
	id = "people",
}: {
	readonly words: Words;
	readonly routes: RouteGroups;
	readonly id?: string;
}) {
	const groups = [
		{ title: words.site.routes.human, list: routes.human },
		{ title: words.site.routes.advocacy, list: routes.advocacy },
		{ title: words.site.routes.legal, list: routes.legal },
		{ title: words.site.routes.helplines, list: routes.helplines },
	].filter(({ list }) => list.length > 0);
	return (
		<section class="routes" aria-labelledby={id}>
			<h2 id={id}>{words.site.guide.people_title}</h2>
			{groups.map(({ title, list }) => (
				<div>
					<h3>{title}</h3>
					<ul class="route-list">
						{list.map((route) => (
							<RouteItem words={words} route={route} />
						))}
					</ul>
				</div>
			))}
		</section>
	);
}
