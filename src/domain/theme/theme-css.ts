import { type AreaTheme, COLOURS } from "#domain/theme/area-theme.ts";
import { type Mode, OWN_PALETTE } from "#domain/theme/own-palette.ts";

/** A theme as a style sheet that comes after the site's own. It sets custom properties and nothing else; paper stays white. */
export function themeCss(theme: AreaTheme): string {
	const rest = [...(theme.radius ? [`--radius:${theme.radius}`] : []), ...(theme.font ? [`--font:${theme.font}`] : [])];
	const light = [...coloursOf(theme, "light"), ...rest];
	const dark = coloursOf(theme, "dark");
	return [
		...(light.length > 0 ? [`@media screen{:root{${light.join(";")}}}`] : []),
		...(dark.length > 0 ? [`@media screen and (prefers-color-scheme:dark){:root{${dark.join(";")}}}`] : []),
	].join("\n");
}

/** A colour that only the light theme sets must not stay in the dark. */
function coloursOf(theme: AreaTheme, mode: Mode): readonly string[] {
	return COLOURS.flatMap((name) => {
		const value = theme[mode][name] ?? (mode === "dark" && theme.light[name] ? OWN_PALETTE.dark[name] : undefined);
		return value ? [`--${name.replace("_", "-")}:${value}`] : [];
	});
}
