import { contrast } from "#domain/theme/contrast.ts";

/** What WCAG 2.2 asks of text (1.4.3, level AA). */
export const ENOUGH_CONTRAST = 4.5;

const LIGHT = "#ffffff";
const DARK = "#000000";

/** The colour, white or black, that is read better on this one ("#0d4753"), and its contrast to it. */
export function inkOn(colour: string): { readonly ink: string; readonly ratio: number } {
	const onLight = contrast(colour, LIGHT);
	const onDark = contrast(colour, DARK);
	return onLight >= onDark ? { ink: LIGHT, ratio: onLight } : { ink: DARK, ratio: onDark };
}
