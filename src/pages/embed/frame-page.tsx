import { raw } from "hono/html";
import type { Words } from "#content/library.ts";
import type { UrgentCard } from "#domain/conversation/turn.ts";
import type { Area } from "#domain/directory/area.ts";
import { type EmbedOptions, embedAttributes, embedQuery } from "#domain/directory/embed-options.ts";
import type { SearchAnswer } from "#domain/directory/search/query.ts";
import { embedPaths } from "#pages/embed/embed-paths.ts";
import { ServiceList } from "#pages/embed/service-list.tsx";
import { Urgent } from "#pages/ui/urgent-card.tsx";

export type FramePageProps = {
	readonly words: Words;
	readonly origin: string;
	readonly area: Area;
	readonly options: EmbedOptions;
	readonly answer: SearchAnswer | null;
	readonly asked: { readonly q: string; readonly near: string };
	/** What stands first when the words tell of danger. */
	readonly urgent: UrgentCard | null;
};

/**
 * The directory for somebody else's frame. The widget takes the place of the list where script runs, and asks by fetch:
 * a sandbox without forms drops a form before any script hears of it. Links lead the whole page on, not the frame.
 */
export function FramePage({ words, origin, area, options, answer, asked, urgent }: FramePageProps) {
	const { directory } = words.widget.languages.en;
	const title = words.widget.list.frame_title.replace("{area}", area.name);
	const query = embedQuery(options);
	const here = embedPaths.frame(area.slug, query);
	return (
		<>
			{raw("<!DOCTYPE html>")}
			<html lang="en-GB">
				<head>
					<meta charset="utf-8" />
					<meta name="viewport" content="width=device-width, initial-scale=1" />
					<meta name="robots" content="noindex" />
					<title>{title}</title>
					<base target="_top" />
					<link
						rel="alternate"
						type="application/json+oembed"
						href={origin + embedPaths.oembed(origin + here)}
						title={title}
					/>
					<link rel="stylesheet" href={embedPaths.asset("embed-frame.css")} />
					{options.accent ? <link rel="stylesheet" href={embedPaths.theme(options.accent)} /> : null}
					<script src={embedPaths.script()} defer />
					<script src={embedPaths.frameScript()} defer />
				</head>
				<body>
					<main aria-label={title}>
						{raw(`<fingerpost-directory ${attributeText(options)}>`)}
						<form method="post" action={here} target="_self">
							<label>
								{directory.what} <input type="search" name="q" value={asked.q} />
							</label>
							<label>
								{directory.where} <input type="text" name="near" value={asked.near} />
							</label>
							<button type="submit">{directory.search}</button>
						</form>
						{urgent ? <Urgent words={words} card={urgent} /> : null}
						<ServiceList
							words={words}
							origin={origin}
							area={area}
							answer={answer}
							headingLevel={options["heading-level"]}
							phone={options.phone}
						/>
						{raw("</fingerpost-directory>")}
					</main>
				</body>
			</html>
		</>
	);
}

/** Every value has been checked when the options were read; none can hold a quotation mark. */
export function attributeText(options: EmbedOptions): string {
	return embedAttributes(options)
		.map(([name, value]) => `${name}="${value}"`)
		.join(" ");
}
