import type { SignInConfig } from "#adapters/oidc/sign-in-config.ts";
import { rolesOfClaim } from "#domain/desk/roles.ts";
import type { Identity } from "#ports/sign-in.ts";

type Claims = Readonly<Record<string, unknown>>;
type Reading = Pick<SignInConfig, "roleClaim" | "roleMap" | "subjectClaim" | "trustEmail">;

/** The person that checked claims are about; null where they name nobody for good. */
export function identityOf(issuer: string, claims: Claims, config: Reading): Identity | null {
	const subject = claimAt(claims, config.subjectClaim ?? subjectClaimOf(issuer));
	if (typeof subject !== "string" || !/^[\x21-\x7e]{1,255}$/.test(subject)) return null;
	const email = vouchedEmail(claims, config.trustEmail === true);
	return {
		issuer,
		subject,
		email,
		name: plainName([claims["name"], claims["preferred_username"], email, subject]),
		roles: rolesOfClaim(claimAt(claims, config.roleClaim ?? "roles"), roleMap(config.roleMap)),
	};
}

/** Entra gives each app a subject of its own; the object id is the one its administrators see. */
function subjectClaimOf(issuer: string): string {
	return /^https:\/\/(?:login\.microsoftonline\.(?:com|us)|sts\.windows\.net)\//.test(issuer) ? "oid" : "sub";
}

/** A claim by its whole name, or else by a path with dots ("realm_access.roles"); Access puts a provider's own under "custom". */
export function claimAt(claims: Claims, name: string): unknown {
	if (Object.hasOwn(claims, name)) return claims[name];
	const along = (from: unknown) =>
		name.split(".").reduce<unknown>((value, key) => (hasKey(value, key) ? value[key] : undefined), from);
	return along(claims) ?? (hasKey(claims, "custom") ? claimAt(asClaims(claims["custom"]), name) : undefined);
}

function hasKey(value: unknown, key: string): value is Claims {
	return typeof value === "object" && value !== null && Object.hasOwn(value, key);
}

function asClaims(value: unknown): Claims {
	return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value, custom: undefined } : {};
}

/** Roles may be given to an e-mail address, so one that anybody may type into a profile does not count. */
function vouchedEmail(claims: Claims, trusted: boolean): string | null {
	const email = claims["email"];
	if (typeof email !== "string" || !/^[^\s@<>"]{1,64}@[^\s@<>"]{1,190}$/.test(email)) return null;
	const verified = [claims["email_verified"], claims["xms_edov"]].some(
		(said) => said === true || said === "true" || said === 1 || said === "1",
	);
	return verified || trusted ? email.toLowerCase() : null;
}

const LONGEST_NAME = 100;

function plainName(candidates: readonly unknown[]): string {
	for (const candidate of candidates) {
		if (typeof candidate !== "string") continue;
		const plain = candidate
			.replace(/[\p{C}<>]/gu, " ")
			.replace(/\s+/g, " ")
			.trim();
		if (plain !== "") return [...plain].slice(0, LONGEST_NAME).join("");
	}
	return "?";
}

/** "id=area:role, id=area:role" as a map; parts that are neither are passed over (`createSignIn` complains of them). */
export function roleMap(text: string | undefined): ReadonlyMap<string, string> {
	return new Map(
		(text ?? "")
			.split(/[\s,;]+/)
			.map((part) => part.split("="))
			.flatMap(([from = "", to = "", ...more]) => (from && to && more.length === 0 ? [[from, to] as const] : [])),
	);
}
