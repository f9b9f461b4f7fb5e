import { expect, test } from "vitest";
import type { ServiceNotice } from "#domain/directory/notices.ts";
import { holidayNumbers } from "#domain/directory/search/moment.ts";
import { DEFAULT_SETTINGS } from "#domain/directory/search/search.ts";
import type { Service } from "#domain/directory/service.ts";
import { aLocation, aService, placed } from "#tests/support/directory.ts";
import { ask, MONDAY_AT_TEN, names, snapshotOf } from "./small-vocabulary.ts";

const HERE = { latitude: 51.5, longitude: -0.3, precision: "postcode", text: "ZZ1 1AA" } as const;

function called(number: number, name: string, more: Partial<Service> = {}): Service {
	return aService(number, { name, ...more });
}

test("words are found by stem, in any field, the name before the description", () => {
	const snapshot = snapshotOf([
		called(1, "Riverside", { description: "We offer swimming among much else." }),
		called(2, "Swim club"),
		called(3, "Chess club"),
	]);
	expect(names(snapshot, { q: "swims" })).toEqual(["Swim club", "Riverside"]);
});

test("a word still being typed finds what it may become, a finished one does not", () => {
	const snapshot = snapshotOf([called(1, "Counselling"), called(2, "Council")]);
	expect(names(snapshot, { q: "counsel" })).toEqual(["Counselling"]);
	expect(names(snapshot, { q: "coun" })).toHaveLength(2);
	expect(names(snapshot, { q: "coun " })).toEqual([]);
});

test("a slip of the finger is corrected and said, and never touches a word that exists", () => {
	const snapshot = snapshotOf([called(1, "Football"), called(2, "Footfall survey")]);
	const answer = ask(snapshot, { q: "fotball for " });
	expect(answer.items.map((item) => item.name)).toEqual(["Football"]);
	expect(answer.did_you_mean).toBe("football for");
	expect(ask(snapshot, { q: "footfall" }).did_you_mean).toBeNull();
});

test("words that mean the same find each other, phrases and words written as one too", () => {
	const snapshot = snapshotOf([
		called(1, "Therapy rooms"),
		called(2, "Foodbank"),
		called(3, "Parish", { description: "Food parcels on Friday." }),
		called(4, "Bank of food for thought", { description: "A reading circle." }),
	]);
	expect(names(snapshot, { q: "counselling" })).toEqual(["Therapy rooms"]);
	expect(names(snapshot, { q: "food bank" })[0]).toBe("Foodbank");
	expect(names(snapshot, { q: "food bank" })).toContain("Parish");
	expect(names(snapshot, { q: "foodbank" })).toEqual(["Foodbank", "Parish"]);
	expect(names(snapshot, { q: "nothing to eat" })).toEqual(["Foodbank"]);
});

test("what families say finds what services call it", () => {
	const snapshot = snapshotOf([called(1, "Listening ear"), called(2, "Money advice desk"), called(3, "Chess")]);
	expect(names(snapshot, { q: "i need to talk" })).toEqual(["Listening ear"]);
	expect(names(snapshot, { q: "bailiffs at the door" })).toEqual(["Money advice desk"]);
	expect(names(snapshot, { q: "bailiffs " })).toEqual(["Money advice desk"]);
});

test("a hyphenated name is found however it is written", () => {
	const snapshot = snapshotOf([called(1, "Grow-Well"), called(2, "Tall trees")]);
	for (const q of ["grow-well", "growwell", "grow well"]) expect(names(snapshot, { q })).toEqual(["Grow-Well"]);
});

test("a phrase in quotes must stand word by word", () => {
	const snapshot = snapshotOf([
		called(1, "Drama", { description: "Young carers meet here." }),
		called(2, "Music", { description: "Carers of young musicians." }),
	]);
	expect(names(snapshot, { q: '"young carers"' })).toEqual(["Drama"]);
	expect(names(snapshot, { q: "young carers" })).toHaveLength(2);
	expect(ask(snapshot, { q: '"young musicians carers"' }).total).toBe(0);
});

test("records with all words come before records with some", () => {
	const others = Array.from({ length: 8 }, (_, n) => called(10 + n, `Chess ${n}`));
	const snapshot = snapshotOf([
		...others,
		called(1, "Autism autism autism"),
		called(2, "Somewhere", { description: "Swimming for autistic children, and autism advice." }),
	]);
	const answer = ask(snapshot, { q: "autism swimming" });
	expect(answer.items[0]?.name).toBe("Somewhere");
	expect(answer.words_found).toBe("all");
	expect(ask(snapshot, { q: "autism zither " }).words_found).toBe("some");
});

test("nonsense, and a word in passing beside words nobody uses, find nothing, with a way on", () => {
	const snapshot = snapshotOf([
		called(1, "Library", { description: "There is a boiler in the cellar." }),
		called(2, "Chess"),
	]);
	for (const q of ["xqzvb wlrt", "boiler insurance quotes"]) {
		const answer = ask(snapshot, { q });
		expect(answer.total).toBe(0);
		expect(answer.relaxations?.length).toBeGreaterThan(0);
	}
});

test("an empty question, or one of stop words alone, lists everything by name", () => {
	const snapshot = snapshotOf([called(1, "beta"), called(2, "Alpha"), called(3, "Émile")]);
	expect(names(snapshot, {})).toEqual(["Alpha", "beta", "Émile"]);
	expect(names(snapshot, { q: "the my" })).toEqual(["Alpha", "beta", "Émile"]);
});

const near = (km: number) => aLocation(Math.round(km * 10) + 1, { latitude: 51.5 + km / 111.2, longitude: -0.3 });

test("near a place, the nearest comes first and what needs no journey stands among them, marked", () => {
	const snapshot = snapshotOf([
		placed(called(1, "Two off"), near(2)),
		placed(called(2, "Nine off"), near(9)),
		placed(called(3, "Forty off"), near(40)),
		called(4, "Helpline", { description: "A helpline." }),
	]);
	const answer = ask(snapshot, { near: HERE, radius_km: 10 });
	expect(answer.items.map(({ name, distance_km, everywhere }) => [name, distance_km, everywhere])).toEqual([
		["Two off", 2, false],
		["Helpline", undefined, true],
		["Nine off", 9, false],
	]);
	expect(names(snapshot, { near: HERE, sort: "distance" })).toEqual(["Two off", "Nine off", "Forty off", "Helpline"]);
});

test("of several places the nearest is shown", () => {
	const snapshot = snapshotOf([placed(called(1, "Two halls"), near(8), near(1))]);
	const [hit] = ask(snapshot, { near: HERE }).items;
	expect(hit).toMatchObject({ distance_km: 1, other_places: 1 });
	expect(hit?.where).toContain("Centre 11");
});

test("a child's age fits by overlap, and an unborn child counts", () => {
	const snapshot = snapshotOf([
		called(1, "Antenatal class", { minimum_age: 16, maximum_age: 45 }),
		called(2, "Toddlers", { minimum_age: 1, maximum_age: 5 }),
		called(3, "Teens", { minimum_age: 13, maximum_age: 19 }),
		called(4, "All ages"),
	]);
	expect(names(snapshot, { age: 5 })).toEqual(["All ages", "Toddlers"]);
	expect(names(snapshot, { age: 6 })).toEqual(["All ages"]);
	expect(names(snapshot, { age: "unborn" })).toEqual(["All ages", "Antenatal class"]);
	expect(names(snapshot, { age: 13 })).toEqual(["All ages", "Teens"]);
});

test("a broad need holds its narrower ones; within a list any will do, across lists all must hold", () => {
	const snapshot = snapshotOf([
		called(1, "Debt advice for dads"),
		called(2, "Hardship fund"),
		called(3, "Football for dads"),
	]);
	expect(names(snapshot, { need: ["money"] })).toEqual(["Debt advice for dads", "Hardship fund"]);
	expect(names(snapshot, { need: ["debt", "sport"] })).toEqual(["Debt advice for dads", "Football for dads"]);
	expect(names(snapshot, { need: ["money"], audience: ["dads"] })).toEqual(["Debt advice for dads"]);
});

test("counts of a group are those under the other groups' filters", () => {
	const snapshot = snapshotOf([
		called(1, "Debt advice for dads"),
		called(2, "Debt advice for carers"),
		called(3, "Football for dads"),
	]);
	const { facets } = ask(snapshot, { need: ["debt"], audience: ["dads"] });
	const counts = (group: string) => facets[group]?.map(({ id, count, selected }) => [id, count, selected]);
	expect(counts("audience")).toEqual([
		["dads", 1, true],
		["carers", 1, false],
	]);
	expect(counts("need")).toEqual([
		["money", 1, false],
		["debt", 1, true],
		["sport", 1, false],
	]);
});

test("a choice that is denied is not ticked", () => {
	const snapshot = snapshotOf([
		called(1, "Upstairs", { description: "There is no wheelchair access." }),
		called(2, "Downstairs", { description: "Wheelchair access from the street." }),
	]);
	expect(names(snapshot, { access: ["wheelchair"] })).toEqual(["Downstairs"]);
});

test("free is what says so and names no sum", () => {
	const cost = (amount: number) => [{ id: "c", amount }];
	const snapshot = snapshotOf([
		called(1, "A", { fees_description: "Free of charge" }),
		called(2, "B", { cost_options: cost(0) }),
		called(3, "C", { cost_options: cost(4.5) }),
		called(4, "D", { fees_description: "Free for members, otherwise £3" }),
		called(5, "E"),
		called(6, "F", { fees_description: "No charge, but there is a membership fee" }),
	]);
	expect(names(snapshot, { free: true })).toEqual(["A", "B"]);
	expect(ask(snapshot, { q: "c" }).items.find((item) => item.name === "C")?.cost_text).toBe("£4.50");
});

test("open now goes by London, bank holidays and nights", () => {
	const line = (byday: string, opens_at: string, closes_at: string) => ({
		schedules: [{ id: byday, byday, opens_at, closes_at }],
	});
	const snapshot = snapshotOf([
		called(1, "Monday morning", line("MO", "09:00", "12:00")),
		called(2, "Sunday night", line("SU", "20:00", "11:00")),
		called(3, "Tuesday", line("TU", "09:00", "12:00")),
		called(4, "No times"),
	]);
	expect(names(snapshot, { open_now: true })).toEqual(["Monday morning", "Sunday night"]);
	expect(ask(snapshot, {}).items.map(({ name, open_now }) => [name, open_now])).toEqual([
		["Monday morning", true],
		["No times", null],
		["Sunday night", true],
		["Tuesday", false],
	]);
	const holiday = { ...MONDAY_AT_TEN, holidays: holidayNumbers(["2026-11-23"]) };
	expect(names(snapshot, { open_now: true }, holiday)).toEqual(["Sunday night"]);
	expect(names(snapshot, { day: ["tu"] })).toEqual(["Tuesday"]);
});

test("what nobody confirmed for a year is left out once its provider was told, and only then", () => {
	const services = [
		called(1, "A old", { assured_date: "2025-11-22" }),
		called(2, "B fresh", { assured_date: "2026-08-23" }),
		called(3, "C due", { assured_date: "2026-08-22" }),
		called(4, "D stale", { assured_date: "2026-05-22" }),
		called(5, "E unknown"),
	];
	const told = (day: string, more: Partial<ServiceNotice> = {}): ServiceNotice => ({
		...{ service: aService(1).id, kind: "hiding", assured: "2025-11-22", state: "sent" },
		sentAt: new Date(`${day}T09:00:00Z`),
		...more,
	});
	const shown = (notices: readonly ServiceNotice[], settings = DEFAULT_SETTINGS) =>
		ask(snapshotOf(services, notices), {}, MONDAY_AT_TEN, settings).items.map(({ name, freshness }) => [
			name,
			freshness,
		]);
	const others = [
		["B fresh", "fresh"],
		["C due", "due"],
		["D stale", "stale"],
		["E unknown", "unknown"],
	];
	expect(shown([])).toEqual([["A old", "stale"], ...others]);
	expect(shown([told("2026-10-22")])).toEqual(others);
	expect(shown([told("2026-10-22")], { ...DEFAULT_SETTINGS, dropHidden: false })).toEqual([
		...others,
		["A old", "hidden"],
	]);
	for (const notice of [
		told("2026-10-27"),
		told("2026-10-22", { kind: "stale" }),
		told("2026-10-22", { state: "bounced" }),
		told("2025-10-22", { assured: "2024-11-22" }),
	])
		expect(shown([notice])).toHaveLength(5);
	expect(names(snapshotOf(services), { sort: "fresh" })).toEqual(["B fresh", "C due", "D stale", "A old", "E unknown"]);
});

test("how complete a listing is stands with it and is counted", () => {
	const answer = ask(
		snapshotOf([
			called(1, "Bare"),
			called(2, "Told", { description: "A group for families, every week of the year." }),
		]),
		{},
	);
	expect(answer.items.map(({ name, completeness }) => [name, completeness])).toEqual([
		["Bare", 0],
		["Told", 20],
	]);
	expect(answer.facets["completeness"]?.map(({ id, count }) => [id, count])).toEqual([
		["most", 0],
		["half", 0],
		["little", 2],
	]);
});

test("with no hits, the nearest changes that would give some are offered with their counts, and they hold", () => {
	const snapshot = snapshotOf([
		placed(called(1, "Football for dads"), near(30)),
		placed(called(2, "Football for carers", { fees_description: "Free" }), near(3)),
	]);
	const query = { q: "football", audience: ["dads"], free: true, near: HERE, radius_km: 20 };
	const answer = ask(snapshot, query);
	expect(answer.total).toBe(0);
	expect(answer.relaxations?.[0]).toMatchObject({ kind: "filter", change: { audience: null }, total: 1 });
	for (const { change, total } of answer.relaxations ?? []) {
		const kept = Object.entries({ ...query, ...change }).filter(([, value]) => value !== null);
		expect(ask(snapshot, Object.fromEntries(kept)).total).toBe(total);
	}
	const wider = ask(snapshot, { audience: ["dads"], near: HERE, radius_km: 10 }).relaxations?.[0];
	expect(wider).toEqual({ kind: "distance", change: { radius_km: 40 }, total: 1 });
});

test("a choice that the area does not know is named and matches nothing", () => {
	const answer = ask(snapshotOf([called(1, "A")]), { need: ["dragons"] });
	expect(answer).toMatchObject({ total: 0, unknown: ["need=dragons"] });
});

test("an explained answer shows the word, the way and the fields", () => {
	const snapshot = snapshotOf([called(1, "Therapy rooms", { description: "Counselling." })]);
	const [hit] = ask(snapshot, { q: "counselling", explain: true }).items;
	expect(hit?.explain?.all_words).toBe(true);
	expect(hit?.explain?.words).toEqual(
		expect.arrayContaining([
			expect.objectContaining({ word: "counselling", how: "word", fields: { description: 1 } }),
			expect.objectContaining({ word: "counselling", how: "same", found: expect.stringContaining("therap") }),
		]),
	);
});

test("an empty directory answers without a way on", () => {
	expect(ask(snapshotOf([]), { q: "food" })).toMatchObject({ total: 0, items: [], relaxations: [] });
});
