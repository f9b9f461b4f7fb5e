import { createHmac } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createSignIn } from "#adapters/oidc/create-sign-in.ts";
import type { SignInConfig } from "#adapters/oidc/sign-in-config.ts";
import type { Identified, OidcSignIn } from "#ports/sign-in.ts";
import { openTokenProvider, type TokenProvider } from "#tests/support/token-provider.ts";

const SECRETS = { state: "the-state", nonce: "the-nonce", verifier: "v".repeat(64) };
const BACK = "https://help.example.org/desk/sign-in/callback";

let provider: TokenProvider;
let now: Date;
beforeEach(async () => {
	provider = await openTokenProvider();
	now = new Date("2026-11-24T10:00:00Z");
});
afterEach(() => provider.close());

const seconds = () => Math.floor(now.getTime() / 1000);
const claims = (over: object = {}) => ({
	iss: provider.issuer,
	aud: "desk",
	sub: "user-1",
	name: "Dana Duty",
	nonce: SECRETS.nonce,
	iat: seconds(),
	exp: seconds() + 300,
	roles: ["demo:duty_worker"],
	...over,
});

function signInWith(over: Partial<SignInConfig> = {}): OidcSignIn {
	const made = createSignIn(
		{ production: false, issuer: provider.issuer, clientId: "desk", clientSecret: "s:e c", keyPauseMs: 0, ...over },
		{ now: () => now },
	);
	if (made.kind !== "oidc") throw new Error(JSON.stringify(made));
	return made;
}

/** Comes back from the provider, which then answers the code with this token. */
async function comeBack(
	token: string | object,
	{ parameters = {}, signIn = signInWith() }: { parameters?: Record<string, string>; signIn?: OidcSignIn } = {},
): Promise<Identified> {
	provider.answer = () => (typeof token === "string" ? { id_token: token, access_token: "at" } : token);
	return signIn.finish(new URLSearchParams({ code: "c0de", state: SECRETS.state, ...parameters }), SECRETS, BACK);
}
const outcome = (found: Identified) => (found.kind === "identified" ? "identified" : found.why);

test("a person who comes back is who the token says, with the roles of its claim", async () => {
	expect(await comeBack(await provider.sign(claims()))).toEqual({
		kind: "identified",
		identity: {
			issuer: provider.issuer,
			subject: "user-1",
			name: "Dana Duty",
			email: null,
			roles: { demo: ["duty_worker"] },
		},
	});
});

test("the browser is sent out with state, nonce and the hash of the verifier; the code goes in with the verifier", async () => {
	const signIn = signInWith();
	const started = await signIn.start(SECRETS, BACK);
	const to = new URL(started.kind === "go" ? started.to : "");
	expect(to.origin + to.pathname).toBe(`${provider.issuer}/authorize`);
	expect(Object.fromEntries(to.searchParams)).toEqual({
		response_type: "code",
		client_id: "desk",
		redirect_uri: BACK,
		scope: "openid profile email",
		state: SECRETS.state,
		nonce: SECRETS.nonce,
		// printf 'v%.0s' {1..64} | openssl dgst -sha256 -binary | basenc --base64url
		code_challenge: "w1TpKUdYE9hUAcNSeeSRFioHDxfUxuHho_JHAfZ_vDM",
		code_challenge_method: "S256",
	});
	let sent = new URLSearchParams();
	let authorization: string | undefined;
	provider.answer = async (form, headers) => {
		sent = form;
		authorization = headers.authorization;
		return { id_token: await provider.sign(claims()) };
	};
	await signIn.finish(new URLSearchParams({ code: "c0de", state: SECRETS.state }), SECRETS, BACK);
	expect(Object.fromEntries(sent)).toEqual({
		grant_type: "authorization_code",
		code: "c0de",
		redirect_uri: BACK,
		code_verifier: SECRETS.verifier,
	});
	expect(authorization).toBe(`Basic ${btoa("desk:s%3Ae+c")}`);
});

describe("nobody comes in", () => {
	const cases: readonly (readonly [string, string, object])[] = [
		["with another sign-in's nonce", "nonce", { nonce: "another" }],
		["without a nonce", "nonce", { nonce: undefined }],
		["with a token for another application", "audience", { aud: "another" }],
		["with a token for two, made for the other", "audience", { aud: ["desk", "another"], azp: "another" }],
		["with a token for two that does not say whom it was made for", "audience", { aud: ["desk", "another"] }],
		["with a token of another issuer", "issuer", { iss: "https://evil.example" }],
		["without a subject", "token", { sub: undefined }],
		["without a time of issue", "token", { iat: undefined }],
		["without an end", "token", { exp: undefined }],
	];
	test.each(cases)("%s", async (_name, why, over) => {
		expect(outcome(await comeBack(await provider.sign(claims(over))))).toBe(why);
	});

	test("a minute after the token ended; up to then a clock may be slow", async () => {
		const token = await provider.sign(claims({ exp: seconds() + 300 }));
		now = new Date(now.getTime() + 359_000);
		expect(outcome(await comeBack(token))).toBe("identified");
		now = new Date(now.getTime() + 2000);
		expect(outcome(await comeBack(token))).toBe("expired");
	});

	test("with a token from further in the future than a clock may be fast", async () => {
		const from = (ahead: number) => provider.sign(claims({ iat: seconds() + ahead, exp: seconds() + 900 }));
		expect(outcome(await comeBack(await from(59)))).toBe("identified");
		expect(outcome(await comeBack(await from(61)))).toBe("token");
		expect(outcome(await comeBack(await provider.sign(claims({ nbf: seconds() + 61 }))))).toBe("token");
	});

	test("with a token that nobody signed, or that was signed with the client's own secret or the public key as one", async () => {
		const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
		const none = `${part({ alg: "none", typ: "JWT" })}.${part(claims())}.`;
		expect(outcome(await comeBack(none))).toBe("token");
		for (const secret of ["s:e c", JSON.stringify(await (await fetch(`${provider.issuer}/jwks`)).json())]) {
			const head = `${part({ alg: "HS256", kid: "1" })}.${part(claims())}`;
			const mac = createHmac("sha256", secret).update(head).digest("base64url");
			expect(outcome(await comeBack(`${head}.${mac}`))).toBe("token");
		}
	});

	test("with a token whose claims were changed after it was signed", async () => {
		const [head, , signature] = (await provider.sign(claims())).split(".");
		const changed = Buffer.from(JSON.stringify(claims({ roles: ["*:platform"] }))).toString("base64url");
		expect(outcome(await comeBack(`${head}.${changed}.${signature}`))).toBe("token");
	});

	test("with the state of another sign-in, or with two of anything", async () => {
		const token = await provider.sign(claims());
		expect(outcome(await comeBack(token, { parameters: { state: "another" } }))).toBe("state");
		const twice = new URLSearchParams([
			["code", "c0de"],
			["state", SECRETS.state],
			["state", "another"],
		]);
		expect(outcome(await signInWith().finish(twice, SECRETS, BACK))).toBe("state");
		expect(provider.asked).not.toContain("/token");
	});

	test("with an answer of another provider (RFC 9207), or one that hides whose it is where the provider always says", async () => {
		const token = await provider.sign(claims());
		expect(outcome(await comeBack(token, { parameters: { iss: "https://evil.example" } }))).toBe("issuer");
		expect(outcome(await comeBack(token, { parameters: { iss: provider.issuer } }))).toBe("identified");
		provider.metadata = { authorization_response_iss_parameter_supported: true };
		expect(outcome(await comeBack(token, { signIn: signInWith() }))).toBe("issuer");
	});

	test("who stopped at the provider, or whose code it does not take", async () => {
		const stopped = { parameters: { error: "access_denied" } };
		expect(outcome(await comeBack("", stopped))).toBe("cancelled");
		expect(outcome(await comeBack({ error: "invalid_grant" }))).toBe("code");
		expect(outcome(await comeBack({ access_token: "at" }))).toBe("code");
	});

	test("while the provider is away, calls itself by another name, or would be reached in the clear", async () => {
		const gone = signInWith({ issuer: "http://127.0.0.1:9" });
		expect((await gone.start(SECRETS, BACK)).kind).toBe("refused");
		provider.metadata = { issuer: `${provider.issuer}/other` };
		expect(await signInWith().start(SECRETS, BACK)).toMatchObject({ kind: "refused", why: "issuer" });
		provider.metadata = { token_endpoint: "http://idp.example.org/token" };
		expect(await signInWith().start(SECRETS, BACK)).toMatchObject({ kind: "refused", why: "provider away" });
	});
});

test("a provider may change its keys: a token by a new key counts, one by a key it took back does not", async () => {
	const signIn = signInWith();
	const before = await provider.sign(claims());
	expect(outcome(await comeBack(before, { signIn }))).toBe("identified");
	await provider.rotate();
	expect(outcome(await comeBack(await provider.sign(claims()), { signIn }))).toBe("identified");
	expect(outcome(await comeBack(before, { signIn }))).toBe("token");
});

test("tokens with made-up keys do not have us ask the provider again and again", async () => {
	const signIn = signInWith({ keyPauseMs: 60_000 });
	expect(outcome(await comeBack(await provider.sign(claims()), { signIn }))).toBe("identified");
	for (let times = 0; times < 5; times++) {
		const token = await provider.sign(claims(), { kid: `made-up-${times}` });
		expect(outcome(await comeBack(token, { signIn }))).toBe("token");
	}
	expect(provider.asked.filter((path) => path === "/jwks")).toHaveLength(1);
});

test("an e-mail address counts only where the provider vouches for it", async () => {
	const emailOf = async (over: object, config: Partial<SignInConfig> = {}) => {
		const found = await comeBack(await provider.sign(claims({ email: "Dana@Example.org", ...over })), {
			signIn: signInWith(config),
		});
		return found.kind === "identified" ? found.identity.email : found.why;
	};
	expect(await emailOf({})).toBeNull();
	expect(await emailOf({ email_verified: false })).toBeNull();
	expect(await emailOf({ email_verified: true })).toBe("dana@example.org");
	expect(await emailOf({ xms_edov: 1 })).toBe("dana@example.org");
	expect(await emailOf({}, { trustEmail: true })).toBe("dana@example.org");
	expect(await emailOf({ email: "no address <x>", email_verified: true })).toBeNull();
});

test("roles come from a claim by its name, by a path, or by the ids of groups", async () => {
	const rolesOf = async (over: object, config: Partial<SignInConfig>) => {
		const found = await comeBack(await provider.sign(claims({ roles: undefined, ...over })), {
			signIn: signInWith(config),
		});
		return found.kind === "identified" ? found.identity.roles : found.why;
	};
	expect(await rolesOf({ realm_access: { roles: ["demo:editor"] } }, { roleClaim: "realm_access.roles" })).toEqual({
		demo: ["editor"],
	});
	expect(await rolesOf({ "https://e.org/r": "demo:viewer" }, { roleClaim: "https://e.org/r" })).toEqual({
		demo: ["viewer"],
	});
	expect(
		await rolesOf({ groups: ["g-1", "g-2"] }, { roleClaim: "groups", roleMap: "g-1=demo:manager, g-9=*:platform" }),
	).toEqual({ demo: ["manager"] });
	expect(await rolesOf({}, {})).toEqual({});
});

test("what the token leaves out is asked of the user info, unless that is about somebody else", async () => {
	const bare = () => provider.sign(claims({ name: undefined, roles: undefined }));
	provider.userInfo = { sub: "user-1", name: "Dana D", roles: ["demo:viewer"] };
	expect(await comeBack(await bare())).toMatchObject({ identity: { name: "Dana D", roles: { demo: ["viewer"] } } });
	provider.userInfo = { sub: "user-2", name: "Mo", roles: ["*:platform"] };
	expect(await comeBack(await bare())).toMatchObject({ identity: { name: "user-1", roles: {} } });
});

test("a name is plain text of a line's length, whatever the provider holds", async () => {
	const found = await comeBack(await provider.sign(claims({ name: `<b>Da\u202ena\r\n${"x".repeat(300)}` })));
	const name = found.kind === "identified" ? found.identity.name : "";
	expect(name).toMatch(/^b Da na x+$/);
	expect(name).toHaveLength(100);
});

test("a deployment that is set up in a way that cannot work is told how to mend it", () => {
	const why = (config: Partial<SignInConfig>) => {
		const made = createSignIn(
			{ production: true, publicUrl: "https://help.example.org", ...config },
			{ now: () => now },
		);
		return made.kind === "misconfigured" ? made.why : made.kind;
	};
	const oidc = { issuer: "https://idp.example.org", clientId: "desk" };
	expect(why(oidc)).toBe("oidc");
	expect(why({ ...oidc, publicUrl: undefined })).toContain("PUBLIC_URL");
	expect(why({ issuer: oidc.issuer })).toContain("OIDC_CLIENT_ID");
	expect(why({ clientId: "desk" })).toContain("OIDC_ISSUER");
	expect(why({ ...oidc, issuer: "http://127.0.0.1:1" })).toContain("https://");
	expect(why({ ...oidc, issuer: "idp.example.org" })).toContain("https://");
	expect(why({ ...oidc, issuer: "https://login.microsoftonline.com/common/v2.0" })).toContain("TENANT-ID");
	expect(why({ ...oidc, roleMap: "g-1=demo:boss" })).toContain("demo:boss");
	expect(why({ ...oidc, accessTeam: "council" })).toContain("not both");
	expect(why({ accessTeam: "council.cloudflareaccess.com", accessAudience: "x" })).toContain("CF_ACCESS_TEAM");
	expect(why({ accessTeam: "council" })).toContain("CF_ACCESS_AUD");
	expect(why({ accessTeam: "council", accessAudience: "x" })).toBe("access");
	expect(why({})).toBe("none");
});
