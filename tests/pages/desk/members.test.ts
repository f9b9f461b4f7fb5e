import { afterEach, beforeEach, expect, test } from "vitest";
import { createTestDesk, type Staff, signedIn, staffWith } from "#tests/support/desk.ts";
import type { TestApp } from "#tests/support/test-app.ts";

let app: TestApp;
let mo: Staff;
beforeEach(async () => {
	app = await createTestDesk();
	await app.deps.areas.save({ slug: "demo", name: "Demo", demonstration: true });
	mo = await staffWith(app, { demo: ["manager"] }, "Mo Manager");
});
afterEach(() => app.close());

const give = (member: string, role: string) => mo.post("/desk/demo/members/give", { member, role });

test("a manager gives a role to an address, and takes it again; both are in the audit log with who did it", async () => {
	const given = await give(" Ed.Itor@Example.org ", "editor");
	expect([given.status, given.headers.get("location")]).toEqual([303, "/desk/demo/members?done=given"]);
	const page = await (await mo.get("/desk/demo/members?done=given")).text();
	expect(page).toContain("The role was given.");
	expect(page).toContain("ed.itor@example.org");
	expect((await give("ed.itor@example.org", "editor")).headers.get("location")).toContain("done=had");
	await mo.post("/desk/demo/members/take", { member: "ed.itor@example.org", role: "editor" });
	expect(await app.deps.deskMembers.list("demo")).toEqual([]);
	const entries = await app.deps.auditLog.list({ area: "demo", action: "member.", limit: 9 });
	expect(entries.map(({ action, actor, entityId, detail }) => [action, actor, entityId, detail])).toEqual([
		["member.role_taken", "Mo Manager <mo-manager@example.org>", "ed.itor@example.org", { role: "editor" }],
		["member.role_given", "Mo Manager <mo-manager@example.org>", "ed.itor@example.org", { role: "editor" }],
	]);
});

test("one person may have several roles, and loses one without the other", async () => {
	for (const role of ["editor", "duty_worker"]) await give("ed@example.org", role);
	await mo.post("/desk/demo/members/take", { member: "ed@example.org", role: "editor" });
	expect((await app.deps.deskMembers.rolesOf(["ed@example.org"]))["demo"]).toEqual(["duty_worker"]);
});

test.each([
	["", "editor"],
	["ed", "editor"],
	["ed@example", "editor"],
	["<ed@example.org>", "editor"],
	["ed@example.org, mo@example.org", "editor"],
	["ed@example.org", "platform"],
	["ed@example.org", ""],
	["ed@example.org", "__proto__"],
])("%j is not given the role %j: the page says why and keeps what was typed", async (member, role) => {
	const answer = await give(member, role);
	expect(answer.status).toBe(422);
	const page = await answer.text();
	expect(page).toContain("Nothing was changed");
	if (member === "ed") expect(page).toContain('value="ed"');
	expect(await app.deps.deskMembers.list("demo")).toEqual([]);
});

test("somebody without an address is named by the line that the desk shows them", async () => {
	await give("https://idp.example.org/tenant 00000000-0000-4000-8000-000000000001", "viewer");
	expect((await app.deps.deskMembers.list("demo"))[0]?.member).toContain("https://idp.example.org/tenant 0");
});

test("nobody locks themselves out: a manager does not take the own role", async () => {
	await give("mo-manager@example.org", "manager");
	const answer = await mo.post("/desk/demo/members/take", { member: "mo-manager@example.org", role: "manager" });
	expect(answer.status).toBe(422);
	expect(await app.deps.deskMembers.list("demo")).toHaveLength(1);
});

test("a manager signs somebody of the area out on every device, and nobody of another area", async () => {
	const ed = await staffWith(app, { demo: ["editor"] }, "Ed Editor");
	await signedIn(app.deps, { othertown: ["editor"] }, "Stranger");
	const page = await (await mo.get("/desk/demo/members")).text();
	expect(page).toContain("Ed Editor");
	expect(page).not.toContain("Stranger");
	const at = app.deps.clock.now();
	const sessions = await app.deps.deskSessions.list(at);
	const hashOfName = (name: string) => sessions.find((session) => session.name === name)?.hash ?? "";
	await mo.post("/desk/demo/members/sign-out", { session: hashOfName("Stranger") });
	expect((await app.deps.deskSessions.list(at)).map(({ name }) => name)).toContain("Stranger");
	const ended = await mo.post("/desk/demo/members/sign-out", { session: hashOfName("Ed Editor") });
	expect(ended.headers.get("location")).toContain("done=ended");
	expect((await ed.get("/desk/demo")).status).toBe(303);
	const [entry] = await app.deps.auditLog.list({ area: "demo", action: "session.revoked", limit: 1 });
	expect(entry?.detail["person"]).toBe("Ed Editor <ed-editor@example.org>");
});

test("a name that is markup stays text", async () => {
	await staffWith(app, { demo: ["editor"] }, `<img src=x onerror="x">`);
	const page = await (await mo.get("/desk/demo/members")).text();
	expect(page).not.toContain("<img src=x");
});
