import type { ServiceNotice } from "#domain/directory/notices.ts";
import { buildSnapshot } from "#domain/directory/search/build-snapshot.ts";
import { holidayNumbers, type Moment } from "#domain/directory/search/moment.ts";
import type { SearchAnswer, SearchQuery, SearchSettings } from "#domain/directory/search/query.ts";
import { DEFAULT_SETTINGS, search } from "#domain/directory/search/search.ts";
import { openSnapshot, type Snapshot } from "#domain/directory/search/snapshot.ts";
import type { SearchVocabulary } from "#domain/directory/search/vocabulary.ts";
import type { Service } from "#domain/directory/service.ts";
import { dayOf } from "#domain/hours/local-date.ts";

/** A vocabulary small enough to follow by eye, with one of everything. */
export const vocabulary: SearchVocabulary = {
	needs: [
		{
			id: "money",
			name: "Money and housing",
			family_hubs_terms: ["Money"],
			families_say: ["skint"],
			services_say: ["hardship"],
		},
		{
			id: "debt",
			name: "Debt",
			parent: "money",
			family_hubs_terms: [],
			families_say: ["bailiffs at the door"],
			services_say: ["debt", "money advice"],
		},
		{
			id: "talking",
			name: "Someone to talk to",
			family_hubs_terms: ["Counselling"],
			families_say: ["need to talk", "weepy"],
			services_say: ["counselling", "listening"],
		},
		{
			id: "sport",
			name: "Sport",
			family_hubs_terms: ["Sports and recreation"],
			families_say: ["kick about"],
			services_say: ["football", "swimming"],
		},
	],
	synonyms: {
		stop_words: ["a", "the", "and", "to", "for", "in", "my", "i", "at", "is", "need"],
		small_words: ["not", "off", "someone"],
		weak_words: ["help", "group", "kid", "support"],
		same: [
			["counselling", "therapy"],
			["food bank", "food parcels"],
		],
		means: [{ say: ["hungry", "nothing to eat"], find: ["food bank"] }],
	},
	filters: {
		audience: [
			{ id: "dads", name: "Dads", say: ["dads", "fathers"] },
			{ id: "carers", name: "Carers", say: ["carers"] },
		],
		send: [{ id: "autism", name: "Autism", say: ["autism", "autistic"] }],
		access: [
			{ id: "wheelchair", name: "Wheelchair", say: ["wheelchair access", "ramp"] },
			{ id: "loop", name: "Hearing loop", say: ["hearing loop"] },
		],
		mode: [
			{ id: "in_person", name: "In person", say: ["face to face"] },
			{ id: "online", name: "Online", say: ["online group"] },
			{ id: "phone", name: "Phone", say: ["helpline"] },
			{ id: "home_visit", name: "At home", say: ["home visits"] },
		],
		language: [
			{ id: "en", name: "English", say: [] },
			{ id: "pl", name: "Polish", say: ["polish speaking"] },
		],
		age: [
			{ id: "unborn", name: "Before birth", from: -9, to: 0 },
			{ id: "under-5", name: "Under 5", from: 0, to: 60 },
			{ id: "5-17", name: "5 to 17", from: 60, to: 216 },
		],
		day: [
			{ id: "mo", name: "Monday" },
			{ id: "tu", name: "Tuesday" },
			{ id: "we", name: "Wednesday" },
			{ id: "th", name: "Thursday" },
			{ id: "fr", name: "Friday" },
			{ id: "sa", name: "Saturday" },
			{ id: "su", name: "Sunday" },
		],
		free: { name: "Free", say: ["free", "no charge"], unless: ["membership fee"] },
		open_now: { name: "Open now" },
		unborn: { say: ["pregnant", "antenatal"] },
		negations: ["no", "not", "without"],
		bank_holidays: { say: ["including bank holidays"] },
	},
};

/** Monday 23 November 2026, 10:00 in London. */
export const MONDAY_AT_TEN: Moment = {
	day: dayOf("2026-11-23") ?? 0,
	minute: 600,
	holidays: holidayNumbers(["2026-12-25"]),
};

export function snapshotBytes(
	services: readonly Service[],
	areaName = "Zedshire",
	notices: readonly ServiceNotice[] = [],
): Uint8Array {
	const built = buildSnapshot({
		services,
		vocabulary,
		area: { slug: "zedshire", name: areaName },
		builtAt: new Date("2026-11-22T10:00:00Z"),
		notices,
	});
	if (built.kind !== "built") throw new Error(built.message);
	return built.bytes;
}

export function snapshotOf(services: readonly Service[], notices: readonly ServiceNotice[] = []): Snapshot {
	const opened = openSnapshot(snapshotBytes(services, "Zedshire", notices));
	if (opened.kind !== "snapshot") throw new Error(opened.message);
	return opened;
}

type Asked = Partial<SearchQuery>;

export function ask(
	snapshot: Snapshot,
	query: Asked,
	at = MONDAY_AT_TEN,
	settings: SearchSettings = DEFAULT_SETTINGS,
): SearchAnswer {
	return search(snapshot, { page: 1, per_page: 100, ...query }, at, settings);
}

/** The names found, in order. */
export function names(snapshot: Snapshot, query: Asked, at = MONDAY_AT_TEN): readonly string[] {
	return ask(snapshot, query, at).items.map((item) => item.name);
}
