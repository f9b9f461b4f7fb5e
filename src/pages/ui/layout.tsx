import type { Child } from "hono/jsx";
import type { Words } from "#content/library.ts";
import { paths } from "#pages/paths.ts";

export type LayoutProps = {
	readonly words: Words;
	/** Neutral where the page is sensitive: it stands in the browser's history. */
	readonly title: string;
	readonly demonstration: boolean;
	readonly indexed?: boolean;
	readonly area?: string;
	readonly children: Child;
};

/** The frame of every page: how to leave, how to reach help now, who the page is from, and the way to a person. */
export function Layout({ words, title, demonstration, indexed = false, area, children }: LayoutProps) {
	const { site } = words;
	return (
		<html lang="en-GB" dir="ltr">
			<head>
				<meta charset="utf-8" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<meta name="color-scheme" content="light dark" />
				{indexed ? null : <meta name="robots" content="noindex" />}
				<title>{title === site.name ? title : `${title} – ${site.name}`}</title>
				<link rel="icon" href="data:," />
				<link rel="stylesheet" href={paths.asset("site.css")} />
				<script src={paths.asset("site.js")} type="module" />
			</head>
			<body>
				<a class="skip" href="#main">
					{site.skip}
				</a>
				<header class="top">
					<div class="wrap top-row">
						<a class="brand" href={paths.home()}>
							{site.name}
						</a>
						<a class="leave" href={paths.exit()} rel="nofollow" data-leave>
							{site.leave}
						</a>
					</div>
				</header>
				<p class="strip">
					<span class="wrap">{site.emergency_strip}</span>
				</p>
				{demonstration ? (
					<p class="demonstration">
						<span class="wrap">{site.demonstration}</span>
					</p>
				) : null}
				<main id="main" class="wrap" tabindex={-1}>
					{children}
				</main>
				<footer class="foot">
					<nav class="wrap" aria-label={site.footer.label}>
						<ul>
							<li>
								<a href={paths.people(area)}>{site.talk_to_a_person}</a>
							</li>
							<li>
								<a href={paths.helplines()}>{site.footer.helplines}</a>
							</li>
							<li>
								<a href={paths.stages()}>{site.footer.stages}</a>
							</li>
							<li>
								<a href={paths.answers()}>{site.footer.answers}</a>
							</li>
							<li>
								<a href={paths.glossary()}>{site.footer.glossary}</a>
							</li>
							<li>
								<a href={paths.page("about")}>{site.footer.about}</a>
							</li>
							<li>
								<a href={paths.page("safety-online")}>{site.footer.safety}</a>
							</li>
							<li>
								<a href={paths.page("privacy")}>{site.footer.privacy}</a>
							</li>
							<li>
								<a href={paths.page("accessibility")}>{site.footer.accessibility}</a>
							</li>
						</ul>
						<p>{site.footer.england}</p>
					</nav>
				</footer>
			</body>
		</html>
	);
}
