import { type Detection, matches } from "#domain/privacy/detection.ts";

const MONTHS =
	"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
const DATE = `\\d{1,2}(?:st|nd|rd|th)?[ ./-]{1,3}(?:of )?(?:\\d{1,2}|${MONTHS})[ ,./-]{1,3}(?:\\d{4}|\\d{2})|(?:${MONTHS}) \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:${MONTHS})`;
/** Dates of meetings matter to the answer and stay; a date is of birth when words near it say so. */
const birthRe = new RegExp(
	`\\b(?:d\\.?o\\.?b\\.?|date of birth|birth ?date|birthday|b-?day|born)\\b[^\\d\\n]{0,25}?(?<it>${DATE})`,
	"giu",
);
const afterwardsRe = new RegExp(
	`(?<it>${DATE})[ ,(]{1,3}(?:is )?(?:his|her|my|their|the) (?:d\\.?o\\.?b|date of birth|birthday)`,
	"giu",
);

export function findBirthDates(text: string): readonly Detection[] {
	return [...matches(text, birthRe, "date_of_birth"), ...matches(text, afterwardsRe, "date_of_birth")];
}
