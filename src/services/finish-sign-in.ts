import { EVERY_AREA } from "#domain/desk/roles.ts";
import type { OidcSignIn, SignInRefusal } from "#ports/sign-in.ts";
import type { Dependencies } from "#ports.ts";
import { hashOf } from "#services/desk-secrets.ts";
import { openDeskSession } from "#services/open-desk-session.ts";
import { readStarted, SIGN_IN_MS, secretsOf } from "#services/start-sign-in.ts";

type Needs = Pick<Dependencies, "clock" | "deskSessions" | "deskMembers" | "auditLog" | "singleUseLinks">;
type Finished = { readonly kind: "signed in"; readonly secret: string; readonly back: string } | SignInRefusal;

/** Lets in who comes back from the provider. Each way back counts once, whatever comes of it. */
export async function finishSignIn(
	deps: Needs,
	signIn: OidcSignIn,
	from: { readonly parameters: URLSearchParams; readonly cookie: string | undefined; readonly redirectUri: string },
): Promise<Finished> {
	const now = deps.clock.now();
	const started = readStarted(from.cookie, now);
	if (started === null) return notOurs("no sign-in is under way in this browser, or it began too long ago");
	const secrets = await secretsOf(started.secret);
	if (from.parameters.get("state") !== secrets.state)
		return notOurs("the answer belongs to no sign-in of this browser");
	const first = await deps.singleUseLinks.make({
		hash: await hashOf(secrets.state),
		purpose: "signed_in",
		area: EVERY_AREA,
		subject: "",
		madeAt: now,
		expiresAt: new Date(now.getTime() + SIGN_IN_MS),
	});
	if (!first) return notOurs("this answer was used before");
	const found = await signIn.finish(from.parameters, secrets, from.redirectUri);
	if (found.kind === "refused") return found;
	return { kind: "signed in", secret: await openDeskSession(deps, found.identity, "oidc"), back: started.back };
}

function notOurs(detail: string): SignInRefusal {
	return { kind: "refused", why: "state", detail };
}
