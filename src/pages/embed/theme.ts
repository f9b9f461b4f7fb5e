import { contrast } from "#domain/theme/contrast.ts";
import { ENOUGH_CONTRAST, inkOn } from "#pages/embed/contrast.ts";

/** The paper of the widget, on which the colour also stands as the colour of links. */
const PAPER = "#ffffff";

export type Theme = {
	/** For the council's own style sheet. */
	readonly css: string;
	/** The poorer of the two contrasts the colour is used with: under its own text, and as text on paper. */
	readonly ratio: number;
	readonly enough: boolean;
};

/** The rules that give a widget a colour. Each tag of it is read with what stands on it. */
export function themeOf(accent: string): Theme {
	const { ink, ratio } = inkOn(accent);
	const least = Math.min(ratio, contrast(accent, PAPER));
	const css = `fingerpost-directory,\nfingerpost-guide {\n  --fingerpost-accent: ${accent};\n  --fingerpost-accent-ink: ${ink};\n}\n`;
	return { css, ratio: least, enough: least >= ENOUGH_CONTRAST };
}
