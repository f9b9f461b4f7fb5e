import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from "jose";
import type { SignInRefusal } from "#ports/sign-in.ts";

/** Signatures by a key pair, and nothing else: neither "none" nor one with a secret that a client knows. */
const ALGORITHMS = [
	"RS256",
	"RS384",
	"RS512",
	"PS256",
	"PS384",
	"PS512",
	"ES256",
	"ES384",
	"ES512",
	"EdDSA",
	"Ed25519",
];
/** How far a provider's clock may be from ours, in seconds. */
const CLOCK_SKEW_S = 60;
/** A key that is not known is asked for at most this often, so that made-up tokens make no traffic. */
const KEY_PAUSE_MS = 30_000;
const KEYS_KEPT_MS = 600_000;

/** A provider's public keys: kept for ten minutes, and fetched anew when a token names one that is not among them. */
export function remoteKeys(address: string, pauseMs = KEY_PAUSE_MS): JWTVerifyGetKey {
	return createRemoteJWKSet(new URL(address), {
		cooldownDuration: pauseMs,
		cacheMaxAge: KEYS_KEPT_MS,
		timeoutDuration: 10_000,
	});
}

export type Expected = { readonly issuer: string; readonly audience: string; readonly now: Date };
export type Checked = { readonly kind: "claims"; readonly claims: JWTPayload } | SignInRefusal;

/** The claims of a token whose signature, issuer, audience and times are right. */
export async function checkToken(
	token: string,
	keys: JWTVerifyGetKey,
	{ issuer, audience, now }: Expected,
): Promise<Checked> {
	try {
		const { payload } = await jwtVerify(token, keys, {
			issuer,
			audience,
			algorithms: ALGORITHMS,
			clockTolerance: CLOCK_SKEW_S,
			currentDate: now,
			requiredClaims: ["exp", "iat", "sub"],
		});
		if (Number(payload.iat) * 1000 > now.getTime() + CLOCK_SKEW_S * 1000)
			return refused("token", "the token says it is from the future");
		return { kind: "claims", claims: payload };
	} catch (error) {
		return refused(reasonOf(error), error instanceof Error ? error.message : String(error));
	}
}

function reasonOf(error: unknown): SignInRefusal["why"] {
	if (error instanceof errors.JWTExpired) return "expired";
	if (error instanceof errors.JWTClaimValidationFailed)
		return error.claim === "aud" ? "audience" : error.claim === "iss" ? "issuer" : "token";
	if (error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout) && error.code !== "ERR_JOSE_GENERIC")
		return "token";
	return "provider away";
}

export function refused(why: SignInRefusal["why"], detail: string): SignInRefusal {
	return { kind: "refused", why, detail };
}
