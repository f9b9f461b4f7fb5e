import type { Mended } from "#domain/directory/import/values/mended.ts";

export type PhoneText = { readonly number: string; readonly extension?: number; readonly description?: string };

/** Figures with the marks people put between them: "+44 (0)117 332-7111", "0117/3327111". */
const RUN = /\+?\s?(?:0\d{2,4}\s?\/\s?(?=\d{5})|\(\+?\d+\)|\d)(?:[\s.\-–]*(?:\(\d+\)|\d))*/g;
const TIME = /^\s?\d{1,2}[.]\d{2}(?!\d)/;
/** Numbers that are whole with fewer than nine figures. */
const SHORT = /^(?:999|112|111|101|105|119|116\d{3}|195|18000|1800[1-2]\d*)$/;
const WHOLE = 9;
const EXTENSION = /^[\s,;(]*(?:ext(?:ension)?n?|x)\s*[.:#]?\s*(\d{1,7})\)?/i;
/** What spreadsheets make of a long number. */
const SPOILED = /^\d(?:\.\d+)?E\+?\d+$/i;
/** ITU-T E.164: no number has more than 15 figures. Emergency numbers have three. */
const MOST_FIGURES = 15;
const LEAST_FIGURES = 3;

const figures = (text: string) => text.replace(/\D/g, "");

/** True for a number that looks right and rings nowhere: one figure throughout, or the figures in their order. */
export function isPlaceholderPhone(number: string): boolean {
	const digits = figures(number);
	const own = digits.replace(/^(?:00?44)?0*/, "");
	if (digits.length < 6) return /^0+$/.test(digits);
	return (
		/^(\d?)\1*$/.test(own) || /^0?123456789/.test(digits) || digits === "01234567890" || /^0?71?23456789$/.test(digits)
	);
}

/** Cuts a run of figures where a second number starts: "0117 332 7111 0117 332 7112", "0117 332 7111/07700 900123". */
function numbersOf(run: string): readonly string[] {
	const numbers: string[] = [];
	let current = "";
	for (const group of run.replace(/[–./]/g, " ").split(/(?=\s+\(?0)/)) {
		const held = figures(current).length;
		const starts = /^\s*\(?0/.test(group) && held >= 10;
		if (current !== "" && (starts || held + figures(group).length > MOST_FIGURES)) {
			numbers.push(current);
			current = group;
		} else current += group;
	}
	return [...numbers, current]
		.map(tidy)
		.filter((number) => figures(number).length >= LEAST_FIGURES && figures(number).length <= MOST_FIGURES);
}

function tidy(number: string): string {
	const bare = number
		.replace(/\+\s*44\s*\(\s*0\s*\)\s*/, "+44 ")
		.replace(/\s+/g, " ")
		.trim()
		.replace(/^\((\d+)\)\s*/, "$1 ")
		.replace(/^[^\d+(]+|[^\d)]+$/g, "")
		.replace(/^00\s*44\s*/, "+44 ");
	const unopened = bare.includes("(") ? bare : bare.replace(/\)/g, "");
	// Spreadsheets drop a number's leading nought; ten figures that start so are a whole British number without it.
	return /^[1-37-9]\d{9}$/.test(unopened.replace(/\s/g, "")) && !unopened.startsWith("1800")
		? `0${unopened}`
		: unopened;
}

/** Words around a number that only say that it is a number. */
function aboutNumber(words: string): string {
	return words
		.replace(/\s+/g, " ")
		.replace(/^(?:(?:tel(?:ephone)?|phone|mobile|mob|call|ring|number|no|t|m)[\s.:]*)+(?=$|[:.,;–-])/i, "")
		.replace(/^(?:[\s,;:.|&–-]|\/(?!\d))+|[\s,;:|/&–(-]+$/g, "")
		.replace(/^(?:or|and)$|^(?:or|and)\s+|\s+(?:or|and)$/gi, "")
		.replace(/^\((.*)\)$/, "$1")
		.replace(/^\)|\($/g, "")
		.replace(/^(?:tel(?:ephone)?|phone|mobile|mob|call|ring)[.:]?$/i, "")
		.trim();
}

/**
 * The numbers in a text, each with its extension and with the words that stand by it:
 * "Bristol Youth MAPS: 0117 332 7111" is a number and what it is for. Placeholders are left out.
 */
export function mendPhones(text: string): Mended<readonly PhoneText[]> {
	const bare = text.replace(/^["'=]+|["']+$/g, "").trim();
	if (SPOILED.test(bare)) return { rule: "phone number spoiled by a spreadsheet, left out" };
	const phones: PhoneText[] = [];
	let placeholders = 0;
	let from = 0;
	for (const run of runsIn(bare)) {
		const between = bare.slice(from, run.index);
		const aside = phones.length > 0 ? /^[\s,]*\(([^()]*)\)/.exec(between) : null;
		const behind = phones.at(-1);
		if (aside?.[1] && behind && aboutNumber(aside[1]) !== "")
			phones[phones.length - 1] = { ...behind, description: joined(behind.description, aboutNumber(aside[1])) };
		const words = aboutNumber(between.slice(aside?.[0].length ?? 0));
		from = run.index + run[0].length;
		const extension = EXTENSION.exec(bare.slice(from, from + 40));
		if (extension) from += extension[0].length;
		const numbers = numbersOf(run[0]);
		numbers.forEach((number, index) => {
			if (isPlaceholderPhone(number)) placeholders += 1;
			else
				phones.push({
					number,
					...(extension && index === numbers.length - 1 ? { extension: Number(extension[1]) } : {}),
					...(index === 0 && words !== "" ? { description: words } : {}),
				});
		});
	}
	const after = aboutNumber(bare.slice(from));
	const last = phones.at(-1);
	if (last === undefined)
		return { rule: placeholders > 0 ? "placeholder phone number left out" : "no phone number in the text, left out" };
	if (after !== "") phones[phones.length - 1] = { ...last, description: joined(last.description, after) };
	const only = phones.length === 1 && placeholders === 0 && phones[0]?.number === text;
	return only
		? { value: phones }
		: { value: phones, rule: phones.length > 1 ? "several phone numbers split" : "phone number mended" };
}

/** Where a whole number stands, shorter ones are times and the like. */
function runsIn(text: string): readonly RegExpExecArray[] {
	const runs = [...text.matchAll(RUN)].filter((run) => figures(run[0]).length >= LEAST_FIGURES && !TIME.test(run[0]));
	const whole = runs.some((run) => figures(run[0]).length >= WHOLE);
	return whole ? runs.filter((run) => figures(run[0]).length >= WHOLE || SHORT.test(figures(run[0]))) : runs;
}

function joined(first: string | undefined, second: string): string {
	return first === undefined ? second : `${first}, ${second}`;
}
