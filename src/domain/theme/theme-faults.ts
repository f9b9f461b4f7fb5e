import type { AreaTheme, Palette } from "#domain/theme/area-theme.ts";
import { contrast } from "#domain/theme/contrast.ts";
import { MODES, type Mode, paletteOf, URGENT } from "#domain/theme/own-palette.ts";

/** WCAG 2.2, 1.4.6 (AAA): text. */
const TEXT = 7;
/** WCAG 2.2, 1.4.11 (AA): the edge of a field. The ring around what is in focus has the colour of text beside it. */
const SHAPE = 3;

type Pair = readonly [what: string, one: string, on: string, least: number];

/** The pairs of colours of a theme that are too near to each other, each as a sentence that says what to mend. */
export function themeFaults(theme: AreaTheme): readonly string[] {
	return MODES.flatMap((mode) =>
		pairsOf(paletteOf(theme, mode), mode)
			.map(([what, one, on, least]) => ({ what, ratio: contrast(one, on), least }))
			.filter(({ ratio, least }) => ratio < least)
			.map(
				({ what, ratio, least }) =>
					`In the ${mode} theme, ${what} has a contrast of ${ratio.toFixed(1)} to 1; it needs ${least}.`,
			),
	);
}

function pairsOf(own: Palette, mode: Mode): readonly Pair[] {
	const grounds = [
		["paper", own.paper],
		["card", own.card],
		["accent_pale", own.accent_pale],
	] as const;
	const { ink: urgent, pale } = URGENT[mode];
	return [
		...grounds.flatMap(([name, ground]): Pair[] => [
			[`ink on ${name}`, own.ink, ground, TEXT],
			[`ink_soft on ${name}`, own.ink_soft, ground, TEXT],
			[`accent (links) on ${name}`, own.accent, ground, TEXT],
		]),
		["ink on the card for danger", own.ink, pale, TEXT],
		["ink_soft on the card for danger", own.ink_soft, pale, TEXT],
		["the colour of danger on paper", urgent, own.paper, TEXT],
		["the colour of danger on card", urgent, own.card, TEXT],
		["accent_ink on accent (buttons)", own.accent_ink, own.accent, TEXT],
		["edge on paper", own.edge, own.paper, SHAPE],
		["edge on card", own.edge, own.card, SHAPE],
	];
}
