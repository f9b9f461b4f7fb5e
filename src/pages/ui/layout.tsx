import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import type { Words } from "#content/library.ts";
import { HARMLESS_SITE, paths } from "#pages/paths.ts";
import { Brand } from "#pages/ui/brand.tsx";

export type LayoutProps = {
	readonly words: Words;
	/** Neutral where the page is sensitive: it stands in the browser's history. */
	readonly title: string;
	readonly demonstration: boolean;
	readonly indexed?: boolean;
	/** Whose page it is: links lead to its people, and it wears the area's own look, where it has one. */
	readonly area?: string | undefined;
	/** What else stands in the head, such as links for programs. */
	readonly head?: Child;
	/** What stands at the side where there is room for it, and after the rest where there is not: the ways to people. */
	readonly beside?: Child;
	/** The page is one that councils may show on their own sites. */
	readonly embeddable?: boolean;
	readonly children: Child;
};

/** The frame of every page: how to leave, how to reach help now, who the page is from, and the way to a person. */
export function Layout(props: LayoutProps) {
	const { words, title, demonstration, indexed = false, area, head, beside, embeddable = false, children } = props;
	const { site } = words;
	return (
		<>
			{raw("<!DOCTYPE html>")}
			<html lang={site.lang} dir={site.dir}>
				<head>
					<meta charset="utf-8" />
					<meta name="viewport" content="width=device-width, initial-scale=1" />
					<meta name="color-scheme" content="light dark" />
					{indexed ? null : <meta name="robots" content="noindex" />}
					<title>{title === site.name ? title : `${title} – ${site.name}`}</title>
					<link rel="icon" href="data:," />
					<link rel="stylesheet" href={paths.asset("site.css")} />
					{area ? <link rel="stylesheet" href={paths.theme(area)} /> : null}
					<script src={paths.asset("site.js")} type="module" />
					{head}
				</head>
				<body>
					<a class="skip" href="#main">
						{site.skip}
					</a>
					<header class="top">
						<div class="wrap top-row">
							<a class="brand" href={paths.home()}>
								<Brand area={area} />
								{site.name}
							</a>
							<a class="leave" href={paths.exit()} rel="nofollow" title={site.leave_hint} data-leave={HARMLESS_SITE}>
								{site.leave}
							</a>
						</div>
					</header>
					<aside class="strip" aria-label={site.routes.urgent}>
						<p class="wrap">
							{site.emergency.ask} <a href="tel:999">{site.emergency.call}</a> <span>{site.emergency.silent}</span>
						</p>
						{demonstration ? (
							<div class="demonstration">
								<p class="wrap">{site.demonstration}</p>
							</div>
						) : null}
					</aside>
					<main id="main" class="wrap" tabindex={-1}>
						{beside ? (
							<div class="split">
								<div class="column">{children}</div>
								<div class="side">{beside}</div>
							</div>
						) : (
							children
						)}
					</main>
					<Footer words={words} area={area} embeddable={embeddable} />
				</body>
			</html>
		</>
	);
}

type FooterProps = {
	readonly words: Words;
	readonly area: string | undefined;
	readonly embeddable: boolean;
};

function Footer({ words, area, embeddable }: FooterProps) {
	const { footer, talk_to_a_person } = words.site;
	const links = [
		[paths.people(area), talk_to_a_person],
		[area ? paths.directory(area) : paths.chooseArea(), footer.find],
		[paths.helplines(), footer.helplines],
		[paths.stages(), footer.stages],
		[paths.answers(), footer.answers],
		[paths.glossary(), footer.glossary],
		[paths.dates(), footer.dates],
		[paths.sheets(), footer.sheets],
		[paths.page("about"), footer.about],
		[paths.page("safety-online"), footer.safety],
		[paths.page("privacy"), footer.privacy],
		[paths.page("accessibility"), footer.accessibility],
		...(embeddable ? [[paths.embed(), footer.embed] as const] : []),
	] as const;
	return (
		<footer class="foot">
			<nav class="wrap" aria-label={footer.label}>
				<ul>
					{links.map(([href, label]) => (
						<li>
							<a href={href}>{label}</a>
						</li>
					))}
				</ul>
			</nav>
			<p class="wrap">{footer.england}</p>
		</footer>
	);
}
