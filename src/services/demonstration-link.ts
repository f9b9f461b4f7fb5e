import type { Dependencies } from "#ports.ts";
import { hashOf, isSecret, newSecret } from "#services/desk-secrets.ts";
import { openDeskSession } from "#services/open-desk-session.ts";

/** A day of trying things out; after it `npm start` prints a new one. */
const LASTS_MS = 8 * 3_600_000;
const AREA = "demo";
const SUBJECT = "manager";

type Needs = Pick<Dependencies, "clock" | "signIn" | "singleUseLinks">;

/**
 * The secret of a link that lets one person in, once, as manager of the demonstration area. Null wherever staff sign in by a
 * provider (rightly set up or not), and in production.
 */
export async function makeDemonstrationLink(deps: Needs): Promise<string | null> {
	if (!offered(deps)) return null;
	const madeAt = deps.clock.now();
	const secret = newSecret();
	await deps.singleUseLinks.withdraw(AREA, "demonstration", SUBJECT, madeAt);
	const expiresAt = new Date(madeAt.getTime() + LASTS_MS);
	const hash = await hashOf(secret);
	await deps.singleUseLinks.make({ hash, purpose: "demonstration", area: AREA, subject: SUBJECT, madeAt, expiresAt });
	return secret;
}

/** What the cookie is to hold; null for a link that was used, is too old, was never made, or is no longer offered. */
export async function useDemonstrationLink(
	deps: Needs & Pick<Dependencies, "deskSessions" | "deskMembers" | "auditLog">,
	secret: string | undefined,
): Promise<string | null> {
	if (!offered(deps) || !isSecret(secret)) return null;
	const link = await deps.singleUseLinks.use(await hashOf(secret), "demonstration", deps.clock.now());
	if (link === null) return null;
	return openDeskSession(
		deps,
		{
			issuer: "demonstration",
			subject: link.subject,
			name: "Demonstration manager",
			email: null,
			roles: { [link.area]: ["manager"] },
		},
		"demonstration",
	);
}

function offered({ signIn }: Pick<Dependencies, "signIn">): boolean {
	return signIn.kind === "none" && !signIn.production;
}
