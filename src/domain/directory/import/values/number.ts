import type { Mended } from "#domain/directory/import/values/mended.ts";

/** A plain decimal number, thousands commas allowed. */
export function mendNumber(text: string): Mended<number> {
	const bare = text.replace(/(?<=\d),(?=\d{3}\b)/g, "");
	const value = /^[+-]?\d{1,12}(?:\.\d{1,20})?$/.test(bare) ? Number(bare) : Number.NaN;
	return Number.isNaN(value) ? { rule: "not a number, left out" } : { value };
}

/** A whole number above nought. */
export function mendCount(text: string): Mended<number> {
	const { value } = mendNumber(text);
	return value !== undefined && Number.isInteger(value) && value > 0
		? { value }
		: { rule: "not a whole number, left out" };
}

/** What something costs, in pounds: "£5.50", "5.50", "50p", "free". */
export function mendAmount(text: string): Mended<number> {
	if (/^(?:free|no (?:charge|cost|fee)|nil)$/i.test(text)) return { value: 0, rule: "amount written as a number" };
	const pence = /^(\d{1,4})\s?p$/i.exec(text);
	if (pence) return { value: Number(pence[1]) / 100, rule: "amount written as a number" };
	const bare = text.replace(/^(?:£|GBP)\s*|\s*(?:GBP|pounds?)$/gi, "");
	const { value } = mendNumber(bare);
	if (value === undefined || value < 0) return { rule: "not an amount, left out" };
	return bare === text ? { value } : { value, rule: "amount written as a number" };
}

/** True for what programs and people write for yes, false for no; left out where it is neither. */
export function mendYesNo(text: string): Mended<boolean> {
	if (/^(?:true|yes|y|t|1|on)$/i.test(text)) return { value: true };
	if (/^(?:false|no|n|f|0|off)$/i.test(text)) return { value: false };
	return { rule: "neither yes nor no, left out" };
}
