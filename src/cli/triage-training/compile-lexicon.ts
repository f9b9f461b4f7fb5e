import { inflect } from "#cli/triage-training/inflect.ts";
import type { LexiconSource } from "#cli/triage-training/lexicon-files.ts";
import { type Frame, MARK_NAMES, type PackedLexicon } from "#domain/triage/lexicon.ts";
import { plainLetters } from "#domain/triage/plain-letters.ts";
import { readMessage } from "#domain/triage/read-message.ts";
import type { Spelling } from "#domain/triage/words.ts";

type Step = { readonly choices: string; readonly gap: number; readonly optional: boolean };

/** Lays the lexicon's files out as symbols, entries and patterns, every word in plain spelling; throws on what does not exist. */
export function compileLexicon(source: LexiconSource): PackedLexicon {
	const respell = new Map(
		Object.entries(source.respell).map(([from, to]) => [plainLetters(from), to === "" ? [] : to.split(" ")]),
	);
	const spelling: Spelling = { respell, known: () => true };
	const symbols: string[] = [];
	const symbolOf = new Map<string, number>();

	function plain(text: string): string {
		return readMessage(text, spelling)
			.flatMap((sentence) => sentence.words)
			.join(" ");
	}
	function forms(entry: string): readonly string[] {
		if (entry.startsWith("<")) return [entry];
		const verb = /^(.*?)(\w+?)(\+\+?)(?= |$)(.*)$/.exec(entry);
		if (!verb) return [plain(entry)];
		const [, before = "", stem = "", mark = "", after = ""] = verb;
		return inflect(stem, mark === "++").map((form) => plain(`${before}${form}${after}`));
	}
	function choicesOf(entries: readonly string[]): string {
		return [...new Set(entries.flatMap(forms))].filter((entry) => entry !== "").join("|");
	}
	function symbol(choices: string): number {
		const known = symbolOf.get(choices);
		if (known !== undefined) return known;
		const id = symbols.push(choices) - 1;
		symbolOf.set(choices, id);
		return id;
	}

	const classes = Object.fromEntries(
		[...Object.entries(source.classes), ["idiom", source.idioms] as const].map(([name, entries]) => [
			`<${name}>`,
			choicesOf(entries),
		]),
	);
	for (const [name, choices] of Object.entries(classes)) {
		symbol(name);
		for (const nested of choices.match(/<\w+>/g) ?? [])
			if (!(nested in classes)) throw new Error(`${name} names ${nested}, which does not exist.`);
	}
	for (const name of MARK_NAMES) if (!(`<${name}>` in classes)) throw new Error(`The lexicon needs a class <${name}>.`);

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
					const choices = choicesOf(
						step.choices.split("|").map((choice) => (choice.startsWith("<") ? choice : choice.replaceAll("_", " "))),
					);
					for (const nested of choices.match(/<\w+>/g) ?? [])
						if (!(nested in classes)) throw new Error(`${line} names ${nested}, which does not exist.`);
					return [symbol(choices), at === 0 ? 0 : step.gap];
				});
				patterns.push([index, (atStart ? 1 : 0) | (atEnd ? 2 : 0), ...packed]);
			}
		}
	});
	const names = new Map(frames.map((frame, index) => [frame.name, index]));
	return {
		respell: Object.fromEntries([...respell].map(([from, to]) => [from, to.join(" ")])),
		symbols,
		classes,
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

function readPattern(line: string): {
	readonly steps: readonly Step[];
	readonly atStart: boolean;
	readonly atEnd: boolean;
} {
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
