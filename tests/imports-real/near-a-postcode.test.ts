import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { root } from "#cli/content-files.ts";
import { readSource } from "#cli/read-source.ts";
import { importFeed } from "#services/import-feed.ts";
import { publishDirectory } from "#services/publish-directory.ts";
import { createTestApp, type TestApp } from "#tests/support/test-app.ts";

/** A real directory that gives postcodes and no coordinates; see `real-directories.test.ts` for where it stands. */
const folder = join(root, "../shared/data/hounslow");

const Answer = z.object({
	total: z.number(),
	items: z.array(
		z.object({
			distance_km: z.number().optional(),
			distance_rough: z.boolean().optional(),
			where: z.string().optional(),
			everywhere: z.boolean(),
		}),
	),
	place: z.unknown(),
});

describe.skipIf(!existsSync(folder))("near a postcode in a directory without coordinates", () => {
	let app: TestApp;
	beforeAll(async () => {
		app = await createTestApp();
		const source = await readSource(folder);
		if (source.kind !== "files") throw new Error(source.reason);
		const imported = await importFeed(app.deps, { area: "hounslow", source: "test", files: source.files });
		expect(imported).toMatchObject({ kind: "imported", area: { name: "Hounslow", gss_code: "E09000018" } });
		expect((await publishDirectory(app.deps, { area: "hounslow" })).kind).toBe("published");
	});
	afterAll(() => app.close());

	/** Every page of what is found near a place. */
	async function near(text: string) {
		const items: z.infer<typeof Answer>["items"] = [];
		for (let page = 1; ; page += 1) {
			const address = `/api/v1/areas/hounslow/services?near=${encodeURIComponent(text)}&per_page=50&page=${page}`;
			const answer = Answer.parse(await (await app.request(address)).json());
			items.push(...answer.items);
			if (answer.items.length === 0 || items.length >= answer.total) return { ...answer, items };
		}
	}

	test("services come by distance, those of the same outcode first", async () => {
		const { items, place, total } = await near("W4 1TF");
		expect(place).toMatchObject({ text: "W4 1TF", precision: "outcode" });
		expect(total).toBeGreaterThan(250);
		// What comes by phone, online or to the home keeps its place by relevance.
		const visited = items.filter(({ everywhere }) => !everywhere);
		const distances = visited.map(({ distance_km }) => distance_km ?? -1);
		expect(distances.length).toBeGreaterThan(150);
		expect(distances).toEqual(distances.toSorted((a, b) => a - b));
		expect(new Set(distances).size).toBeGreaterThan(3);
		expect(visited.every(({ distance_rough }) => distance_rough === true)).toBe(true);
		const outcodes = visited.flatMap(
			({ where }) => /\b([A-Z]{1,2}\d[A-Z\d]?) \d[A-Z]{2}$/.exec(where ?? "")?.[1] ?? [],
		);
		expect(outcodes.slice(0, 5)).toEqual(["W4", "W4", "W4", "W4", "W4"]);
		expect(outcodes.lastIndexOf("W4")).toBeLessThan(outcodes.indexOf("TW13"));
	});

	test("another place turns the order around", async () => {
		const [first] = (await near("TW13 4AA")).items.filter(({ everywhere }) => !everywhere);
		expect(first?.where).toMatch(/TW13 \d[A-Z]{2}$/);
	});

	test("the feed shows no coordinates that the council did not give", async () => {
		const answer = await app.request("/oruk/v3/hounslow/services?per_page=100&full=true");
		const text = await answer.text();
		expect(text).toContain("postal_code");
		expect(text).not.toMatch(/"(?:latitude|longitude|approximate)"/);
	});
});
