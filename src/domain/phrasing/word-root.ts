import { stem } from "#domain/directory/search/stem.ts";

/** Verbs whose forms no rule of endings joins: each form, then the verb. */
const FORMS: Readonly<Record<string, string>> = Object.fromEntries(
	`kept keep|paid pay|told tell|took take|taken take|gave give|given give|wrote write|written write|said say|went go|gone go|came come|saw see|seen see|knew know|known know|held hold|heard hear|met meet|felt feel|found find|left leave|sent send|brought bring|thought think|spoke speak|spoken speak|ran run|began begin|begun begin|chose choose|chosen choose|broke break|broken break|lost lose|meant mean|understood understand|drew draw|drawn draw|grew grow|grown grow|led lead|bought buy|caught catch|taught teach|stood stand|won win|woke wake|woken wake|drank drink|drunk drink|drove drive|driven drive|fell fall|fallen fall|forgot forget|forgotten forget|hid hide|hidden hide|lay lie|rang ring|rung ring|sat sit|slept sleep|spent spend|stole steal|struck strike|threw throw|thrown throw|wore wear|worn wear|done do|did do|made make|built build|dealt deal|fought fight|got get|hung hang|rose rise|risen rise|shown show|sold sell|showed show|sought seek`
		.split("|")
		.map((pair) => pair.split(" ")),
);

/** The root by which forms of a word are one: "kept" and "keeping" are "keep". */
export function rootOf(word: string): string {
	return stem(FORMS[word] ?? word);
}
