import { checkToken, refused, remoteKeys } from "#adapters/oidc/check-token.ts";
import { identityOf } from "#adapters/oidc/identity-of.ts";
import type { SignInConfig } from "#adapters/oidc/sign-in-config.ts";
import type { Clock } from "#ports/clock.ts";
import type { AccessSignIn } from "#ports/sign-in.ts";

/** Cloudflare Access: the assertion that its edge puts on each request, checked by the team's own keys. */
export function createAccessSignIn(
	config: SignInConfig & { readonly accessIssuer: string; readonly accessAudience: string },
	clock: Clock,
): AccessSignIn {
	const keys = remoteKeys(`${config.accessIssuer}/cdn-cgi/access/certs`, config.keyPauseMs);
	const expected = { issuer: config.accessIssuer, audience: config.accessAudience };
	return {
		kind: "access",
		issuer: config.accessIssuer,
		identify: async (assertion) => {
			if (!assertion) return refused("no assertion", "the request did not come through Cloudflare Access");
			const checked = await checkToken(assertion, keys, { ...expected, now: clock.now() });
			if (checked.kind === "refused") return checked;
			// Access has each address proven before it signs. A service's token has no address and an empty subject: no person.
			const identity = identityOf(config.accessIssuer, checked.claims, { ...config, trustEmail: true });
			return identity === null ? refused("token", "the assertion names no person") : { kind: "identified", identity };
		},
	};
}
