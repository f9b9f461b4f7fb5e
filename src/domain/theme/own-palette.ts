import type { AreaTheme, Palette } from "#domain/theme/area-theme.ts";

/** The site's own colours. `src/pages/assets/site.css` has the same; a test holds the two together. */
export const OWN_PALETTE = {
	light: {
		paper: "#faf7f0",
		card: "#ffffff",
		ink: "#18222d",
		ink_soft: "#414b57",
		line: "#d9d2c3",
		edge: "#6b7480",
		accent: "#0d4753",
		accent_ink: "#ffffff",
		accent_pale: "#e3eeed",
		focus: "#ffcf5c",
	},
	dark: {
		paper: "#12181e",
		card: "#1b232b",
		ink: "#f2efe7",
		ink_soft: "#cbd0d6",
		line: "#3a4550",
		edge: "#8b97a4",
		accent: "#a5dfda",
		accent_ink: "#0a2226",
		accent_pale: "#1b3236",
		focus: "#ffcf5c",
	},
} as const satisfies Record<Mode, Palette>;

/** The colour of danger, which no area changes, and the pale ground it stands on. */
export const URGENT = {
	light: { ink: "#85161c", pale: "#fdf0ec" },
	dark: { ink: "#ffc0b5", pale: "#371b1d" },
} as const;

export const MODES = ["light", "dark"] as const;
export type Mode = (typeof MODES)[number];

/** The colours of an area's pages, with the site's own where it sets none. */
export function paletteOf(theme: AreaTheme, mode: Mode): Palette {
	return { ...OWN_PALETTE[mode], ...theme[mode] };
}
