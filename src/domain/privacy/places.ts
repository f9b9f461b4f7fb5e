import { type Detection, matches } from "#domain/privacy/detection.ts";

/** Royal Mail's form, with or without its space; the demonstration's ZZ as well. */
const postcodeRe = /(?<![\p{L}\d])(?<it>[a-z]{1,2}\d[a-z\d]?\s{0,2}\d[abd-hjlnp-uw-z]{2})(?![\p{L}\d])/giu;
/** "s20 1st" and "section 47 2nd" read like postcodes and are not. */
const ordinalRe = /^s\d+\s+\d(?:st|nd)$/i;

const ROADS =
	"street|st|road|rd|avenue|ave|av|lane|ln|close|drive|dr|way|court|ct|crescent|cres|terrace|place|gardens|gdns|grove|hill|square|sq|row|mews|walk|rise|green|parade|villas|view|estate|house|heights|lodge|tower|wharf|yard|fold|croft|gate|mount|park|path|bank|vale|cottages?";
const streetRe = new RegExp(
	`(?<![\\p{L}\\d£.])(?<it>(?:(?:flat|apartment|apt|unit|room)\\s*\\d{1,4}[a-z]?,?\\s+)?\\d{1,4}[a-z]?,?\\s+(?:[\\p{L}'’.-]{2,20}\\s+){1,3}(?:${ROADS}))\\b`,
	"giu",
);
const flatRe =
	/\b(?<it>(?:flat|apartment|apt)\s+\d{1,4}[a-z]?(?:,?\s+(?:[\p{Lu}][\p{L}'’-]+\s+){0,2}(?:house|court|tower|lodge|heights))?)\b/giu;
const liveAtRe =
	/\b(?:live|lives|living|stay|stays|staying|address is|moved to) (?:at|on|in)?\s*(?<it>\d{1,4}[a-z]?\s+[\p{L}'’-]{3,20}(?:\s+[\p{L}'’-]{3,20})?)/giu;
/** Words after a number that count something rather than name a road. */
const countedRe =
	/^(?:\d{1,4}[a-z]?,?\s+)(?:days?|weeks?|months?|years?|hours?|hrs?|minutes?|mins?|times?|of|kids?|children|bed|am|pm|other|different|more|working|calendar|people|miles?|rooms?|and|or|st|nd|rd|th|per|year)\b/iu;

/** Postcodes and addresses. A town by itself, or "15 working days", is neither. */
export function findPlaces(text: string): readonly Detection[] {
	const isAddress = (found: string) => !countedRe.test(found);
	return [
		...matches(text, postcodeRe, "postcode", (found) => !ordinalRe.test(found)),
		...matches(text, streetRe, "address", isAddress),
		...matches(text, flatRe, "address"),
		...matches(text, liveAtRe, "address", isAddress),
	];
}
