import { type DeskSession, holds, memberNames } from "#domain/desk/desk-session.ts";
import { joinRoles } from "#domain/desk/roles.ts";
import type { SignIn } from "#ports/sign-in.ts";
import type { Dependencies } from "#ports.ts";
import { hashOf, isSecret } from "#services/desk-secrets.ts";

type Needs = Pick<Dependencies, "clock" | "deskSessions" | "deskMembers" | "signIn">;
export type Carried = {
	/** What the cookie holds. */
	readonly secret: string | undefined;
	/** The header Cf-Access-Jwt-Assertion. */
	readonly assertion: string | undefined;
};

/** Written down at most this often, so that a page costs no write. */
const SEEN_EVERY_MS = 60_000;

/**
 * Who is at the desk with this request, with the roles that they have now; null for nobody. A session that came by a way that
 * the deployment no longer offers is over; behind Access each request must also bring the same person's assertion.
 */
export async function readDeskSession(deps: Needs, { secret, assertion }: Carried): Promise<DeskSession | null> {
	if (!isSecret(secret)) return null;
	const now = deps.clock.now();
	const session = await deps.deskSessions.find(await hashOf(secret));
	if (session === null || !holds(session, now)) return null;
	if (!(await stillOffered(deps.signIn, session, assertion))) return null;
	if (now.getTime() - session.seenAt.getTime() >= SEEN_EVERY_MS) await deps.deskSessions.seen(session.hash, now);
	const given = await deps.deskMembers.rolesOf(memberNames(session));
	return { ...session, roles: joinRoles(session.roles, given) };
}

async function stillOffered(signIn: SignIn, session: DeskSession, assertion: string | undefined): Promise<boolean> {
	switch (signIn.kind) {
		case "oidc":
			return session.by === "oidc" && session.member.startsWith(`${signIn.issuer} `);
		case "access": {
			const found = await signIn.identify(assertion);
			if (found.kind === "refused" || session.by !== "access") return false;
			return session.member === `${found.identity.issuer} ${found.identity.subject}`;
		}
		case "none":
			return session.by === "demonstration" && !signIn.production;
		case "misconfigured":
			return false;
	}
}
