import { returnPath } from "#domain/desk/return-path.ts";
import type { OidcSignIn, SignInRefusal, SignInSecrets } from "#ports/sign-in.ts";
import { derived, isSecret, newSecret } from "#services/desk-secrets.ts";

/** How long somebody may take at the provider. */
export const SIGN_IN_MS = 600_000;

type Started = { readonly kind: "go"; readonly to: string; readonly cookie: string } | SignInRefusal;

/** Sends a person to the provider. The cookie holds one secret, from which state, nonce and verifier come; the database nothing. */
export async function startSignIn(
	signIn: OidcSignIn,
	{ back, redirectUri, now }: { readonly back: string | undefined; readonly redirectUri: string; readonly now: Date },
): Promise<Started> {
	const secret = newSecret();
	const started = await signIn.start(await secretsOf(secret), redirectUri);
	if (started.kind === "refused") return started;
	return { ...started, cookie: `${secret}.${now.getTime()}.${encodeURIComponent(returnPath(back))}` };
}

/** What the cookie of a sign-in under way holds; null for a cookie that is none, or is too old. */
export function readStarted(cookie: string | undefined, now: Date): { secret: string; back: string } | null {
	const [secret, started = "", back = "", ...more] = (cookie ?? "").split(".");
	if (!isSecret(secret) || more.length > 0 || !/^\d{1,15}$/.test(started)) return null;
	const age = now.getTime() - Number(started);
	if (age < 0 || age > SIGN_IN_MS) return null;
	return { secret, back: returnPath(decoded(back)) };
}

export async function secretsOf(secret: string): Promise<SignInSecrets> {
	return {
		state: await derived(secret, "state"),
		nonce: await derived(secret, "nonce"),
		verifier: await derived(secret, "verifier"),
	};
}

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return "";
	}
}
