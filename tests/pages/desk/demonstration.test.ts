import { afterEach, expect, test } from "vitest";
import type { SignInConfig } from "#adapters/oidc/sign-in-config.ts";
import { deskAddress } from "#cli/desk-address.ts";
import { readEnv } from "#env.ts";
import { makeDemonstrationLink } from "#services/demonstration-link.ts";
import { signInConfig } from "#sign-in-env.ts";
import { signedIn } from "#tests/support/desk.ts";
import { createTestApp, type TestApp, TUESDAY_MORNING } from "#tests/support/test-app.ts";

const open: TestApp[] = [];
async function appWith(signIn: SignInConfig, databaseUrl?: string, clock = { now: () => TUESDAY_MORNING }) {
	const app = await createTestApp({ signIn, clock, ...(databaseUrl ? { databaseUrl } : {}) });
	if (databaseUrl === undefined) await app.deps.areas.save({ slug: "demo", name: "Demo", demonstration: true });
	open.push(app);
	return app;
}
afterEach(async () => {
	for (const app of open.splice(0)) await app.close();
});

const cookieOf = (response: Response) => response.headers.get("set-cookie")?.split(";")[0] ?? "";

test("the printed link lets one person in, once, as manager of the demonstration and of nothing else", async () => {
	const app = await appWith({ production: false });
	const path = (await deskAddress(app.deps)).split(" ")[0] ?? "";
	expect(path).toMatch(/^\/desk\/sign-in\/link\?code=[\w-]{43}$/);
	const first = await app.request(path);
	expect([first.status, first.headers.get("location")]).toEqual([303, "/desk"]);
	expect(first.headers.get("set-cookie")).toMatch(/HttpOnly; SameSite=Lax/);
	const cookie = cookieOf(first);
	expect((await app.request("/desk/demo", { headers: { cookie } })).status).toBe(200);
	expect((await app.request("/desk/othertown", { headers: { cookie } })).status).toBe(403);
	const second = await app.request(path);
	expect([second.status, second.headers.get("set-cookie")]).toEqual([410, null]);
});

test("of two who open the link at once, one comes in", async () => {
	const app = await appWith({ production: false });
	const secret = await makeDemonstrationLink(app.deps);
	const both = await Promise.all([1, 2, 3].map(() => app.request(`/desk/sign-in/link?code=${secret}`)));
	expect(both.map(({ status }) => status).toSorted()).toEqual([303, 410, 410]);
});

test("a link is of no use after a new one was printed, or eight hours later", async () => {
	let now = TUESDAY_MORNING;
	const app = await appWith({ production: false }, undefined, { now: () => now });
	const old = await makeDemonstrationLink(app.deps);
	const current = await makeDemonstrationLink(app.deps);
	expect((await app.request(`/desk/sign-in/link?code=${old}`)).status).toBe(410);
	now = new Date(now.getTime() + 8 * 3_600_000);
	expect((await app.request(`/desk/sign-in/link?code=${current}`)).status).toBe(410);
});

const REAL: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
	["an issuer is set", { OIDC_ISSUER: "https://idp.example.org", OIDC_CLIENT_ID: "desk" }],
	["an issuer is set wrongly", { OIDC_ISSUER: "https://idp.example.org" }],
	["only a client's secret is set", { OIDC_CLIENT_SECRET: "x" }],
	["Cloudflare Access is set", { CF_ACCESS_TEAM: "council", CF_ACCESS_AUD: "aud" }],
	["the environment is production", { ENVIRONMENT: "production" }],
	["NODE_ENV is production", { NODE_ENV: "production" }],
];

test.each(REAL)("there is no link, and none works that was made before, where %s", async (_why, variables) => {
	const before = await appWith({ production: false });
	const secret = await makeDemonstrationLink(before.deps);
	const session = await signedIn(before.deps, { demo: ["manager"] });
	const config = signInConfig(readEnv(variables));
	const after = await createTestApp({ signIn: config });
	// The same database, opened by a deployment that is set up.
	const deps = { ...before.deps, signIn: after.deps.signIn };
	open.push(after);
	const { createApp } = await import("#app.ts");
	const { cookieKey } = await import("#cookie-key.ts");
	const app = createApp(deps, {
		publicUrl: null,
		production: false,
		cookieKey: await cookieKey(undefined),
		limited: async () => false,
	});
	expect(await makeDemonstrationLink(deps)).toBeNull();
	expect(await deskAddress(deps)).not.toContain("code=");
	expect((await app.request(`/desk/sign-in/link?code=${secret}`)).status).toBe(410);
	expect((await app.request("/desk/demo", { headers: { cookie: `desk=${session}` } })).status).toBe(303);
});

test("where nothing at all is said of signing in, nobody signs in", async () => {
	const app = await createTestApp();
	open.push(app);
	expect(app.deps.signIn).toEqual({ kind: "none", production: true });
	expect(await makeDemonstrationLink(app.deps)).toBeNull();
});

test("who runs the service reads on the way in what is wrong with the settings, or what the provider said", async () => {
	const app = await appWith({ production: true, issuer: "https://idp.example.org" });
	const page = await (await app.request("/desk/sign-in")).text();
	expect(page).toContain("For whoever runs this service: Set OIDC_CLIENT_ID");
	const away = await appWith({ production: false, issuer: "http://127.0.0.1:9", clientId: "desk" });
	const start = await away.request("/desk/sign-in/start");
	expect([start.status, start.headers.get("set-cookie")]).toEqual([503, null]);
	expect(await start.text()).toContain("http://127.0.0.1:9/.well-known/openid-configuration");
});
