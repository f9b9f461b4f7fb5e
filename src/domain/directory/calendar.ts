import { dayNumber } from "#domain/directory/search/moment.ts";
import { runsOn } from "#domain/directory/search/timetable.ts";
import {
	NO_LIMIT,
	NO_TIME,
	REPEATS,
	type TimetableRule,
	timetableRules,
} from "#domain/directory/search/timetable-rule.ts";
import type { Schedule, Service, ServiceAtLocation } from "#domain/directory/service.ts";
import { dateOf } from "#domain/hours/local-date.ts";
import { instantAt } from "#domain/hours/zone-clock.ts";

export type CalendarInput = {
	/** As the public may see it. */
	readonly service: Service;
	readonly at: Date;
	/** Bank holidays, "2026-12-25". */
	readonly holidays: Iterable<string>;
	/** Whether a timetable's notes say that it runs on bank holidays too. */
	readonly holidaysToo: (notes: string) => boolean;
};

const ZONE = "Europe/London";
const DAY = 1440;
/** A rule that has no first day within this many days has none. */
const HORIZON = 1500;
const CODES = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
/** London's clocks since 1996 (Summer Time Order 2002, S.I. 2002/262). */
const LONDON = [
	"BEGIN:VTIMEZONE",
	`TZID:${ZONE}`,
	"BEGIN:STANDARD",
	"DTSTART:19961027T020000",
	"RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
	"TZOFFSETFROM:+0100",
	"TZOFFSETTO:+0000",
	"TZNAME:GMT",
	"END:STANDARD",
	"BEGIN:DAYLIGHT",
	"DTSTART:19970330T010000",
	"RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
	"TZOFFSETFROM:+0000",
	"TZOFFSETTO:+0100",
	"TZNAME:BST",
	"END:DAYLIGHT",
	"END:VTIMEZONE",
];

/**
 * A service's sessions as a calendar (RFC 5545) on London's clocks, without the days on which it does not run. One that
 * is not active has none. A timetable without a first day begins with its next session.
 */
export function calendarOf({ service, at, holidays, holidaysToo }: CalendarInput): string {
	const shut = new Set([...holidays].flatMap((date) => dayNumber(date) ?? []));
	const today = Math.floor(at.getTime() / 86_400_000);
	const lines: readonly (readonly [Schedule, ServiceAtLocation | null])[] = [
		...(service.schedules ?? []).map((line) => [line, null] as const),
		...(service.service_at_locations ?? []).flatMap((place) =>
			(place.schedules ?? []).map((line) => [line, place] as const),
		),
	];
	const events = lines.flatMap(([line, place]) =>
		timetableRules(line, holidaysToo).flatMap((rule, index) => {
			const when = timing(rule, today, shut);
			if (when === null) return [];
			return [
				"BEGIN:VEVENT",
				`UID:${textOf(`${line.id}-${index}@${service.id}`)}`,
				`DTSTAMP:${utc(at.getTime())}`,
				...when,
				`SUMMARY:${textOf(service.name)}`,
				...whereOf(service, place),
				...(line.description ? [`DESCRIPTION:${textOf(line.description)}`] : []),
				...(service.url ? [`URL:${service.url.replace(/[\r\n]/g, "")}`] : []),
				"END:VEVENT",
			];
		}),
	);
	const all = [
		"BEGIN:VCALENDAR",
		"VERSION:2.0",
		"PRODID:-//Fingerpost//Directory//EN",
		"CALSCALE:GREGORIAN",
		...LONDON,
	];
	const shown = service.status === "active" ? events : [];
	return [...all, ...shown, "END:VCALENDAR"].map((line) => `${folded(line)}\r\n`).join("");
}

/** The lines that say when a rule runs; null where it never does from its first day on. */
function timing(rule: TimetableRule, today: number, shut: ReadonlySet<number>): readonly string[] | null {
	const pattern = { ...rule, to: NO_LIMIT, exceptions: [], onHolidays: true };
	const from = rule.from === NO_LIMIT ? today : rule.from;
	let first = from;
	while (first <= from + HORIZON && !runsOn(pattern, first, NONE)) first += 1;
	if (first > from + HORIZON || (rule.to !== NO_LIMIT && first > rule.to)) return null;
	const left = [...new Set([...rule.exceptions, ...(rule.onHolidays ? [] : shut)])]
		.filter((day) => day >= first && (rule.to === NO_LIMIT || day <= rule.to) && runsOn(pattern, day, NONE))
		.sort((a, b) => a - b);
	const whole = rule.opens === NO_TIME;
	const zone = whole ? ";VALUE=DATE" : `;TZID=${ZONE}`;
	const stamp = (day: number, minutes: number) => (whole ? dateStamp(day) : local(day, minutes));
	return [
		`DTSTART${zone}:${stamp(first, rule.opens)}`,
		`DTEND${zone}:${whole ? dateStamp(first + 1) : local(first, rule.closes)}`,
		...(rule.repeats === REPEATS.once ? [] : [`RRULE:${repeatOf(rule, whole)}`]),
		...(left.length === 0 ? [] : [`EXDATE${zone}:${left.map((day) => stamp(day, rule.opens)).join(",")}`]),
	];
}
const NONE: ReadonlySet<number> = new Set();

function repeatOf(rule: TimetableRule, whole: boolean): string {
	const code = CODES[rule.day] ?? "MO";
	const rhythm =
		rule.repeats === REPEATS.weekly
			? `FREQ=WEEKLY;WKST=MO;BYDAY=${code}`
			: rule.repeats === REPEATS.monthlyWeekday
				? `FREQ=MONTHLY;BYDAY=${rule.nth}${code}`
				: `FREQ=MONTHLY;BYMONTHDAY=${rule.day}`;
	// Without a first day there is nothing to count every second week from.
	const interval = rule.interval > 1 && rule.from !== NO_LIMIT ? `;INTERVAL=${rule.interval}` : "";
	if (rule.to === NO_LIMIT) return rhythm + interval;
	const until = whole ? dateStamp(rule.to) : utc(instantAt(ZONE, rule.to, rule.opens));
	return `${rhythm}${interval};UNTIL=${until}`;
}

function whereOf(service: Service, place: ServiceAtLocation | null): readonly string[] {
	const places = service.service_at_locations ?? [];
	const location = place?.location ?? (places.length === 1 ? places[0]?.location : undefined);
	const address = location?.addresses?.[0];
	const parts = [location?.name, address?.address_1, address?.address_2, address?.city, address?.postal_code];
	const text = parts.filter((part) => part !== undefined && part !== "").join(", ");
	return text === "" ? [] : [`LOCATION:${textOf(text)}`];
}

function dateStamp(day: number): string {
	return dateOf(day).replaceAll("-", "");
}

/** "20261224T173000" on the wall clock; minutes beyond midnight reach into the next day. */
function local(day: number, minutes: number): string {
	const inDay = minutes % DAY;
	const two = (number: number) => String(number).padStart(2, "0");
	return `${dateStamp(day + Math.floor(minutes / DAY))}T${two(Math.floor(inDay / 60))}${two(inDay % 60)}00`;
}

function utc(instant: number): string {
	return `${new Date(instant).toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
}

/** A text with what RFC 5545 (3.3.11) wants escaped; control characters are left out. */
function textOf(text: string): string {
	return text
		.replace(/[\\;,]/g, (sign) => `\\${sign}`)
		.replace(/\r\n?|\n/g, "\\n")
		.replace(/\p{Cc}/gu, "");
}

/** A line in pieces of at most 75 bytes, never cut within a character (3.1). */
function folded(line: string): string {
	let text = "";
	let size = 0;
	for (const sign of line) {
		const code = sign.codePointAt(0) ?? 0;
		const bytes = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
		if (size + bytes > 75) {
			text += "\r\n ";
			size = 1;
		}
		text += sign;
		size += bytes;
	}
	return text;
}
