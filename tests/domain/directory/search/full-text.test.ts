import { createClient } from "@libsql/client";
import { expect, test } from "vitest";
import { seededRandom } from "#cli/bench/random.ts";
import { DEFAULT_SETTINGS, search } from "#domain/directory/search/search.ts";
import { DEFAULT_WEIGHTS, type Weights } from "#domain/directory/search/weights.ts";
import { wordsOf } from "#domain/directory/search/words.ts";
import { aService } from "#tests/support/directory.ts";
import { MONDAY_AT_TEN, snapshotOf } from "./small-vocabulary.ts";

/**
 * SQLite's full-text search as a second opinion, where both can answer: plain words without synonyms, the same field
 * weights and BM25 parameters. Left apart on purpose: bonuses for names and freshness, which it does not know.
 */
const random = seededRandom(5);
const SYLLABLES = "ba do fi gu ka lo mi nu pe ra so ti vu za".split(" ");
const LEXICON = Array.from(
	{ length: 400 },
	(_, index) => `${SYLLABLES[index % 14]}${SYLLABLES[Math.floor(index / 14) % 14]}${SYLLABLES[(index * 5) % 14]}x`,
);
const text = (least: number, most: number) =>
	Array.from({ length: least + random.below(most) }, () => random.pickCommon(LEXICON)).join(" ");
const DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;
const ASSURED = ["2026-11-01", "2026-07-01", "2026-01-01"] as const;
const isFree = (number: number) => number % 3 === 0;
const dayOf = (number: number) => DAYS[number % 7] ?? "MO";
const services = Array.from({ length: 800 }, (_, number) =>
	aService(number, {
		...{ name: text(1, 3), description: text(15, 45), assured_date: ASSURED[number % 4] ?? "2026-11-20" },
		...(isFree(number) ? { cost_options: [{ id: "c", amount: 0, option: "free" }] } : {}),
		schedules: [{ id: "s", freq: "WEEKLY", byday: dayOf(number), opens_at: "09:00", closes_at: "12:00" }],
	}),
);
const numberOf = new Map(services.map(({ id }, number) => [id, number]));
const snapshot = snapshotOf(services);
const alike: Weights = {
	...DEFAULT_WEIGHTS,
	k1: 1.2,
	b: 0.75,
	wholeName: 0,
	freshness: { fresh: 1, due: 1, stale: 1, unknown: 1, hidden: 1 },
};
const { name: nameWeight, organisation, description } = DEFAULT_WEIGHTS.fields;

async function fullText() {
	const client = createClient({ url: ":memory:" });
	await client.execute("CREATE VIRTUAL TABLE words USING fts5(id UNINDEXED, name, organisation, description)");
	for (const service of services)
		await client.execute({
			sql: "INSERT INTO words VALUES (?, ?, ?, ?)",
			args: [service.id, service.name, service.organization.name, service.description ?? ""],
		});
	return async (words: readonly string[]) => {
		const found = await client.execute({
			sql: "SELECT id FROM words WHERE words MATCH ? ORDER BY bm25(words, 0, ?, ?, ?)",
			args: [words.map((word) => `"${word}"`).join(" AND "), nameWeight, organisation, description],
		});
		return found.rows.map((row) => String(row["id"]));
	};
}

test("one word or two, the same records are found and the first twenty are the same but for one in twenty", async () => {
	const ask = await fullText();
	const questions = Array.from({ length: 120 }, (_, index) =>
		Array.from({ length: 1 + (index % 2) }, () => random.pickCommon(LEXICON)),
	);
	let shared = 0;
	let compared = 0;
	for (const words of questions) {
		const theirs = await ask(words);
		const query = { q: `${words.join(" ")} `, page: 1, per_page: 1000 };
		const answer = search(snapshot, { ...query, explain: true }, MONDAY_AT_TEN, {
			...DEFAULT_SETTINGS,
			weights: alike,
		});
		const ours = answer.items.filter((item) => item.explain?.all_words).map((item) => item.id);
		if (theirs.length > 0) expect(new Set(ours)).toEqual(new Set(theirs));
		const first = theirs.slice(0, 20);
		shared += first.filter((id) => ours.slice(0, 20).includes(id)).length;
		compared += first.length;
	}
	expect(compared).toBeGreaterThan(1000);
	expect(shared / compared).toBeGreaterThanOrEqual(0.95);
});

test("for one word, as many are found, and every count is that of what was found", async () => {
	const ask = await fullText();
	for (const word of LEXICON.slice(0, 150)) {
		const theirs = (await ask([word])).flatMap((id) => numberOf.get(id) ?? []);
		if (theirs.length === 0) continue;
		const { total, facets } = search(snapshot, { q: `${word} `, page: 1, per_page: 1 }, MONDAY_AT_TEN);
		expect(total).toBe(theirs.length);
		const counts = (group: string) =>
			Object.fromEntries((facets[group] ?? []).filter(({ count }) => count > 0).map(({ id, count }) => [id, count]));
		const tally = (choiceOf: (number: number) => string | null) => {
			const sums: Record<string, number> = {};
			for (const choice of theirs.map(choiceOf)) if (choice !== null) sums[choice] = (sums[choice] ?? 0) + 1;
			return sums;
		};
		expect(counts("day")).toEqual(tally((number) => dayOf(number).toLowerCase()));
		expect(counts("free")).toEqual(tally((number) => (isFree(number) ? "free" : null)));
		expect(counts("open_now")).toEqual(tally((number) => (dayOf(number) === "MO" ? "true" : null)));
		expect(counts("freshness")).toEqual(tally((number) => ["fresh", "due", "stale", "fresh"][number % 4] ?? null));
	}
});

test("the words of the test are read alike by both", () => {
	for (const word of LEXICON) expect(wordsOf(word)).toEqual([word]);
});
