import { raw } from "hono/html";
import type { Words } from "#content/library.ts";
import type { Area } from "#domain/directory/area.ts";
import type { EmbedOptions } from "#domain/directory/embed-options.ts";
import { embedPaths } from "#pages/embed/embed-paths.ts";
import { attributeText } from "#pages/embed/frame-page.tsx";
import { paths } from "#pages/paths.ts";

export type MockPageProps = { readonly words: Words; readonly area: Area; readonly options: EmbedOptions };

/** An invented council's page with the real widget on it, as an early-help team tries it out. */
export function MockPage({ words, area, options }: MockPageProps) {
	const { mock, languages } = words.widget;
	const guide = options.show === "guide";
	const tag = guide ? "fingerpost-guide" : "fingerpost-directory";
	const council = mock.council.replace("{area}", area.name);
	return (
		<>
			{raw("<!DOCTYPE html>")}
			<html lang="en-GB">
				<head>
					<meta charset="utf-8" />
					<meta name="viewport" content="width=device-width, initial-scale=1" />
					<meta name="robots" content="noindex" />
					<title>{`${mock.title} – ${council}`}</title>
					<base target="_top" />
					<link rel="stylesheet" href={embedPaths.asset("embed-mock.css")} />
					{options.accent ? <link rel="stylesheet" href={embedPaths.theme(options.accent)} /> : null}
					<script src={embedPaths.script()} defer />
				</head>
				<body>
					<p class="note">{mock.note}</p>
					{/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: here it is a banner, and there is one around the frame */}
					<header aria-label={council}>
						<p class="council">{council}</p>
						<ul>
							{mock.menu.map((item) => (
								<li>{item}</li>
							))}
						</ul>
					</header>
					<main aria-labelledby="title">
						<h1 id="title">{mock.title}</h1>
						<p class="lead">{mock.lead}</p>
						<p>{mock.before}</p>
						{raw(`<${tag} ${attributeText(options)}>`)}
						<p>
							<a href={guide ? `${paths.home()}?area=${area.slug}` : paths.directory(area.slug)}>
								{guide ? languages.en.guide.start : languages.en.directory.all}
							</a>
						</p>
						{raw(`</${tag}>`)}
						<h2>{mock.after_title}</h2>
						<p>{mock.after}</p>
					</main>
					{/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: here it is the page's own, as above */}
					<footer aria-label={mock.foot}>
						<p>{mock.foot}</p>
					</footer>
				</body>
			</html>
		</>
	);
}
