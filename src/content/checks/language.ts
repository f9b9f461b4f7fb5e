import type { Text } from "#content/checks/texts.ts";
import type { Draft } from "#content/content.ts";
import type { Problem } from "#content/problem.ts";

/** Finds words and phrases that `content/language.yaml` asks us to avoid, by whole word, in any case. */
export function checkLanguage(draft: Draft, texts: readonly Text[]): readonly Problem[] {
	const rules = draft.language.avoid.map((rule) => ({ ...rule, pattern: wholeWords(rule.word) }));
	const undefinedShort = draft.language.abbreviations.map((word) => ({
		word,
		pattern: new RegExp(`(?<![\\p{L}\\p{N}(])${escapeRe(word)}(?![\\p{L}\\p{N})])`, "u"),
	}));
	return texts.flatMap((text) => {
		const whole = text.paragraphs.join("\n");
		const avoided = rules
			.filter((rule) => rule.pattern.test(whole))
			.map((rule) => ({
				file: text.file,
				line: text.line,
				message: `Avoid "${rule.word}". ${rule.instead ? `Write: ${rule.instead}.` : ""}${rule.why ? ` ${rule.why}` : ""}`,
			}));
		const short = undefinedShort
			.filter(({ word, pattern }) => pattern.test(whole) && !whole.includes(`(${word})`))
			.map(({ word }) => ({
				file: text.file,
				line: text.line,
				message: `"${word}" is not explained here. Write the words, or the words with (${word}) after them.`,
			}));
		return [...avoided, ...short];
	});
}

function wholeWords(phrase: string): RegExp {
	return new RegExp(`(?<![\\p{L}\\p{N}])${escapeRe(phrase).replaceAll("'", "['’]")}(?![\\p{L}\\p{N}])`, "iu");
}

function escapeRe(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
