import { findBirthDates } from "#domain/privacy/birth-dates.ts";
import { findContacts } from "#domain/privacy/contacts.ts";
import { DETAILS, type Detail, type Detection } from "#domain/privacy/detection.ts";
import { findNames } from "#domain/privacy/names.ts";
import { findNumbers } from "#domain/privacy/numbers.ts";
import { findPlaces } from "#domain/privacy/places.ts";

export type Redacted = { readonly redacted: string; readonly types: readonly Detail[] };

/** What stands in place of a detail, "[phone]". It says what was there, so that the sentence still reads. */
const MARKS: Readonly<Record<Detail, string>> = {
	email: "[email]",
	phone: "[phone]",
	postcode: "[postcode]",
	address: "[address]",
	date_of_birth: "[date of birth]",
	nhs_number: "[NHS number]",
	ni_number: "[NI number]",
	case_number: "[case number]",
	name: "[name]",
};

/**
 * A text without the details that tell who somebody is, and which kinds there were. `published` holds the digits of
 * telephone numbers that anyone may ring (helplines, an area's own): they stay, as do sections of Acts, time limits
 * and the dates of meetings. Any string may be given; an unreadable one comes back as it is.
 */
export function redact(text: string, published: ReadonlySet<string>): Redacted {
	const found = disjoint([
		...findContacts(text, published),
		...findNumbers(text),
		...findBirthDates(text),
		...findPlaces(text),
		...findNames(text),
	]);
	let redacted = "";
	let at = 0;
	for (const { type, start, end } of found) {
		redacted += text.slice(at, start) + MARKS[type];
		at = end;
	}
	const types = new Set(found.map(({ type }) => type));
	return { redacted: redacted + text.slice(at), types: DETAILS.filter((type) => types.has(type)) };
}

/** Detections in the order of the text, none overlapping: the one found by the surer rule, first in the list, stands. */
function disjoint(found: readonly Detection[]): readonly Detection[] {
	const kept: Detection[] = [];
	for (const each of found)
		if (!kept.some((other) => each.start < other.end && other.start < each.end)) kept.push(each);
	return kept.sort((a, b) => a.start - b.start);
}
