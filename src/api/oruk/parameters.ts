import * as z from "zod";
import { decimal, flag, type Parameter, wholeNumber, words } from "#api/oruk/parameter.ts";

/** Every query parameter of the feed. `readers` of each endpoint choose from these, and so does its OpenAPI. */

/** A page is never longer than this, whatever is asked; `size` says how long it is. */
export const LARGEST_PAGE = 250;
export const STANDARD_PAGE = 50;
/** Organisations with all their services. */
export const LARGEST_PAGE_IN_FULL = 20;
/** A record of `minimal=true` is two short values, so a whole directory fits a page. */
export const LARGEST_MINIMAL_PAGE = 10_000;

export const page = wholeNumber("page", 1, 1_000_000, "Page number, from 1. A page past the end is empty.", 1);
export const perPage: Parameter<number> = {
	...wholeNumber(
		"per_page",
		1,
		999_999_999,
		`Records on a page. At most ${LARGEST_PAGE}, or ${LARGEST_MINIMAL_PAGE} with minimal=true: ask for more and you get that many.`,
		STANDARD_PAGE,
	),
	mend: `Give a whole number from 1 to ${LARGEST_PAGE}.`,
};
export const search = words(
	"search",
	"Full text. Every word must stand in the name, the organisation or the description, whole or as a beginning.",
);
export const taxonomyTermId = words("taxonomy_term_id", "Only records with this very taxonomy term.");
export const taxonomyId = words("taxonomy_id", "Only records with a term of this taxonomy.");
export const organizationId = words("organization_id", "Only services of this organisation.");
export const parentId = words("parent_id", "Only terms directly beneath this one.");
export const topOnly = flag("top_only", "Only terms without a parent.");
export const minimal = flag("minimal", "Cut each record down to its id and the time of its last change.");
export const full = flag("full", "Give each record with all that belongs to it.");
export const fullService = flag("full_service", "Give each organisation with its services in full.");
export const minimumAge = decimal(
	"minimum_age",
	150,
	"Only services whose own minimum age is at least this. A service that names none takes children from birth.",
);
export const maximumAge = decimal(
	"maximum_age",
	150,
	"Only services whose own maximum age is at most this. A service that names none has no upper limit, so it is left out.",
);
export const age = decimal("age", 150, "Only services that a person of this age can use. Not in the standard.");
export const proximity = decimal(
	"proximity",
	1_000_000,
	"Metres around the middle of `postcode`, as the crow flies. Without it every located record is given, nearest first.",
);

export const format: Parameter<"json" | "ndjson"> = {
	name: "format",
	description: "`ndjson` streams all records in full, one JSON object a line, without pages.",
	schema: { type: "string", enum: ["json", "ndjson"], default: "json" },
	mend: "Give json or ndjson.",
	read: (text) => (text === "json" || text === "ndjson" ? text : null),
};

export const modifiedAfter: Parameter<Date> = {
	name: "modified_after",
	description:
		"Only records changed on or after this instant. With no other filter than organization_id, records deleted since (up to 90 days) are given too, with the status `defunct`.",
	schema: { type: "string", format: "date-time" },
	mend: "Give a date or an instant such as 2026-01-31 or 2026-01-31T09:00:00Z.",
	read: readInstant,
};

const DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
const DAY_NAMES = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
export const day: Parameter<string> = {
	name: "day",
	description: "Only records with a timetable line on this day: MO to SU, or the day's name.",
	schema: { type: "string", enum: DAYS },
	mend: "Give MO, TU, WE, TH, FR, SA or SU, or the day's name.",
	read: (text) => {
		const known = text.toLowerCase();
		const found = DAY_NAMES.findIndex(
			(name) => name === known || name.slice(0, 3) === known || name.slice(0, 2) === known,
		);
		return DAYS[found] ?? null;
	},
};

export const startTime = time("start_time", "Only records with a timetable line that opens at this time or later.");
export const endTime = time("end_time", "Only records with a timetable line that closes at this time or earlier.");

const postcodeRe = /^([A-Z]{1,2}\d[A-Z\d]?)\s*(\d[A-Z]{2}|\d)?$/i;
export const postcode: Parameter<string> = {
	name: "postcode",
	description: "The point that distance is measured from. A postcode that we do not know finds nothing.",
	schema: { type: "string" },
	mend: "Give a UK postcode such as SW1A 1AA.",
	read: (text) => {
		const [, outward, inward] = postcodeRe.exec(text) ?? [];
		return outward === undefined ? null : [outward, inward].filter(Boolean).join(" ").toUpperCase();
	},
};

function time(name: string, description: string): Parameter<string> {
	return {
		name,
		description: `${description} Day and times are asked of one and the same line.`,
		schema: { type: "string", pattern: "^([01]\\d|2[0-3]):[0-5]\\d$" },
		mend: "Give a time such as 09:30.",
		read: (text) => {
			const [, hour, minute] = /^(\d{1,2}):([0-5]\d)(?::[0-5]\d)?$/.exec(text) ?? [];
			return hour === undefined || Number(hour) > 24 ? null : `${hour.padStart(2, "0")}:${minute}`;
		},
	};
}

/** Without an offset it is UTC. A plus sign that was not escaped has become a space on its way. */
function readInstant(text: string): Date | null {
	const [, date, clock = "00:00", offset = "Z"] =
		/^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)(Z|[+\- ]\d\d:?\d\d)?)?$/i.exec(text) ?? [];
	if (!z.iso.date().safeParse(date).success) return null;
	const zone =
		offset.toUpperCase() === "Z" ? "Z" : `${offset[0] === "-" ? "-" : "+"}${offset.slice(1, 3)}:${offset.slice(-2)}`;
	const instant = new Date(`${date}T${clock}${zone}`);
	return Number.isNaN(instant.getTime()) ? null : instant;
}
