import { inflect } from "#cli/triage-training/inflect.ts";
import type { LexiconSource } from "#cli/triage-training/lexicon-files.ts";
import { type Frame, MARK_NAMES, type PackedLexicon } from "#domain/triage/lexicon.ts";
import { plainLetters } from "#domain/triage/plain-letters.ts";
import { readMessage } from "#domain/triage/read-message.ts";
import type { Spelling } from "#domain/triage/words.ts";

type Step = { readonly choices: string; readonly gap: number; readonly optional: boolean };

/** Lays the lexicon's files out as symbols, entries and patterns, every word in plain spelling; throws on what does not exist. */
export function compileLexicon(source: LexiconSource): PackedLexicon {
	const respell = new Map(Object.entries(source.respell).map(([from, to]) => [plainLetters(from), to === "" ? [] : to.split(" ")]));
	const spelling: Spelling = { respell, known: () => true };
	const symbols: string[] = [];
	const entries = new Map<string, Set<number>>();
	const symbolOf = new Map<string, number>();

	function plain(text: string): string {
		return readMessage(text, spelling)
			.flatMap((sentence) => sentence.words)
			.join(" ");
	}
	function expand(entry: string, path: readonly string[]): readonly string[] {
		const nested = /^<(\w+)>$/.exec(entry)?.[1];
		if (nested !== undefined) {
			const inside = source.classes[nested];
			if (!inside) throw new Error(`There is no class <${nested}> (${path.join(" > ")}).`);
			if (path.includes(nested)) throw new Error(`Class <${nested}> holds itself (${path.join(" > ")}).`);
			return inside.flatMap((item) => expand(item, [...path, nested]));
		}
		const verb = /^(.*?)(\w+?)(\+\+?)(?= |$)(.*)$/.exec(entry);
		if (!verb) return [plain(entry)];
		const [, before = "", stem = "", mark = "", after = ""] = verb;
		return inflect(stem, mark === "++").map((form) => plain(`${before}${form}${after}`));
	}
	function symbol(name: string, choices: readonly string[]): number {
		const known = symbolOf.get(name);
		if (known !== undefined) return known;
		const id = symbols.push(name) - 1;
		symbolOf.set(name, id);
		for (const entry of choices.flatMap((choice) => expand(choice, []))) {
			if (entry === "") continue;
			const here = entries.get(entry) ?? new Set<number>();
			here.add(id);
			entries.set(entry, here);
		}
		return id;
	}

	for (const name of Object.keys(source.classes)) symbol(`<${name}>`, [`<${name}>`]);
	symbol("<idiom>", source.idioms);
	for (const name of MARK_NAMES) if (!symbolOf.has(`<${name}>`)) throw new Error(`The lexicon needs a class <${name}>.`);

	const patterns: number[][] = [];
	const frames: Frame[] = [];
	source.frames.forEach((frame, index) => {
		frames.push({
			name: frame.name,
			reason: frame.reason,
			level: frame.level,
			now: frame.now ?? null,
			sure: frame.flags.includes("sure"),
			general: frame.flags.includes("general"),
			always: frame.flags.includes("always"),
			evenNegated: frame.flags.includes("even_negated"),
		});
		for (const line of frame.match) {
			const { steps, atStart, atEnd } = readPattern(line);
			for (const variant of withoutOptional(steps)) {
				const packed = variant.flatMap((step, at) => {
					const choices = step.choices.split("|").map((choice) => choice.replaceAll("_", choice.startsWith("<") ? "_" : " "));
					const only = choices[0] ?? "";
					const name = choices.length === 1 && only.startsWith("<") ? only : `=${choices.join("|")}`;
					return [symbol(name, choices), at === 0 ? 0 : step.gap];
				});
				patterns.push([index, (atStart ? 1 : 0) | (atEnd ? 2 : 0), ...packed]);
			}
		}
	});
	const names = new Map(frames.map((frame, index) => [frame.name, index]));
	return {
		respell: Object.fromEntries([...respell].map(([from, to]) => [from, to.join(" ")])),
		symbols,
		entries: Object.fromEntries([...entries].map(([entry, ids]) => [entry, [...ids]])),
		frames,
		patterns,
		combinations: source.combinations.map((combination) => ({
			level: combination.level,
			reason: combination.reason,
			frames: combination.all.map((name) => {
				const frame = names.get(name);
				if (frame === undefined) throw new Error(`A combination names the frame ${name}, which does not exist.`);
				return frame;
			}),
		})),
	};
}

function readPattern(line: string): { readonly steps: readonly Step[]; readonly atStart: boolean; readonly atEnd: boolean } {
	const steps: Step[] = [];
	let gap = 0;
	let atStart = false;
	let atEnd = false;
	for (const part of line.split(/\s+/)) {
		if (part === "^") atStart = true;
		else if (part === "$") atEnd = true;
		else if (/^~\d+$/.test(part)) gap = Number(part.slice(1));
		else {
			steps.push({ choices: part.replace(/\?$/, ""), gap, optional: part.endsWith("?") });
			gap = 0;
		}
	}
	if (atEnd && gap > 0) throw new Error(`A gap before the end: ${line}`);
	return { steps, atStart, atEnd };
}

function withoutOptional(steps: readonly Step[]): readonly (readonly Step[])[] {
	return steps.reduce<readonly (readonly Step[])[]>(
		(variants, step) => [...variants.map((variant) => [...variant, step]), ...(step.optional ? variants : [])],
		[[]],
	);
}
