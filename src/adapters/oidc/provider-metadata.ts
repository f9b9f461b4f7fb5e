import type { JWTVerifyGetKey } from "jose";
import * as z from "zod";
import { refused, remoteKeys } from "#adapters/oidc/check-token.ts";
import { fetchJson } from "#adapters/oidc/fetch-json.ts";
import type { SignInRefusal } from "#ports/sign-in.ts";

const Metadata = z.object({
	issuer: z.string(),
	authorization_endpoint: z.url(),
	token_endpoint: z.url(),
	jwks_uri: z.url(),
	userinfo_endpoint: z.url().optional(),
	token_endpoint_auth_methods_supported: z.array(z.string()).default(["client_secret_basic"]),
	authorization_response_iss_parameter_supported: z.boolean().default(false),
});
export type Provider = z.infer<typeof Metadata> & { readonly keys: JWTVerifyGetKey };

/** Addresses change seldom; an hour is what providers ask for. */
const KEPT_MS = 3_600_000;

/** Reads what a provider says of itself (OpenID Connect Discovery), once an hour; the last good answer serves on while it is away. */
export function discover(issuer: string, allowed: (address: string) => boolean, pauseMs?: number) {
	let known: { readonly provider: Provider; readonly at: number } | null = null;
	return async (now: Date): Promise<{ readonly kind: "provider"; readonly provider: Provider } | SignInRefusal> => {
		if (known !== null && now.getTime() - known.at < KEPT_MS) return { kind: "provider", provider: known.provider };
		const read = await readMetadata(issuer, allowed);
		if ("why" in read) return known === null ? read : { kind: "provider", provider: known.provider };
		const keys = known?.provider.jwks_uri === read.jwks_uri ? known.provider.keys : remoteKeys(read.jwks_uri, pauseMs);
		known = { provider: { ...read, keys }, at: now.getTime() };
		return { kind: "provider", provider: known.provider };
	};
}

async function readMetadata(
	issuer: string,
	allowed: (address: string) => boolean,
): Promise<z.infer<typeof Metadata> | SignInRefusal> {
	const answer = await fetchJson(`${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`);
	if (answer.kind === "away") return refused("provider away", answer.detail);
	const read = Metadata.safeParse(answer.body);
	if (answer.status !== 200 || !read.success) return refused("provider away", `${issuer} does not describe itself`);
	// To the letter: a provider that answers for another's name could stand in for it.
	if (read.data.issuer !== issuer)
		return refused("issuer", `OIDC_ISSUER is "${issuer}", and the provider calls itself "${read.data.issuer}"`);
	const { authorization_endpoint, token_endpoint, jwks_uri, userinfo_endpoint } = read.data;
	const insecure = [authorization_endpoint, token_endpoint, jwks_uri, userinfo_endpoint].find(
		(address) => address !== undefined && !allowed(address),
	);
	return insecure === undefined ? read.data : refused("provider away", `${insecure} is not https`);
}
