import type { Files } from "#content/read-draft.ts";
import type { AreaFile } from "#content/schema.ts";
import { themeCss } from "#domain/theme/theme-css.ts";

/** How the pages of an area look: a style sheet that comes after the site's own, and a logo as SVG. */
export type AreaLook = {
	readonly css: string;
	readonly logo: {
		readonly alt: string;
		/** Its shape, as its view box has it. */
		readonly width: number;
		readonly height: number;
		readonly light: string;
		readonly dark: string | null;
	} | null;
};
export type AreaLooks = Readonly<Record<string, AreaLook>>;

/** The looks of the areas that have one, by their names. */
export function compileLooks(areas: readonly AreaFile[], files: Files): AreaLooks {
	const looks = areas.flatMap(({ slug, theme }) => {
		if (!theme) return [];
		const read = (name: string | undefined) => (name ? (files.get(`areas/${slug}/${name}`) ?? null) : null);
		const light = read(theme.logo?.file);
		const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(light ?? "") ?? [];
		const logo =
			theme.logo && light
				? {
						alt: theme.logo.alt,
						width: Number(width ?? 1),
						height: Number(height ?? 1),
						light,
						dark: read(theme.logo.dark_file),
					}
				: null;
		return [[slug, { css: themeCss(theme), logo }] as const];
	});
	return Object.fromEntries(looks);
}
