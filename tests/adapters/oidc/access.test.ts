import { afterEach, beforeEach, expect, test } from "vitest";
import { deskForm } from "#tests/support/desk.ts";
import { createTestApp, type TestApp, TUESDAY_MORNING } from "#tests/support/test-app.ts";
import { openTokenProvider, type TokenProvider } from "#tests/support/token-provider.ts";

let provider: TokenProvider;
let app: TestApp;
beforeEach(async () => {
	provider = await openTokenProvider();
	app = await createTestApp({
		signIn: { production: false, accessIssuer: provider.issuer, accessAudience: "the-aud", keyPauseMs: 0 },
	});
	await app.deps.areas.save({ slug: "demo", name: "Demo", demonstration: true });
});
afterEach(async () => {
	await app.close();
	await provider.close();
});

const seconds = Math.floor(TUESDAY_MORNING.getTime() / 1000);
const assertion = (over: object = {}) =>
	provider.sign({
		iss: provider.issuer,
		aud: ["the-aud"],
		sub: "user-1",
		email: "Dana@example.org",
		iat: seconds,
		exp: seconds + 3600,
		custom: { roles: ["demo:editor"] },
		...over,
	});
const visit = (path: string, header: string | null, cookie = "") =>
	app.request(path, { headers: { ...(header ? { "cf-access-jwt-assertion": header } : {}), cookie } });

test("whom Access has let through is signed in without a further page, with the roles of the custom claims", async () => {
	const mine = await assertion();
	const door = await visit("/desk/sign-in?return=%2Fdesk%2Fdemo", mine);
	expect([door.status, door.headers.get("location")]).toEqual([303, "/desk/demo"]);
	const cookie = door.headers.get("set-cookie")?.split(";")[0] ?? "";
	expect((await visit("/desk/demo", mine, cookie)).status).toBe(200);
});

test("the cookie alone opens nothing: each request brings the same person's assertion", async () => {
	const mine = await assertion();
	const cookie = (await visit("/desk/sign-in", mine)).headers.get("set-cookie")?.split(";")[0] ?? "";
	expect((await visit("/desk/demo", null, cookie)).status).toBe(303);
	expect((await visit("/desk/demo", await assertion({ sub: "user-2" }), cookie)).status).toBe(303);
	expect((await visit("/desk/demo", await assertion({ exp: seconds - 61 }), cookie)).status).toBe(303);
});

test("signing out leaves Access as well: the way in would open again by itself", async () => {
	const mine = await assertion();
	const cookie = (await visit("/desk/sign-in", mine)).headers.get("set-cookie")?.split(";")[0] ?? "";
	const page = await (await visit("/desk/demo", mine, cookie)).text();
	const sent = deskForm(cookie, { token: /name="token" value="(\w+)"/.exec(page)?.[1] ?? "" });
	const out = await app.request("/desk/sign-out", {
		...sent,
		headers: { ...Object.fromEntries(new Headers(sent.headers)), "cf-access-jwt-assertion": mine },
	});
	expect(out.headers.get("location")).toBe("/cdn-cgi/access/logout");
	expect((await visit("/desk/demo", mine, cookie)).status).toBe(303);
});

test.each([
	["without an assertion", null],
	["with one for another application", { aud: ["another"] }],
	["with one of another team", { iss: "https://other.cloudflareaccess.com" }],
	["with one that ended", { exp: seconds - 61 }],
	["as a service without a person", { sub: "", email: undefined, common_name: "token" }],
])("nobody comes in %s", async (_name, over) => {
	const door = await visit("/desk/sign-in", over === null ? null : await assertion(over));
	expect(door.status).toBe(400);
	expect(door.headers.get("set-cookie")).toBeNull();
});

test("an address that Access vouches for is one that a manager can give a role to", async () => {
	const at = TUESDAY_MORNING;
	const entry = { area: "demo", at, actor: "x", action: "member.given", entity: "member", entityId: null, detail: {} };
	await app.deps.deskMembers.give(
		"demo",
		{ member: "dana@example.org", role: "viewer", givenBy: "x", givenAt: at },
		entry,
	);
	const mine = await assertion({ custom: {} });
	const cookie = (await visit("/desk/sign-in", mine)).headers.get("set-cookie")?.split(";")[0] ?? "";
	expect((await visit("/desk/demo", mine, cookie)).status).toBe(200);
});
