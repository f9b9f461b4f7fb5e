import { afterEach, beforeEach, expect, test } from "vitest";
import { seedDemo } from "#cli/seed.ts";
import { settingsNow } from "#services/settings-now.ts";
import { createTestDesk, type Staff, staffWith } from "#tests/support/desk.ts";
import type { TestApp } from "#tests/support/test-app.ts";

let app: TestApp;
let mo: Staff;
beforeEach(async () => {
	app = await createTestDesk();
	await app.deps.areas.save({ slug: "demo", name: "Harrowmere", demonstration: true });
	await app.deps.areas.save({ slug: "inland", name: "Inland", demonstration: true });
	mo = await staffWith(app, { demo: ["manager"], inland: ["manager"] }, "Mo Manager");
});
afterEach(() => app.close());

const now = (area = "demo") => settingsNow(app.deps, area);
const newest = async () => (await app.deps.auditLog.list({ area: "demo", action: "settings.", limit: 1 }))[0];

test("call-backs and the model are switched off and on, each with a reason in the log", async () => {
	const flip = async (what: string, off: string, reason: string) =>
		mo.post("/desk/demo/settings/switches", { what, off, reason, version: String((await now())?.version) });
	for (const what of ["call_backs", "model"]) {
		expect((await flip(what, "yes", "")).status).toBe(422);
		expect((await flip(what, "yes", "Flu in the team")).status).toBe(303);
		expect(await newest()).toMatchObject({ action: "settings.switched_off", entityId: what });
		expect(await (await mo.get("/desk/demo/settings/switches")).text()).toContain("Off: Flu in the team");
		expect((await flip(what, "no", "All well")).status).toBe(303);
		expect(await newest()).toMatchObject({ action: "settings.switched_on", detail: { reason: "All well" } });
	}
});

test("a listing and an answer are switched off by id or address; what does not exist is not", async () => {
	await seedDemo({ ...app.deps, areas: { ...app.deps.areas, find: async () => null } }, () => undefined);
	const flip = async (what: string, id: string, off = "yes") =>
		mo.post("/desk/demo/settings/switches", {
			what,
			id,
			off,
			reason: "Wrong",
			version: String((await now())?.version),
		});
	const listing =
		/\/directory\/demo\/services\/([\w-]+)/.exec(await (await app.request("/directory/demo")).text())?.[1] ?? "";
	expect(listing).not.toBe("");
	expect((await flip("services", `https://help.example.org/directory/demo/services/${listing}?from=x`)).status).toBe(
		303,
	);
	expect((await flip("answers", "/answers/s47-what")).status).toBe(303);
	expect((await now())?.settings.switches).toMatchObject({
		services: [{ id: listing, off: true, reason: "Wrong" }],
		answers: [{ id: "s47-what", off: true, reason: "Wrong" }],
	});
	expect((await flip("answers", "no-such-answer")).status).toBe(422);
	expect((await flip("services", "../../x")).status).toBe(422);
	expect((await flip("answers", "s47-what", "no")).status).toBe(303);
	expect((await now())?.settings.switches?.answers).toEqual([]);
});

test("a listing that is switched off is gone from the search and the feed at once, and comes back", async () => {
	await seedDemo({ ...app.deps, areas: { ...app.deps.areas, find: async () => null } }, () => undefined);
	const list = async () => (await app.request("/directory/demo")).text();
	const [, id = "", name = ""] = /\/directory\/demo\/services\/([\w-]+)[^>]*>([^<]+)</.exec(await list()) ?? [];
	expect(name).not.toBe("");
	const flip = async (off: string) =>
		mo.post("/desk/demo/settings/switches", {
			what: "services",
			id,
			off,
			reason: "x",
			version: String((await now())?.version),
		});
	const before = (await app.deps.snapshots.version("demo")) ?? 0;
	expect((await flip("yes")).status).toBe(303);
	const gone = await (await app.request(`/oruk/v3/demo/services/${id}`)).json();
	expect(gone).toMatchObject({ id, status: "defunct" });
	expect(gone).not.toHaveProperty("phones");
	expect(await app.deps.snapshots.version("demo")).toBe(before + 1);
	expect((await app.request(`/directory/demo/services/${id}`)).status).toBe(404);
	expect((await flip("no")).status).toBe(303);
	expect((await app.request(`/directory/demo/services/${id}`)).status).toBe(200);
	expect((await app.deps.feed.service("demo", id))?.name).toBe(name);
});

test("an answer that an area has switched off is not told in its guide; the people who can help are", async () => {
	const ask = async (area: string) => {
		const turn = { area, input: { kind: "text", text: "what is a section 47 enquiry" } };
		const response = await app.request("/api/v1/conversation/turns", {
			method: "POST",
			headers: { "content-type": "application/json" },
			body: JSON.stringify(turn),
		});
		return response.json();
	};
	const { answer: before } = await ask("demo");
	const version = String((await now())?.version);
	await mo.post("/desk/demo/settings/switches", {
		what: "answers",
		id: before.id,
		off: "yes",
		reason: "Wrong here",
		version,
	});
	const { answer, routes } = await ask("demo");
	expect(answer.id).toBe(before.id);
	expect(JSON.stringify(answer.blocks)).toContain("taken this answer back");
	expect(JSON.stringify(answer)).not.toContain("Wrong here");
	expect(routes.human.length).toBeGreaterThan(0);
	expect((await ask("inland")).answer.blocks).toEqual(before.blocks);
});
