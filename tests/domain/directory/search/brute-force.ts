import { COMPLETENESS_BANDS, completenessBand, completenessOf } from "#domain/directory/completeness.ts";
import { agesOf, childOf, suits, UNBORN } from "#domain/directory/search/ages.ts";
import { buildIndex } from "#domain/directory/search/build-index.ts";
import { facetValues } from "#domain/directory/search/facet-values.ts";
import { FIELD } from "#domain/directory/search/fields.ts";
import { freshnessLimits, freshnessOf } from "#domain/directory/search/freshness.ts";
import { interpret, type Slot } from "#domain/directory/search/interpret.ts";
import { languageValues } from "#domain/directory/search/language-values.ts";
import { dayNumber, type Moment } from "#domain/directory/search/moment.ts";
import type { SearchQuery } from "#domain/directory/search/query.ts";
import { type SearchRecord, searchRecord } from "#domain/directory/search/record.ts";
import { recordTicks } from "#domain/directory/search/record-ticks.ts";
import { serviceTimetable } from "#domain/directory/search/service-timetable.ts";
import { termStream } from "#domain/directory/search/term-stream.ts";
import { isOpen } from "#domain/directory/search/timetable.ts";
import { DEFAULT_WEIGHTS } from "#domain/directory/search/weights.ts";
import type { Service } from "#domain/directory/service.ts";
import { snapshotOf, vocabulary } from "./small-vocabulary.ts";

/**
 * The directory's answers worked out the slow way: every question goes through every word of every record, every
 * choice is counted by asking again without its own group. Shares with the snapshot what a question's words mean and
 * what a record's words show; shares none of its arrays, lists, bits, filters, counters or orders.
 */
type Plain = {
	readonly id: string;
	readonly ticks: ReadonlySet<string>;
	readonly holds: ReadonlyMap<number, ReadonlySet<number>>;
	readonly fields: readonly (readonly number[])[];
	readonly facts: SearchRecord;
	readonly open: (at: Moment) => boolean;
	readonly fits: (age: number | "unborn") => boolean;
};
export type Counted = {
	readonly total: number;
	readonly ids: readonly string[];
	readonly facets: Readonly<Record<string, Readonly<Record<string, number>>>>;
};

const ABOUT = new Set<number>([FIELD.name, FIELD.alternate_name, FIELD.organisation, FIELD.need]);

export function bruteForce(services: readonly Service[], builtAt: Date) {
	const snapshot = snapshotOf(services);
	const facets = facetValues(vocabulary);
	const records = services
		.map((service) => searchRecord(service, new Set(), "Zedshire"))
		.sort((a, b) =>
			a.sortName < b.sortName ? -1 : a.sortName > b.sortName ? 1 : a.service.id < b.service.id ? -1 : 1,
		);
	const index = buildIndex(records, vocabulary, facets, "Zedshire");
	const languages = languageValues(
		facets.values,
		records.flatMap((record) => record.languages),
	);
	const values = [...facets.values, ...languages.added];
	const stops = index.lexicon.stopTerms();

	const plain = records.map((facts, number): Plain => {
		const shown = index.shown[number];
		const timetable = serviceTimetable(facts, index.isHolidayNote);
		const ages = agesOf(facts.service);
		const ticks = recordTicks(
			facts,
			{
				worded: shown?.choices ?? new Set(),
				languages: facts.languages.flatMap((name) => languages.numberOf.get(name) ?? []),
				ages,
				forUnborn: shown?.forUnborn ?? false,
				saysFree: shown?.saysFree ?? null,
				timetable,
				today: dayNumber(builtAt.toISOString()) ?? 0,
			},
			values,
			vocabulary.filters.age,
		);
		const streams = facts.fields.map((text) => termStream(index.lexicon, index.book, index.lexicon.read(text)));
		const counted = streams.map(({ terms, counted: looked }) => terms.filter((_, at) => looked[at]));
		const holds = new Map<number, Set<number>>();
		const hold = (term: number, field: number) => holds.set(term, (holds.get(term) ?? new Set()).add(field));
		counted.forEach((terms, field) => {
			for (const term of terms) hold(term, field);
		});
		for (const { terms, value } of index.book.signs)
			if (value.kind === "term")
				streams.forEach((stream, field) => containsPhrase(stream.terms, terms, stops) && hold(value.term, field));
		const choices = shown?.choices ?? new Set<number>();
		for (const choice of choices) hold(index.lexicon.termOf(`@${choice}`), FIELD.need);
		// A mere mention of a choice is a sign the reader weighed and found too light; the index says which.
		const { offsets, records: listed, counts } = index.postings;
		for (let choice = 0; choice < facets.tags; choice += 1) {
			const term = index.lexicon.termOf(`@${choice}`);
			for (let at = offsets[term] ?? 0; at < (offsets[term + 1] ?? 0); at += 1)
				if (listed[at] === number && !choices.has(choice) && (counts[at] ?? 0) > 0) hold(term, FIELD.description);
		}
		return {
			id: facts.service.id,
			ticks: new Set(ticks.map((value) => `${values[value]?.group}=${values[value]?.id}`)),
			holds,
			fields: counted,
			facts,
			open: (at) => isOpen(timetable, at),
			fits: (age) => suits(ages, shown?.forUnborn ?? false, age === "unborn" ? UNBORN : childOf(age)),
		};
	});

	const holders = (term: number) => plain.filter((record) => record.holds.has(term)).length;
	const idf = (count: number) => Math.log(1 + (plain.length - count + 0.5) / (count + 0.5));

	/** For each slot whether a record holds it, and whether in a way that says what it is about. */
	function holdsSlot(record: Plain, slot: Slot): { readonly held: boolean; readonly about: boolean } {
		const phrase = slot.phrase;
		if (phrase !== null) {
			const fields = record.fields.flatMap((terms, field) => (containsRun(terms, phrase) ? [field] : []));
			return { held: fields.length > 0, about: fields.some((field) => ABOUT.has(field)) };
		}
		const held = slot.ways.some(({ term, finds }) => finds && record.holds.has(term));
		const about = slot.ways.some(
			({ term, how }) =>
				how !== "typo" && how !== "hint" && [...(record.holds.get(term) ?? [])].some((field) => ABOUT.has(field)),
		);
		return { held, about: held && about };
	}

	function accepted(slots: readonly Slot[]): readonly Plain[] {
		if (slots.length === 0) return plain;
		const required = slots.filter((slot) => slot.required);
		const share = (slot: Slot) => {
			const counts = slot.phrase
				? [Math.min(plain.length, ...slot.phrase.map((term) => (term < 0 ? 0 : holders(term))))]
				: slot.ways.filter(({ finds }) => finds).map(({ term }) => holders(term));
			const unknown = slot.phrase === null && slot.ways.every(({ term }) => holders(term) === 0);
			return idf(Math.max(0, ...counts)) * (unknown ? DEFAULT_WEIGHTS.unknownWord : 1);
		};
		const whole = required.reduce((sum, slot) => sum + share(slot), 0);
		const guessed = required.length > 1 && required.every(({ ways }) => ways.some(({ how }) => how === "typo"));
		const pick = (least: number) =>
			plain.filter((record) => {
				const found = required.map((slot) => ({ slot, ...holdsSlot(record, slot) }));
				const about = found.some((each) => each.about);
				if (found.every(({ held }) => held) && (about || !guessed)) return true;
				const got = found.filter(({ held }) => held).reduce((sum, { slot }) => sum + share(slot), 0);
				// The sums are rounded alike only up to the last bits.
				return about && got >= whole * least - 1e-9;
			});
		if (required.every(({ weak }) => weak))
			return plain.filter((record) => required.every((slot) => holdsSlot(record, slot).held));
		const enough = pick(DEFAULT_WEIGHTS.leastShare);
		return enough.length >= DEFAULT_WEIGHTS.fewAccepted ? enough : pick(DEFAULT_WEIGHTS.leastShareAlone);
	}

	const GROUPS = ["need", "audience", "send", "access", "mode", "language", "day"] as const;

	function passes(record: Plain, query: SearchQuery, at: Moment, without: string): boolean {
		for (const group of GROUPS) {
			const wanted = query[group] ?? [];
			if (group !== without && wanted.length > 0 && !wanted.some((id) => record.ticks.has(`${group}=${id}`)))
				return false;
		}
		if (without !== "free" && query.free && !record.ticks.has("free=free")) return false;
		if (without !== "age" && query.age !== undefined && !record.fits(query.age)) return false;
		if (query.open_now && !record.open(at)) return false;
		if (query.near && query.radius_km !== undefined) {
			const { near, radius_km } = query;
			const anywhere =
				record.facts.points.length === 0 ||
				["online", "phone", "home_visit"].some((mode) => record.ticks.has(`mode=${mode}`));
			if (!anywhere && !record.facts.points.some((point) => kilometres(near, point) <= radius_km)) return false;
		}
		return true;
	}

	return {
		snapshot,
		answer(query: SearchQuery, at: Moment): Counted {
			const found = accepted(interpret(query.q ?? "", snapshot, DEFAULT_WEIGHTS).slots);
			const ids = found.filter((record) => passes(record, query, at, "")).map((record) => record.id);
			const counts: Record<string, Record<string, number>> = {};
			for (const { group, id } of values) {
				const count = found.filter(
					(record) => record.ticks.has(`${group}=${id}`) && passes(record, query, at, group),
				).length;
				if (count > 0) counts[group] = { ...counts[group], [id]: count };
			}
			const limits = freshnessLimits(at.day);
			const passing = found.filter((record) => passes(record, query, at, ""));
			const open = passing.filter((record) => record.open(at)).length;
			if (open > 0) counts["open_now"] = { true: open };
			for (const { facts } of passing) {
				const state = freshnessOf(dayNumber(facts.service.assured_date ?? "") ?? 0, limits);
				const band = COMPLETENESS_BANDS[completenessBand(completenessOf(facts.service).score)] ?? "";
				counts["completeness"] = { ...counts["completeness"], [band]: (counts["completeness"]?.[band] ?? 0) + 1 };
				counts["freshness"] = { ...counts["freshness"], [state]: (counts["freshness"]?.[state] ?? 0) + 1 };
			}
			return { total: ids.length, ids, facets: counts };
		},
	};
}

function containsRun(terms: readonly number[], run: readonly number[]): boolean {
	return run.length > 0 && terms.some((_, at) => run.every((term, offset) => terms[at + offset] === term));
}

/** In order, with nothing but stop words between, unless the phrase asks for the stop word. */
function containsPhrase(terms: readonly number[], phrase: readonly number[], stops: ReadonlySet<number>): boolean {
	return terms.some((term, from) => {
		if (term !== phrase[0]) return false;
		let at = from;
		return phrase.slice(1).every((wanted) => {
			at += 1;
			while (at < terms.length && terms[at] !== wanted && stops.has(terms[at] ?? -1)) at += 1;
			return terms[at] === wanted;
		});
	});
}

type Degrees = { readonly latitude: number; readonly longitude: number };

/** Haversine. */
function kilometres(a: Degrees, b: Degrees): number {
	const rad = Math.PI / 180;
	const half = (x: number) => Math.sin((x * rad) / 2) ** 2;
	const h =
		half(b.latitude - a.latitude) +
		Math.cos(a.latitude * rad) * Math.cos(b.latitude * rad) * half(b.longitude - a.longitude);
	return 2 * 6371.0088 * Math.asin(Math.sqrt(h));
}
