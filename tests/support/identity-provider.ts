import { createServer, type RequestListener } from "node:http";
import { exportJWK, generateKeyPair } from "jose";
import { Provider } from "oidc-provider";

/** Whoever signs in by these names has these roles; any password does. */
export const ACCOUNTS: Readonly<Record<string, { readonly name: string; readonly roles: readonly string[] }>> = {
	mo: { name: "Mo Manager", roles: ["demo:manager"] },
	ed: { name: "Ed Editor", roles: ["demo:editor", "staff"] },
	newcomer: { name: "Nia Newcomer", roles: [] },
};

export const CLIENT = { id: "the-desk", secret: "a secret of the desk's own: +/%" } as const;

/** A real OpenID Connect provider (the package oidc-provider) with its own pages to sign in, on a port of its own. */
export async function openIdentityProvider(redirectUri: () => string) {
	let listener: RequestListener = (_request, response) => response.end();
	const server = createServer((request, response) => listener(request, response));
	await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
	const address = server.address();
	const issuer = `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
	const { privateKey } = await generateKeyPair("RS256", { extractable: true });
	return {
		issuer,
		/** Once the desk's own address is known: the provider sends people to that address only. */
		ready: async () => {
			const provider = new Provider(issuer, {
				clients: [
					{
						client_id: CLIENT.id,
						client_secret: CLIENT.secret,
						redirect_uris: [redirectUri()],
						response_types: ["code"],
						grant_types: ["authorization_code"],
					},
				],
				jwks: { keys: [{ ...(await exportJWK(privateKey)), use: "sig", alg: "RS256", kid: "one" }] },
				cookies: { keys: ["tests only"] },
				pkce: { required: () => true },
				scopes: ["openid", "profile", "email", "roles"],
				claims: { openid: ["sub"], profile: ["name"], email: ["email", "email_verified"], roles: ["roles"] },
				ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
				features: { devInteractions: { enabled: true } },
				findAccount: (_context: unknown, id: string) => ({
					accountId: id,
					claims: () => ({ sub: id, email: `${id}@example.org`, email_verified: true, ...ACCOUNTS[id] }),
				}),
			});
			listener = provider.callback();
		},
		close: () =>
			new Promise<void>((closed) => {
				server.closeAllConnections();
				server.close(() => closed());
			}),
	};
}
