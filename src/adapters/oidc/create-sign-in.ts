import { createAccessSignIn } from "#adapters/oidc/access-sign-in.ts";
import { roleMap } from "#adapters/oidc/identity-of.ts";
import { createOidcSignIn } from "#adapters/oidc/oidc-sign-in.ts";
import type { SignInConfig } from "#adapters/oidc/sign-in-config.ts";
import { rolesOfClaim } from "#domain/desk/roles.ts";
import type { Clock } from "#ports/clock.ts";
import type { SignIn } from "#ports/sign-in.ts";

/** How this deployment's staff come in. What cannot work is told, and lets nobody in. */
export function createSignIn(config: SignInConfig, clock: Clock): SignIn {
	const wrong = wrongConfig(config);
	if (wrong !== null) return { kind: "misconfigured", why: wrong };
	const { issuer, clientId, accessTeam, accessAudience, production } = config;
	if (issuer !== undefined && clientId !== undefined)
		return createOidcSignIn({ ...config, issuer, clientId }, (address) => secure(address, production), clock);
	const accessIssuer = config.accessIssuer ?? (accessTeam && `https://${accessTeam}.cloudflareaccess.com`);
	if (accessIssuer !== undefined && accessAudience !== undefined)
		return createAccessSignIn({ ...config, accessIssuer, accessAudience }, clock);
	return { kind: "none", production };
}

/** What is wrong with it, and how to mend it; null where it can work. */
function wrongConfig(config: SignInConfig): string | null {
	const { issuer, clientId, clientSecret, accessTeam, accessAudience, accessIssuer, production, publicUrl } = config;
	const oidc = issuer !== undefined || clientId !== undefined || clientSecret !== undefined;
	const access = accessTeam !== undefined || accessAudience !== undefined || accessIssuer !== undefined;
	if (oidc && access) return "Set either OIDC_ISSUER or CF_ACCESS_TEAM, not both.";
	if (access && !/^[a-z0-9][a-z0-9-]{0,62}$/.test(accessTeam ?? "") && accessIssuer === undefined)
		return 'CF_ACCESS_TEAM is the team\'s name alone: "council" of council.cloudflareaccess.com.';
	if (access && accessAudience === undefined) return "Set CF_ACCESS_AUD to the application's audience tag.";
	if (oidc) {
		if (issuer === undefined) return "Set OIDC_ISSUER to the provider's address.";
		if (clientId === undefined) return "Set OIDC_CLIENT_ID to what the provider calls this application.";
		if (!secure(issuer, production)) return "OIDC_ISSUER must begin with https://.";
		if (/\/(?:common|organizations|consumers)(?:\/|$)/.test(issuer))
			return "OIDC_ISSUER must name your own tenant: https://login.microsoftonline.com/TENANT-ID/v2.0.";
		if (production && publicUrl === undefined) return "Set PUBLIC_URL: the provider sends people back there.";
	}
	const useless = [...roleMap(config.roleMap).values()].find((role) => Object.keys(rolesOfClaim([role])).length === 0);
	if (useless !== undefined) return `OIDC_ROLE_MAP has "${useless}"; write roles as "area:editor" or "*:platform".`;
	return null;
}

/** https; on a machine of one's own, where it is tried out, http to itself. */
function secure(address: string, production: boolean): boolean {
	if (!URL.canParse(address)) return false;
	const { protocol, hostname } = new URL(address);
	return (
		protocol === "https:" ||
		(!production && protocol === "http:" && /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(hostname))
	);
}
