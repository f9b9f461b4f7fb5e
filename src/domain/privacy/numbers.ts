import { type Detection, matches } from "#domain/privacy/detection.ts";

const nhsCueRe = /\bnhs\b[^\d\n]{0,20}(?<it>\d{3}[ -]?\d{3}[ -]?\d{4})\b/giu;
const tenDigitsRe = /(?<![\d+])(?<it>[1-9]\d{2}[ -]\d{3}[ -]\d{4}|[1-9]\d{9})(?!\d)/gu;
const niRe = /\b(?<it>[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][ -]?\d{2}[ -]?\d{2}[ -]?\d{2}[ -]?[A-D])\b/giu;
/** Family court numbers such as ZW26C00123, and the older LV19P01234. */
const courtRe = /\b(?<it>[A-Z]{2}\s?\d{2}\s?[A-Z]\s?\d{4,5})\b/giu;
const caseCueRe =
	/\b(?:case|court|claim|file|crime|incident|log|reference|ref|social services|mosaic|liquid ?logic|urn|client|person)\s*(?:number|num|no|nos|id|ref|reference)?\.?\s*(?:is|=|:|#)?\s*(?<it>[a-z]{0,4}[/-]?\d[a-z\d/-]{3,20})(?![\p{L}\d])/giu;

/** NHS, National Insurance and case numbers. A time limit or a section of an Act is none of these. */
export function findNumbers(text: string): readonly Detection[] {
	return [
		...matches(text, nhsCueRe, "nhs_number"),
		...matches(text, tenDigitsRe, "nhs_number", isNhsNumber),
		...matches(text, niRe, "ni_number"),
		...matches(text, courtRe, "case_number"),
		...matches(
			text,
			caseCueRe,
			"case_number",
			(found) => (found.match(/\d/g)?.length ?? 0) >= FEWEST_DIGITS && !isDate(found),
		),
	];
}

/** Shorter than this it may as well be a number of days, a page or a section. */
const FEWEST_DIGITS = 4;

function isDate(text: string): boolean {
	return /^\d{1,2}[/-]\d{1,2}[/-]\d{2,4}$/.test(text) || /^(?:19|20)\d\d$/.test(text);
}

/** The check digit of NHS numbers (NHS Data Dictionary, "NHS Number": modulus 11). */
export function isNhsNumber(text: string): boolean {
	const digits = [...text.replace(/\D/g, "")].map(Number);
	if (digits.length !== 10) return false;
	const sum = digits.slice(0, 9).reduce((total, digit, index) => total + digit * (10 - index), 0);
	const check = 11 - (sum % 11);
	return (check === 11 ? 0 : check) === digits[9] && check !== 10;
}
