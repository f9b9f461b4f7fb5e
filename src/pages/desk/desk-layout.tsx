import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import type { Words } from "#content/library.ts";
import type { Desk } from "#pages/desk/desk-part.ts";
import { deskPaths } from "#pages/desk/desk-paths.ts";
import { paths } from "#pages/paths.ts";
import { Brand } from "#pages/ui/brand.tsx";

type FrameProps = { readonly words: Words; readonly title: string; readonly bar?: Child; readonly children: Child };

/** The frame of every page of the desk. It needs no script and loads none. */
export function DeskFrame({ words, title, bar, children }: FrameProps) {
	const { desk, site } = words;
	return (
		<>
			{raw("<!DOCTYPE html>")}
			<html lang="en-GB" dir="ltr">
				<head>
					<meta charset="utf-8" />
					<meta name="viewport" content="width=device-width, initial-scale=1" />
					<meta name="color-scheme" content="light dark" />
					<meta name="robots" content="noindex" />
					<title>{`${title} – ${desk.name} – ${site.name}`}</title>
					<link rel="icon" href="data:," />
					<link rel="stylesheet" href={paths.asset("site.css")} />
					<link rel="stylesheet" href={deskPaths.sheet()} />
				</head>
				<body class="desk">
					<a class="skip" href="#main">
						{desk.skip}
					</a>
					<header class="top">
						<div class="wrap top-row">
							<a class="brand" href={deskPaths.door()}>
								<Brand />
								{site.name} <span class="desk-name">{desk.name}</span>
							</a>
							{bar}
						</div>
					</header>
					<main id="main" class="wrap" tabindex={-1}>
						{children}
					</main>
					<footer class="foot">
						<p class="wrap">
							{desk.footer} <a href={paths.home()}>{desk.bar.public}</a>
						</p>
					</footer>
				</body>
			</html>
		</>
	);
}

type DeskLayoutProps = {
	readonly words: Words;
	readonly desk: Desk;
	/** Holds no family's words: it stands in the browser's history. */
	readonly title: string;
	/** The address of the part that the page belongs to, as its link in the bar has it. */
	readonly here?: string;
	readonly children: Child;
};

/** A page of an area at the desk: who is signed in, the area, and the way to every part that they may open. */
export function DeskLayout({ words, desk, title, here, children }: DeskLayoutProps) {
	return (
		<DeskFrame words={words} title={title} bar={<Person words={words} name={desk.session.name} token={desk.token} />}>
			{desk.areas.length > 1 ? (
				<nav class="desk-areas" aria-label={words.desk.bar.areas}>
					<ul>
						{desk.areas.map(({ slug, name }) => (
							<li>
								<a href={deskPaths.area(slug)} aria-current={slug === desk.area.slug ? "true" : undefined}>
									{name}
								</a>
							</li>
						))}
					</ul>
				</nav>
			) : (
				<p class="desk-area">
					<strong>{desk.area.name}</strong>
				</p>
			)}
			<nav class="tabs desk-bar" aria-label={words.desk.bar.pages}>
				<ul>
					{desk.navigation.map(({ href, label }) => (
						<li>
							<a href={href} aria-current={href === here ? "page" : undefined}>
								{label}
							</a>
						</li>
					))}
				</ul>
			</nav>
			{children}
		</DeskFrame>
	);
}

/** Who is signed in, and the way out. */
export function Person({
	words,
	name,
	token,
}: {
	readonly words: Words;
	readonly name: string;
	readonly token: string;
}) {
	const { bar } = words.desk;
	return (
		<form method="post" action={deskPaths.signOut()} class="person">
			<span class="small">{bar.signed_in.replace("{name}", () => name)}</span>
			<FormToken token={token} />
			<button class="quiet" type="submit">
				{bar.sign_out}
			</button>
		</form>
	);
}

/** Stands in every form of the desk that posts: without it, nothing is accepted. */
export function FormToken({ token }: { readonly token: string }) {
	return <input type="hidden" name="token" value={token} />;
}
