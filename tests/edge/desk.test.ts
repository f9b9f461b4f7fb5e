import { afterAll, beforeAll, expect, test } from "vitest";
import { type Edge, startEdge } from "#tests/support/edge.ts";
import { openTokenProvider, type TokenProvider } from "#tests/support/token-provider.ts";

let edge: Edge;
let provider: TokenProvider;
beforeAll(async () => {
	provider = await openTokenProvider();
	edge = await startEdge({
		ENVIRONMENT: "development",
		OIDC_ISSUER: provider.issuer,
		OIDC_CLIENT_ID: "desk",
		OIDC_CLIENT_SECRET: "a secret",
	});
});
afterAll(async () => {
	await edge.close();
	await provider.close();
});

const cookieOf = (response: Response, name: string) =>
	response.headers
		.getSetCookie()
		.map((cookie) => cookie.split(";")[0] ?? "")
		.find((cookie) => cookie.startsWith(`${name}=`)) ?? "";

/** Sets out, and comes back with a code for a token that holds these claims. */
async function signIn(claims: object, state?: string): Promise<Response> {
	const started = await edge.request("/desk/sign-in/start?return=%2Fdesk%2Fdemo%2Faudit");
	const asked = new URL(started.headers.get("location") ?? "").searchParams;
	const now = Math.floor(Date.now() / 1000);
	provider.answer = async () => ({
		id_token: await provider.sign({
			iss: provider.issuer,
			aud: "desk",
			sub: "mo",
			name: "Mo Manager",
			nonce: asked.get("nonce") ?? "",
			iat: now,
			exp: now + 300,
			...claims,
		}),
	});
	return edge.request(`/desk/sign-in/callback?code=c&state=${state ?? asked.get("state")}`, {
		headers: { cookie: cookieOf(started, "desk-signing-in") },
	});
}

test("a manager signs in, comes to the page that was asked for, and signs out, in workerd", async () => {
	const back = await signIn({ roles: ["demo:manager"] });
	expect([back.status, back.headers.get("location")]).toEqual([303, "/desk/demo/audit"]);
	const cookie = cookieOf(back, "desk");
	const page = await edge.request("/desk/demo/audit", { headers: { cookie } });
	expect(page.status).toBe(200);
	const html = await page.text();
	expect(html).toContain("Mo Manager");
	// The log's first line: that the manager came in.
	expect(html).toContain('<th scope="row">1</th>');
	const token = /name="token" value="(\w+)"/.exec(html)?.[1] ?? "";
	const out = await edge.request("/desk/sign-out", {
		method: "POST",
		headers: {
			cookie,
			origin: "null",
			"sec-fetch-site": "same-origin",
			"content-type": "application/x-www-form-urlencoded",
		},
		body: new URLSearchParams({ token }).toString(),
	});
	expect(out.status).toBe(303);
	expect((await edge.request("/desk/demo", { headers: { cookie } })).status).toBe(303);
});

test("a way back that is not ours, and a token for another application, let nobody in", async () => {
	expect((await signIn({ aud: "another" })).status).toBe(400);
	const wrong = await signIn({ roles: ["demo:manager"] }, "another");
	expect([wrong.status, cookieOf(wrong, "desk")]).toEqual([400, ""]);
});
