import type { Words } from "#content/library.ts";
import type { Route } from "#domain/conversation/route.ts";
import type { RouteGroups } from "#domain/conversation/turn.ts";
import { plainDate } from "#pages/ui/plain-date.ts";

/** Beyond this many, a list of people is folded: too many choices are no help. */
const SHOWN = 3;

type RouteItemProps = {
	readonly words: Words;
	readonly route: Route;
	/** "Opens tomorrow at 9am", where it is shut and that is known. */
	readonly opens?: string | null;
	/** Only how to reach it: for the card that must be taken in at a glance. */
	readonly brief?: boolean;
};

/** One way to reach a person: what it is for, every way to reach it, and whether it is open now. */
export function RouteItem({ words, route, opens = null, brief = false }: RouteItemProps) {
	const { site } = words;
	return (
		<li class="route">
			<p class="route-name">
				<strong>{route.name}</strong> <OpenState words={words} open={route.open_now} />
			</p>
			<p>{route.what_for}.</p>
			<Ways words={words} route={route} brief={brief} />
			{brief && route.open_now ? null : (
				<p class="small">
					{opens ? <strong>{opens}. </strong> : null}
					{route.hours_text}. {site.checked.replace("{date}", plainDate(words, route.checked))}.
				</p>
			)}
			{brief ? null : <MoreAbout words={words} route={route} />}
		</li>
	);
}

/** Open, shut, or not known: never a guess. */
export function OpenState({ words, open }: { readonly words: Words; readonly open: boolean | null }) {
	const { open_now, closed_now, hours_unknown } = words.site;
	if (open === null) return <span class="state">{hours_unknown}</span>;
	return <span class={open ? "state open" : "state"}>{open ? open_now : closed_now}</span>;
}

/** Every way to reach somebody; a brief list leaves out letters and websites where there is a voice. */
export function Ways({ words, route, brief = false }: RouteItemProps) {
	const { ways } = words.site;
	const dial = (number: string) => number.replace(/[^\d+]/g, "");
	const links = [
		route.phone
			? { href: `tel:${dial(route.phone)}`, label: ways.call.replace("{number}", route.phone), first: true }
			: null,
		route.text
			? { href: `sms:${dial(route.text)}`, label: ways.text.replace("{number}", route.text), first: true }
			: null,
		route.webchat ? { href: route.webchat, label: ways.chat, of: route.name, first: brief || !route.phone } : null,
		route.email ? { href: `mailto:${route.email}`, label: ways.email, of: route.name } : null,
		route.url && !route.webchat ? { href: route.url, label: ways.website, of: route.name } : null,
	]
		.filter((link) => link !== null)
		.filter(({ first }, _index, all) => first || !brief || all.every((link) => !link.first));
	return (
		<ul class="ways">
			{links.map(({ href, label, of, first }) => (
				<li>
					<a class={first ? "way first" : "way"} href={href} rel={href.startsWith("http") ? "noreferrer" : undefined}>
						{label}
						{of ? <span class="visually-hidden"> ({of})</span> : null}
					</a>
				</li>
			))}
		</ul>
	);
}

function MoreAbout({ words, route }: RouteItemProps) {
	const { routes } = words.site;
	const facts = [
		...(route.more ?? []),
		...(route.languages ? [`${routes.languages}: ${route.languages}.`] : []),
		...(route.cost ? [`${routes.cost}: ${route.cost}.`] : []),
	];
	if (facts.length === 0) return null;
	return (
		<details class="more">
			<summary>
				{routes.more_short} <span class="visually-hidden">({route.name})</span>
			</summary>
			<ul>
				{facts.map((fact) => (
					<li>{fact}</li>
				))}
			</ul>
		</details>
	);
}

type RoutesProps = { readonly words: Words; readonly routes: RouteGroups; readonly id?: string };

/** The ways to people, always in the same order and the same place: a worker and an advocate in sight, the rest folded. */
export function Routes({ words, routes, id = "people" }: RoutesProps) {
	const { routes: titles, guide } = words.site;
	return (
		<section class="routes" aria-labelledby={id}>
			<h2 id={id}>{guide.people_title}</h2>
			<OpenGroup words={words} title={titles.human} list={routes.human} />
			<OpenGroup words={words} title={titles.advocacy} list={routes.advocacy} />
			<FoldedGroup words={words} title={titles.legal} list={routes.legal} />
			<FoldedGroup words={words} title={titles.helplines} list={routes.helplines} />
		</section>
	);
}

type GroupProps = { readonly words: Words; readonly title: string; readonly list: readonly Route[] };

function OpenGroup({ words, title, list }: GroupProps) {
	if (list.length === 0) return null;
	const rest = list.slice(SHOWN);
	return (
		<div class="route-group">
			<h3>{title}</h3>
			<RouteList words={words} list={list.slice(0, SHOWN)} />
			{rest.length > 0 ? (
				<details>
					<summary>
						{words.site.routes.also.replace("{count}", String(rest.length))}
						<span class="visually-hidden"> ({title})</span>
					</summary>
					<RouteList words={words} list={rest} />
				</details>
			) : null}
		</div>
	);
}

function FoldedGroup({ words, title, list }: GroupProps) {
	if (list.length === 0) return null;
	return (
		<details class="fold">
			<summary>{title}</summary>
			<RouteList words={words} list={list} />
		</details>
	);
}

function RouteList({ words, list }: Omit<GroupProps, "title">) {
	return (
		<ul class="route-list">
			{list.map((route) => (
				<RouteItem words={words} route={route} />
			))}
		</ul>
	);
}
