import type { Text } from "#content/checks/texts.ts";
import type { Draft } from "#content/content.ts";
import type { Problem } from "#content/problem.ts";

/**
 * Finds words and phrases that `content/language.yaml` asks us to avoid, by whole word, in any case; short forms that
 * nothing explains; and double negatives.
 */
export function checkLanguage(draft: Draft, texts: readonly Text[]): readonly Problem[] {
	const rules = draft.language.avoid.map((rule) => ({ ...rule, pattern: wholeWords(rule.word) }));
	const listed = draft.language.abbreviations.map((word) => ({
		word,
		pattern: new RegExp(`(?<![\\p{L}\\p{N}(])${escapeRe(word)}(?![\\p{L}\\p{N})])`, "u"),
	}));
	const known = new Set(draft.language.known_short_forms);
	return texts.flatMap((text) => {
		const whole = text.paragraphs.join("\n");
		const problem = (message: string): Problem => ({ file: text.file, line: text.line, message });
		const avoided = rules
			.filter((rule) => rule.pattern.test(whole))
			.map((rule) =>
				problem(
					`Avoid "${rule.word}". ${rule.instead ? `Write: ${rule.instead}.` : ""}${rule.why ? ` ${rule.why}` : ""}`,
				),
			);
		const short = new Set([
			...listed.filter(({ pattern }) => pattern.test(whole)).map(({ word }) => word),
			...(whole.match(capitalsRe) ?? []).filter((word) => !known.has(word)),
		]);
		const unexplained = [...short]
			.filter((word) => !whole.includes(`(${word})`))
			.map((word) =>
				problem(`"${word}" is not explained here. Write the words, or the words with (${word}) after them.`),
			);
		const doubled = [whole.match(twiceNotRe), whole.match(notUnRe)]
			.flatMap((found) => found ?? [])
			.map((found) => problem(`"${found}" says no twice. Say it the plain way round.`));
		return [...avoided, ...unexplained, ...doubled];
	});
}

/** Two capitals or more: a short form, or a name made of one; not the start of a postcode ("SK9"). */
const capitalsRe = /(?<![\p{L}\p{N}])(?!\p{Lu}{2}\d)\p{Lu}{2,}[\p{L}\p{N}+]*(?![\p{L}\p{N}])/gu;
/** "Do not do nothing": two noes in one clause; "what", "if", "and", "or" and "because" begin another. */
const twiceNotRe =
	/\b(?:not|never|cannot|no one|nobody|\w+n['’]t)\b(?:(?!\b(?:what|if|and|or|because|but|that|so)\b)[^.?!,;:\n]){0,25}?\b(?:not|never|nothing|nobody|no one|none|neither)\b/giu;
/** "Not unusual", "not impossible". */
const notUnRe =
	/\b(?:not|never|\w+n['’]t)\s+(?:un(?!der|til|less|its?\b|ion|cle|iverse|ique)\w+|in(?:frequent|significant|capable|correct|valid|appropriate|sufficient|adequate)\w*|im(?:possible|proper)\w*|dissimilar)\b/giu;

function wholeWords(phrase: string): RegExp {
	return new RegExp(`(?<![\\p{L}\\p{N}])${escapeRe(phrase).replaceAll("'", "['’]")}(?![\\p{L}\\p{N}])`, "iu");
}

function escapeRe(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
