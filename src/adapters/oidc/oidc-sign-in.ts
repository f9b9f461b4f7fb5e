import { checkToken, refused } from "#adapters/oidc/check-token.ts";
import { fetchJson } from "#adapters/oidc/fetch-json.ts";
import { claimAt, identityOf } from "#adapters/oidc/identity-of.ts";
import { discover, type Provider } from "#adapters/oidc/provider-metadata.ts";
import type { SignInConfig } from "#adapters/oidc/sign-in-config.ts";
import { toBase64Url } from "#domain/encoding/base64.ts";
import type { Clock } from "#ports/clock.ts";
import type { Identified, OidcSignIn, SignInRefusal, SignInSecrets } from "#ports/sign-in.ts";

type Client = SignInConfig & { readonly issuer: string; readonly clientId: string };

/** Any OpenID Connect provider: authorization code flow with PKCE (RFC 7636), issuer in the answer checked (RFC 9207). */
export function createOidcSignIn(config: Client, allowed: (address: string) => boolean, clock: Clock): OidcSignIn {
	const provider = discover(config.issuer, allowed, config.keyPauseMs);
	return {
		kind: "oidc",
		issuer: config.issuer,
		start: async (secrets, redirectUri) => {
			const found = await provider(clock.now());
			if (found.kind === "refused") return found;
			const to = new URL(found.provider.authorization_endpoint);
			const asked = {
				response_type: "code",
				client_id: config.clientId,
				redirect_uri: redirectUri,
				scope: config.scopes ?? "openid profile email",
				state: secrets.state,
				nonce: secrets.nonce,
				code_challenge: await challengeOf(secrets.verifier),
				code_challenge_method: "S256",
			};
			for (const [name, value] of Object.entries(asked)) to.searchParams.set(name, value);
			return { kind: "go", to: to.href };
		},
		finish: async (parameters, secrets, redirectUri) => {
			const found = await provider(clock.now());
			if (found.kind === "refused") return found;
			const wrong = wrongAnswer(parameters, secrets, found.provider);
			if (wrong !== null) return wrong;
			const tokens = await exchange(config, found.provider, parameters.get("code") ?? "", secrets, redirectUri);
			return "why" in tokens ? tokens : identified(config, found.provider, tokens, secrets, clock.now());
		},
	};
}

/** What is wrong with the way back itself, before any code is handed in; null where it is ours. */
function wrongAnswer(parameters: URLSearchParams, { state }: SignInSecrets, provider: Provider): SignInRefusal | null {
	for (const name of ["state", "code", "iss", "error"])
		if (parameters.getAll(name).length > 1) return refused("state", `${name} came twice`);
	if (parameters.get("state") !== state) return refused("state", "the answer belongs to no sign-in of this browser");
	const issuer = parameters.get("iss");
	if (issuer === null ? provider.authorization_response_iss_parameter_supported : issuer !== provider.issuer)
		return refused("issuer", "the answer came from another provider");
	const error = parameters.get("error");
	if (error !== null)
		return refused(error === "access_denied" ? "cancelled" : "code", `the provider said ${error.slice(0, 60)}`);
	return parameters.get("code") ? null : refused("code", "the answer holds no code");
}

type Tokens = { readonly idToken: string; readonly accessToken: string | null };

async function exchange(
	{ clientId, clientSecret }: Client,
	provider: Provider,
	code: string,
	{ verifier }: SignInSecrets,
	redirectUri: string,
): Promise<Tokens | SignInRefusal> {
	const fields = new URLSearchParams({
		grant_type: "authorization_code",
		code,
		redirect_uri: redirectUri,
		code_verifier: verifier,
	});
	const headers: Record<string, string> = { "content-type": "application/x-www-form-urlencoded" };
	const basic = provider.token_endpoint_auth_methods_supported.includes("client_secret_basic");
	if (clientSecret !== undefined && basic)
		headers["authorization"] = `Basic ${btoa(`${formEncoded(clientId)}:${formEncoded(clientSecret)}`)}`;
	else fields.set("client_id", clientId);
	if (clientSecret !== undefined && !basic) fields.set("client_secret", clientSecret);
	const answer = await fetchJson(provider.token_endpoint, { method: "POST", headers, body: fields.toString() });
	if (answer.kind === "away") return refused("provider away", answer.detail);
	const { id_token, access_token, error } = answer.body;
	if (answer.status !== 200 || typeof id_token !== "string")
		return refused(
			"code",
			`the provider answered ${answer.status} ${String(error ?? "and gave no token").slice(0, 60)}`,
		);
	return { idToken: id_token, accessToken: typeof access_token === "string" ? access_token : null };
}

async function identified(
	config: Client,
	provider: Provider,
	{ idToken, accessToken }: Tokens,
	{ nonce }: SignInSecrets,
	now: Date,
): Promise<Identified> {
	const { issuer, clientId: audience } = config;
	const checked = await checkToken(idToken, provider.keys, { issuer, audience, now });
	if (checked.kind === "refused") return checked;
	const { claims } = checked;
	if (claims["nonce"] !== nonce) return refused("nonce", "the token answers another sign-in");
	// OpenID Connect Core, 3.1.3.7: with several audiences, or where it is named, the party it was made for is we.
	const party = claims["azp"];
	if ((Array.isArray(claims.aud) && claims.aud.length > 1 && party === undefined) || (party ?? audience) !== audience)
		return refused("audience", "the token was made for another client");
	const more = await userInfo(config, provider, claims, accessToken);
	const identity = identityOf(issuer, { ...more, ...claims }, config);
	return identity === null
		? refused("token", "the token names nobody: it holds no usable subject")
		: { kind: "identified", identity };
}

/** What a provider tells only when asked with the access token: name, e-mail address, roles. Of somebody else it counts for nothing. */
async function userInfo(
	config: Client,
	provider: Provider,
	claims: Readonly<Record<string, unknown>>,
	accessToken: string | null,
): Promise<Readonly<Record<string, unknown>>> {
	const complete = claims["name"] !== undefined && claimAt(claims, config.roleClaim ?? "roles") !== undefined;
	if (complete || accessToken === null || provider.userinfo_endpoint === undefined) return {};
	const answer = await fetchJson(provider.userinfo_endpoint, { headers: { authorization: `Bearer ${accessToken}` } });
	return answer.kind === "json" && answer.status === 200 && answer.body["sub"] === claims["sub"] ? answer.body : {};
}

async function challengeOf(verifier: string): Promise<string> {
	const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier));
	return toBase64Url(new Uint8Array(digest));
}

/** RFC 6749, 2.3.1: each half is written as in a form before the two are joined. */
function formEncoded(text: string): string {
	return new URLSearchParams({ v: text }).toString().slice(2);
}
