import * as fc from "fast-check";
import { expect, test } from "vitest";
import { Ranking, rankKey, recordOf } from "#domain/directory/search/rank.ts";

const offer = fc.record({ merit: fc.nat(1000), allWords: fc.boolean(), current: fc.boolean() });

test("any page, shallow or deep, is that page of the whole list in order", () => {
	fc.assert(
		fc.property(
			fc.array(offer, { maxLength: 400 }),
			fc.integer({ min: 1, max: 30 }),
			fc.integer({ min: 1, max: 60 }),
			(offers, page, perPage) => {
				const ranking = new Ranking(page * perPage, offers.length);
				offers.forEach(({ merit, allWords, current }, record) =>
					ranking.offer(rankKey(record, merit, allWords, current)),
				);
				const sorted = offers
					.map((each, record) => ({ ...each, record }))
					.sort(
						(a, b) =>
							Number(b.current) - Number(a.current) ||
							Number(b.allWords) - Number(a.allWords) ||
							b.merit - a.merit ||
							a.record - b.record,
					)
					.map(({ record }) => record);
				expect(ranking.page((page - 1) * perPage, page * perPage).map(recordOf)).toEqual(
					sorted.slice((page - 1) * perPage, page * perPage),
				);
			},
		),
	);
});
