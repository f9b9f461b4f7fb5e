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

/** The contrast ratio of two colours, 1 to 21. Source: WCAG 2.2, "contrast ratio" and "relative luminance". */
export function contrast(one: string, other: string): number {
	const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
	return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
	const part = (at: number) => {
		const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
		return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
	};
	return 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5);
}
