import { afterEach, beforeEach, expect, test } from "vitest";
import { IDLE_MS, LONGEST_MS } from "#domain/desk/desk-session.ts";
import { hashOf } from "#services/desk-secrets.ts";
import { deskForm, staffWith } from "#tests/support/desk.ts";
import { createTestApp, type TestApp, TUESDAY_MORNING } from "#tests/support/test-app.ts";

let app: TestApp;
let now: number;
beforeEach(async () => {
	now = TUESDAY_MORNING.getTime();
	app = await createTestApp({ clock: { now: () => new Date(now) }, signIn: { production: false } });
	for (const slug of ["demo", "othertown"]) await app.deps.areas.save({ slug, name: slug, demonstration: true });
});
afterEach(() => app.close());

test("a session ends after half an hour without a page, and after eight hours whatever is done", async () => {
	const dana = await staffWith(app, { demo: ["viewer"] });
	now += IDLE_MS - 1;
	expect((await dana.get("/desk/demo")).status).toBe(200);
	now += IDLE_MS;
	expect((await dana.get("/desk/demo")).status).toBe(303);
	const busy = await staffWith(app, { demo: ["viewer"] });
	const start = now;
	while (now + IDLE_MS / 2 < start + LONGEST_MS) {
		now += IDLE_MS / 2;
		expect((await busy.get("/desk/demo")).status).toBe(200);
	}
	now = start + LONGEST_MS;
	expect((await busy.get("/desk/demo")).status).toBe(303);
});

test("signing out ends the session itself, not only the cookie", async () => {
	const dana = await staffWith(app, { demo: ["viewer"] });
	const out = await dana.post("/desk/sign-out");
	expect(out.status).toBe(303);
	expect(out.headers.get("set-cookie")).toMatch(/^desk=;.*Max-Age=0/);
	expect((await dana.get("/desk/demo")).status).toBe(303);
});

test("signing out everywhere ends every session of the person and of nobody else", async () => {
	const [desk, phone, other] = [
		await staffWith(app, { demo: ["viewer"] }),
		await staffWith(app, { demo: ["viewer"] }),
		await staffWith(app, { demo: ["viewer"] }, "Mo Manager"),
	];
	expect((await phone.post("/desk/sign-out-everywhere")).status).toBe(303);
	expect((await desk.get("/desk/demo")).status).toBe(303);
	expect((await other.get("/desk/demo")).status).toBe(200);
});

test("a page elsewhere cannot sign anybody out", async () => {
	const dana = await staffWith(app, { demo: ["viewer"] });
	const forged = deskForm(dana.cookie, {}, { origin: "https://elsewhere.example" });
	expect((await app.request("/desk/sign-out", forged)).status).toBe(403);
	expect((await app.request("/desk/sign-out", deskForm(dana.cookie, {}))).status).toBe(403);
	expect((await dana.get("/desk/demo")).status).toBe(200);
});

test("a role that is given or taken counts from the next page on", async () => {
	const dana = await staffWith(app, {});
	const entry = {
		area: "demo",
		at: new Date(now),
		actor: "x",
		action: "member.given",
		entity: "member",
		entityId: null,
		detail: {},
	};
	expect((await dana.get("/desk/demo")).status).toBe(403);
	const member = "dana-duty@example.org";
	await app.deps.deskMembers.give("demo", { member, role: "editor", givenBy: "x", givenAt: new Date(now) }, entry);
	expect((await dana.get("/desk/demo")).status).toBe(200);
	await app.deps.deskMembers.take("demo", member, "editor", entry);
	expect((await dana.get("/desk/demo")).status).toBe(403);
});

test("a cookie works only as it was set: the database holds no more than its hash", async () => {
	const dana = await staffWith(app, { demo: ["viewer"] });
	const secret = dana.cookie.slice("desk=".length);
	const [session] = await app.deps.deskSessions.list(new Date(now));
	expect(session?.hash).toBe(await hashOf(secret));
	for (const wrong of [session?.hash ?? "", secret.slice(1), `${secret}a`, secret.replace(/^./, "~")])
		expect((await app.request("/desk/demo", { headers: { cookie: `desk=${wrong}` } })).status).toBe(303);
});

test("over https the cookie is for this host alone, and the plain name is not listened to", async () => {
	const secure = await createTestApp({
		clock: { now: () => new Date(now) },
		signIn: { production: false },
		settings: { publicUrl: "https://help.example.org", production: true },
	});
	await secure.deps.areas.save({ slug: "demo", name: "demo", demonstration: true });
	const dana = await staffWith(secure, { demo: ["viewer"] });
	expect((await dana.get("/desk/demo")).status).toBe(303);
	const cookie = `__Host-${dana.cookie}`;
	expect((await secure.request("/desk/demo", { headers: { cookie } })).status).toBe(200);
	const out = await secure.request("/desk/sign-out", deskForm(cookie, { token: dana.token }));
	expect(out.headers.get("set-cookie")).toMatch(/^__Host-desk=;.*Path=\/.*HttpOnly.*Secure.*SameSite=Lax/);
	await secure.close();
});

test("somebody without a role sees how to ask for one, somebody with several areas chooses", async () => {
	const nobody = await (await (await staffWith(app, {})).get("/desk")).text();
	expect(nobody).toContain("You have no role here yet");
	expect(nobody).toContain("dana-duty@example.org");
	const several = await staffWith(app, { demo: ["viewer"], othertown: ["manager"] });
	expect(await (await several.get("/desk")).text()).toContain('href="/desk/othertown"');
	const one = await (await staffWith(app, { demo: ["viewer"] })).get("/desk");
	expect([one.status, one.headers.get("location")]).toEqual([303, "/desk/demo"]);
});

test("who came in and went is in the audit log of their area", async () => {
	const dana = await staffWith(app, { demo: ["viewer"] });
	await dana.post("/desk/sign-out");
	const entries = await app.deps.auditLog.list({ area: "demo", limit: 10 });
	expect(entries.map(({ action, actor }) => `${action} ${actor}`)).toEqual([
		"session.ended Dana Duty <dana-duty@example.org>",
		"session.opened Dana Duty <dana-duty@example.org>",
	]);
});
