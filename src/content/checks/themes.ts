import type { Draft } from "#content/content.ts";
import type { Problem } from "#content/problem.ts";
import type { Files } from "#content/read-draft.ts";
import type { AreaTheme } from "#domain/theme/area-theme.ts";
import { themeFaults } from "#domain/theme/theme-faults.ts";

/** A logo above this is a picture, in characters. */
const LARGEST_LOGO = 16_000;

/** Holds the colours of each area to AAA contrast for text, light and dark, and its logo to a drawing that loads and runs nothing. */
export function checkThemes(draft: Draft, files: Files): readonly Problem[] {
	return draft.areas.flatMap(({ value: { slug, theme }, file, lineOf }) => {
		if (!theme) return [];
		const faults = [...themeFaults(theme), ...logoFaults(theme, (name) => files.get(`areas/${slug}/${name}`))];
		return faults.map((message) => ({ file, line: lineOf("theme"), message }));
	});
}

function logoFaults({ logo }: AreaTheme, read: (name: string) => string | undefined): readonly string[] {
	const names = [logo?.file, logo?.dark_file].filter((name) => name !== undefined);
	return names.flatMap((name) => {
		const svg = read(name);
		if (svg === undefined) return [`The logo ${name} is missing: put it beside area.yaml.`];
		const found: string[] = [];
		if (svg.length > LARGEST_LOGO)
			found.push(`The logo ${name} has ${svg.length} characters; at most ${LARGEST_LOGO}.`);
		if (!/^\s*(?:<\?xml[^>]*>\s*)?<svg\s[^>]*viewBox="0 0 \d+(?:\.\d+)? \d+(?:\.\d+)?"/.test(svg))
			found.push(`The logo ${name} must begin with <svg … viewBox="0 0 WIDTH HEIGHT">, so that its shape is known.`);
		if (activeRe.test(svg))
			found.push(`The logo ${name} may hold no script, no style sheet from elsewhere and no link.`);
		return found;
	});
}

/** What could run or load something. The names of XML itself are no links. */
const activeRe =
	/<(?:script|foreignObject|image|use|a|iframe|animate\w*|set)\b|\son\w+\s*=|@import|url\(\s*["']?(?!#)|<!ENTITY|javascript:|\shref\s*=/i;
