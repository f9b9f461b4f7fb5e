import { actorOf, type CameBy, type DeskSession, LONGEST_MS, memberNames } from "#domain/desk/desk-session.ts";
import { EVERY_AREA, joinRoles } from "#domain/desk/roles.ts";
import type { Identity } from "#ports/sign-in.ts";
import type { Dependencies } from "#ports.ts";
import { hashOf, newSecret } from "#services/desk-secrets.ts";

type Needs = Pick<Dependencies, "clock" | "deskSessions" | "deskMembers" | "auditLog">;

/** A person who works for more areas than this is told of in the first of them. */
const MOST_AREAS_TOLD = 20;

/** Lets somebody in whom the provider has named. Answers what the cookie is to hold. */
export async function openDeskSession(deps: Needs, identity: Identity, by: CameBy): Promise<string> {
	const now = deps.clock.now();
	const secret = newSecret();
	const session: DeskSession = {
		hash: await hashOf(secret),
		member: `${identity.issuer} ${identity.subject}`,
		name: identity.name,
		email: identity.email,
		by,
		roles: identity.roles,
		createdAt: now,
		seenAt: now,
		expiresAt: new Date(now.getTime() + LONGEST_MS),
	};
	await deps.deskSessions.open(session);
	const roles = joinRoles(identity.roles, await deps.deskMembers.rolesOf(memberNames(session)));
	const areas = Object.keys(roles).slice(0, MOST_AREAS_TOLD);
	await deps.auditLog.append(
		(areas.length === 0 ? [EVERY_AREA] : areas).map((area) => ({
			area,
			at: now,
			actor: actorOf(session),
			action: "session.opened",
			entity: "session",
			entityId: null,
			detail: { by, roles: [...(roles[area] ?? [])] },
		})),
	);
	return secret;
}
