import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { changeListings } from "#services/change-listings.ts";
import { decideDraft } from "#services/decide-draft.ts";
import { listListings } from "#services/list-listings.ts";
import { saveListing } from "#services/save-listing.ts";
import { createTestApp, type TestApp } from "#tests/support/test-app.ts";

const ada = "Ada Editor <ada@example.org>";
const bea = "Bea Manager <bea@example.org>";
const area = "small";
let app: TestApp;
beforeAll(async () => {
	app = await createTestApp();
	await app.deps.areas.save({ slug: area, name: "Small", demonstration: false });
});
afterAll(() => app.close());

async function added(name: string): Promise<string> {
	const saved = await saveListing(app.deps, {
		area,
		id: null,
		fields: { name, organization: "Otter Trust", hours_MO: "9am to 12pm, 1pm to 5pm", phones: "01632 960999" },
		by: ada,
	});
	if (saved.kind !== "saved") throw new Error(JSON.stringify(saved));
	return saved.id;
}

async function shown(id: string) {
	return (await app.deps.directory.publishable(area)).find((service) => service.id === id);
}

describe("a listing written at the desk", () => {
	test("is in the directory at once, with its hours as rules and its lunch left out", async () => {
		const id = await added("Otter Club");
		const { schedules, phones, organization } = (await shown(id)) ?? {};
		expect(schedules?.map(({ byday, opens_at, closes_at }) => `${byday} ${opens_at} ${closes_at}`)).toEqual([
			"MO 09:00 12:00",
			"MO 13:00 17:00",
		]);
		expect(phones?.[0]?.number).toBe("01632 960999");
		expect(organization?.name).toBe("Otter Trust");
		expect(await app.deps.serviceHistory.list(area, id)).toMatchObject([{ by: ada, why: "edit" }]);
	});

	test("needs a name and somebody who runs it", async () => {
		const saved = await saveListing(app.deps, { area, id: null, fields: { description: "x" }, by: ada });
		expect(saved).toEqual({
			kind: "invalid",
			problems: [
				{ field: "name", problem: "missing" },
				{ field: "organization", problem: "missing" },
			],
		});
	});

	test("can be changed, and put back as it was", async () => {
		const id = await added("Mole Club");
		await saveListing(app.deps, { area, id, fields: { name: "Vole Club", wait_time: "Two weeks" }, by: bea });
		expect(await shown(id)).toMatchObject({ name: "Vole Club", wait_time: "Two weeks" });
		await app.deps.serviceHistory.restore(area, id, 1, { by: bea, at: app.deps.clock.now() });
		expect((await shown(id))?.name).toBe("Mole Club");
	});

	test("says who assured it when an editor ticks that it was checked", async () => {
		const id = await added("Heron Club");
		await saveListing(app.deps, { area, id, fields: { confirmed: "yes" }, by: ada });
		const record = await app.deps.localEdits.read(area, id);
		expect(record?.service).toMatchObject({ assured_date: "2026-11-24", internal: { assurer: ada } });
	});

	test("takes a need that the area has no term for yet", async () => {
		const id = await added("Money Club");
		const saved = await saveListing(app.deps, { area, id, fields: { "need_debt-advice": "yes" }, by: ada });
		expect(saved.kind).toBe("saved");
		expect((await shown(id))?.attributes?.map((each) => each.taxonomy_term.name)).toHaveLength(1);
	});
});

describe("where a second person must agree", () => {
	beforeAll(async () => {
		const { version } = await app.deps.areaSettings.read(area);
		await app.deps.areaSettings.save(area, { approval_by_second_person: true }, version, bea);
	});

	test("a change waits, its maker cannot approve it, another can, once", async () => {
		const id = await (async () => {
			const [first] = await app.deps.directory.publishable(area);
			return first?.id ?? "";
		})();
		const saved = await saveListing(app.deps, { area, id, fields: { alert: "Closed for works" }, by: ada });
		if (saved.kind !== "waiting") throw new Error(saved.kind);
		expect((await shown(id))?.alert).toBeUndefined();
		const decide = (by: string) => decideDraft(app.deps, { area, draft: saved.draft, decision: "approve", by });
		expect(await decide(ada)).toEqual({ kind: "own" });
		expect((await decide(bea)).kind).toBe("approved");
		expect(await decide(bea)).toEqual({ kind: "unknown" });
		expect((await shown(id))?.alert).toBe("Closed for works");
		expect((await app.deps.serviceHistory.list(area, id))[0]).toMatchObject({ by: ada, why: "approval" });
	});

	test("of two who decide at once, one is heard", async () => {
		const [first] = await app.deps.directory.publishable(area);
		const saved = await saveListing(app.deps, { area, id: first?.id ?? "", fields: { wait_time: "A year" }, by: ada });
		if (saved.kind !== "waiting") throw new Error(saved.kind);
		const { draft } = saved;
		const decisions = await Promise.all([
			decideDraft(app.deps, { area, draft, decision: "approve", by: bea }),
			decideDraft(app.deps, { area, draft, decision: "refuse", by: "Cy <cy@example.org>", reason: "Not so" }),
		]);
		expect(decisions.filter(({ kind }) => kind === "unknown")).toHaveLength(1);
	});
});

describe("many at once", () => {
	test("are confirmed, closed, hidden and shown again, each with a version of its own", async () => {
		const ids = (await app.deps.directory.publishable(area)).map((service) => service.id);
		const change = (action: "confirm" | "close" | "hide" | "show") =>
			changeListings(app.deps, { area, ids: [...ids, "nowhere"], action, by: bea });
		expect((await change("confirm")).changed.length).toBeGreaterThan(2);
		expect((await change("close")).changed.toSorted()).toEqual(ids.toSorted());
		await change("hide");
		expect(await app.deps.directory.publishable(area)).toEqual([]);
		expect((await listListings(app.deps, { area, work: "hidden" })).listings).toHaveLength(ids.length);
		expect((await change("show")).left).toEqual(["nowhere"]);
		expect(await app.deps.directory.publishable(area)).toHaveLength(ids.length);
	});
});

test("the day's work counts what lacks something, and finds it by its name", async () => {
	const { counts, listings } = await listListings(app.deps, { area, work: "incomplete", words: "heron otter" });
	expect(counts.incomplete).toBeGreaterThan(1);
	expect(listings.map(({ name }) => name)).toEqual(["Heron Club"]);
	expect(listings[0]?.completeness.missing).toContain("description");
});
