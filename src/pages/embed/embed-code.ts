import type { Words } from "#content/library.ts";
import { type EmbedOptions, embedAttributes, embedQuery } from "#domain/directory/embed-options.ts";
import { embedPaths } from "#pages/embed/embed-paths.ts";
import { themeOf } from "#pages/embed/theme.ts";
import { paths } from "#pages/paths.ts";

export type Tier = "script" | "pinned" | "theme" | "frame" | "fragment" | "oembed" | "api";
export type Code = { readonly tier: Tier; readonly code: string };

export type EmbedSource = {
	readonly words: Words;
	/** Where this site is reached, "https://help.example.org". */
	readonly origin: string;
	readonly area: { readonly slug: string; readonly name: string };
	readonly options: EmbedOptions;
	readonly release: { readonly version: string; readonly integrity: string };
};

/** What a council pastes, for each way to embed that its choices allow. */
export function embedCode(source: EmbedSource): readonly Code[] {
	const { origin, area, options, release, words } = source;
	const query = embedQuery(options);
	const loading = `<script src="${origin}${embedPaths.script()}" defer></script>`;
	const pinned = `<script src="${origin}${embedPaths.script(release.version)}" integrity="${release.integrity}" crossorigin="anonymous" defer></script>`;
	const tag = options.show === "guide" ? guideTag(source) : directoryTag(source);
	const title = escaped(words.widget.list.frame_title.replace("{area}", area.name));
	const frame = `<iframe src="${escaped(origin + embedPaths.frame(area.slug, query))}" title="${title}" width="100%" height="700" frameborder="0"></iframe>\n<script src="${origin}${embedPaths.frameHost()}" defer></script>`;
	const theme: readonly Code[] = options.accent ? [{ tier: "theme", code: themeOf(options.accent).css }] : [];
	const first = [{ tier: "script", code: `${loading}\n${tag}` }, ...theme] as const;
	const held = { tier: "pinned", code: `${pinned}\n${tag}` } as const;
	if (options.show === "guide") return [...first, held];
	return [
		...first,
		{ tier: "frame", code: frame },
		{ tier: "fragment", code: origin + embedPaths.fragment(area.slug, query) },
		{ tier: "oembed", code: origin + embedPaths.frame(area.slug, query) },
		{ tier: "api", code: origin + embedPaths.services(area.slug, apiQuery(options)) },
		held,
	];
}

/** The lines of a content security policy that the page around needs. */
export function policyLines(origin: string): { readonly script: string; readonly frame: string } {
	return {
		script: `script-src ${origin}; connect-src ${origin}`,
		frame: `frame-src ${origin}; script-src ${origin}`,
	};
}

function directoryTag({ words, origin, area, options }: EmbedSource): string {
	const { directory } = words.widget.languages.en;
	const needs = options.needs.join(",");
	const kept = needs === "" ? "" : `\n    <input type="hidden" name="need" value="${escaped(needs)}">`;
	return `<fingerpost-directory ${attributesOf(options)}>
  <form action="${origin}${paths.directory(area.slug)}" method="post">${kept}
    <label>${escaped(directory.what)} <input type="search" name="q"></label>
    <button type="submit">${escaped(directory.search)}</button>
  </form>
  <p><a href="${origin}${paths.directory(area.slug)}">${escaped(directory.all)}</a></p>
</fingerpost-directory>`;
}

function guideTag({ words, origin, area, options }: EmbedSource): string {
	const { guide } = words.widget.languages.en;
	return `<fingerpost-guide ${attributesOf({ ...options, needs: [], limit: 5, radius: undefined })}>
  <p>${escaped(guide.title)} <a href="${origin}${paths.home()}?area=${area.slug}">${escaped(guide.start)}</a></p>
</fingerpost-guide>`;
}

function attributesOf(options: EmbedOptions): string {
	return embedAttributes(options)
		.map(([name, value]) => `${name}="${escaped(value)}"`)
		.join(" ");
}

function apiQuery({ needs, audience, limit }: EmbedOptions): string {
	const parts = [
		...(needs.length > 0 ? [`need=${needs.join(",")}`] : []),
		...(audience.length > 0 ? [`audience=${audience.join(",")}`] : []),
		`per_page=${limit}`,
	];
	return parts.join("&");
}

function escaped(text: string): string {
	return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
