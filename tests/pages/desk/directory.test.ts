import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { importFeed } from "#services/import-feed.ts";
import { createTestDesk, type Staff, staffWith } from "#tests/support/desk.ts";
import type { TestApp } from "#tests/support/test-app.ts";

const area = "small";
let app: TestApp;
let editor: Staff;
let manager: Staff;
beforeAll(async () => {
	app = await createTestDesk();
	await app.deps.areas.save({ slug: area, name: "Small", demonstration: false });
	editor = await staffWith(app, { [area]: ["editor"] }, "Ada Editor");
	manager = await staffWith(app, { [area]: ["manager"] }, "Bea Manager");
});
afterAll(() => app.close());

const listings = `/desk/${area}/listings`;

/** Writes a listing and answers its address at the desk. */
async function written(fields: Readonly<Record<string, string>>): Promise<string> {
	const response = await editor.post(`${listings}/new`, { do: "save", organization: "Otter Trust", ...fields });
	expect(response.status).toBe(303);
	return (response.headers.get("location") ?? "").replace(/\?.*$/, "");
}

describe("an editor", () => {
	test("writes a listing, finds it in the list, and opens it again as it was written", async () => {
		const address = await written({ name: "Otter Club", hours_TU: "9am to 12pm, 1pm to 5pm", phones: "01632 960999" });
		expect(await (await editor.get(`${listings}?work=all&words=otter`)).text()).toContain("Otter Club");
		const page = await (await editor.get(address)).text();
		expect(page).toContain('value="09:00 to 12:00, 13:00 to 17:00"');
		expect(page).toContain("01632 960999");
	});

	test("loses nothing of what was typed when a field cannot be taken", async () => {
		const response = await editor.post(`${listings}/new`, {
			do: "save",
			name: "",
			description: "A long story",
			url: "nowhere at all",
		});
		expect(response.status).toBe(400);
		const page = await response.text();
		expect(page).toContain("A long story");
		expect(page).toContain("nowhere at all");
		expect(page.match(/aria-invalid="true"/g)?.length).toBe(3);
	});

	test("sees what would change before it is saved", async () => {
		const address = await written({ name: "Mole Club" });
		const page = await (await editor.post(address, { do: "preview", wait_time: "Two weeks" })).text();
		expect(page).toContain("Two weeks");
		expect(page).toContain("Nothing is saved yet");
		expect(await (await editor.get(address)).text()).not.toContain("Two weeks");
	});

	test("cannot write markup into a page", async () => {
		const address = await written({ name: `Heron "Club" & 'friends'`, notes: "a < b" });
		const page = await (await editor.get(address)).text();
		expect(page).toContain("Heron &quot;Club&quot; &amp;");
		const refused = await editor.post(address, { do: "save", description: "<img src=x onerror=alert(1)>" });
		expect(refused.status).toBe(400);
		expect(await refused.text()).not.toContain("<img src=x");
	});

	test("makes a place secret, and no public page, feed or table shows its street again", async () => {
		const address = await written({
			name: "Safe House",
			place_0_address_1: "7 Secret Street",
			place_0_city: "Zedton",
			place_0_postal_code: "ZZ1 1AA",
		});
		const id = address.split("/").at(-1) ?? "";
		await editor.post(`${listings}/bulk`, { listing: id, action: "mask" });
		expect(await (await editor.get(address)).text()).toContain("7 Secret Street");
		for (const path of [
			`/oruk/v3/${area}/services/${id}`,
			`/directory/${area}/services/${id}`,
			`/api/v1/areas/${area}/services.csv`,
		])
			expect([path, (await (await app.request(path)).text()).includes("Secret Street")]).toEqual([path, false]);
	});

	test("puts an earlier state back", async () => {
		const address = await written({ name: "Vole Club" });
		await editor.post(address, { do: "save", name: "Shrew Club" });
		const history = await (await editor.get(`${address}/history`)).text();
		expect(history).toContain("Shrew Club");
		expect((await editor.post(`${address}/history`, { version: "1" })).status).toBe(303);
		expect(await (await editor.get(address)).text()).toContain("<h1>Vole Club</h1>");
	});

	test("is told when a form of many had nothing ticked", async () => {
		expect(await (await editor.post(`${listings}/bulk`, { action: "hide" })).text()).toContain(
			"Tick at least one listing",
		);
	});
});

test("what a feed brings can be changed here, stays so when the feed is read again, and can be let go", async () => {
	const oruk = JSON.stringify([
		{
			id: "0190f0f0-0000-4000-8000-000000000001",
			name: "Feed Club",
			status: "active",
			organization: { id: "0190f0f0-0000-4000-8000-000000000002", name: "Feed Trust", description: "d" },
		},
	]);
	const read = () => importFeed(app.deps, { area, source: "feed", files: new Map([["services.json", oruk]]) });
	expect((await read()).kind).toBe("imported");
	const address = `${listings}/of/0190f0f0-0000-4000-8000-000000000001`;
	await editor.post(address, { do: "save", name: "Our Club" });
	await read();
	const page = await (await editor.get(address)).text();
	expect(page).toContain("<h1>Our Club</h1>");
	expect(page).toContain("A feed brings this listing: feed.");
	await editor.post(`${address}/withdraw`);
	expect(await (await editor.get(address)).text()).toContain("<h1>Feed Club</h1>");
	const runs = await (await editor.get(`/desk/${area}/imports`)).text();
	const [, run] = /imports\/(\d+)"/.exec(runs) ?? [];
	const table = await editor.get(`/desk/${area}/imports/${run}/table.csv`);
	expect(table.headers.get("content-type")).toContain("text/csv");
	expect(await table.text()).toContain("created");
	expect((await editor.get(`/desk/${area}/imports/999999`)).status).toBe(404);
});

test("where a second person must agree, the manager sees the change beside the listing and decides it once", async () => {
	const address = await written({ name: "Owl Club" });
	const { version } = await app.deps.areaSettings.read(area);
	await app.deps.areaSettings.save(area, { approval_by_second_person: true }, version, "test");
	const waiting = await editor.post(address, { do: "save", alert: "Closed on Friday" });
	expect(waiting.headers.get("location")).toBe(`/desk/${area}/drafts`);
	expect(await (await editor.get(`/desk/${area}/drafts`)).text()).toContain("Somebody else has to look at it");
	const page = await (await manager.get(`/desk/${area}/drafts`)).text();
	expect(page).toContain("Closed on Friday");
	const [, draft] = /action="\/desk\/small\/drafts\/([\w-]+)"/.exec(page) ?? [];
	expect(await (await manager.post(`/desk/${area}/drafts/${draft}`, { decision: "approve" })).text()).toContain(
		"Agreed",
	);
	expect(await (await manager.post(`/desk/${area}/drafts/${draft}`, { decision: "approve" })).text()).toContain(
		"Somebody else has decided this",
	);
	expect(await (await manager.get(address)).text()).toContain("Closed on Friday");
});

test("everything that changed a listing is in the area's log, with who did it", async () => {
	const entries = await app.deps.auditLog.list({ area, entity: "service", limit: 100 });
	const actions = new Set(entries.map(({ action }) => action));
	for (const action of ["service.created", "service.changed", "service.mask", "service.restored", "service.withdrawn"])
		expect([action, actions.has(action)]).toEqual([action, true]);
	expect(entries.every(({ actor }) => actor.startsWith("Ada Editor"))).toBe(true);
	expect((await app.deps.auditLog.verify(area)).kind).toBe("whole");
});
