import { actorOf, type DeskSession, memberNames } from "#domain/desk/desk-session.ts";
import { EVERY_AREA } from "#domain/desk/roles.ts";
import type { Dependencies } from "#ports.ts";

type Needs = Pick<Dependencies, "clock" | "deskSessions" | "auditLog">;

/** Ends this session, or every session of the person. */
export async function signOut(deps: Needs, session: DeskSession, everywhere: boolean): Promise<void> {
	const at = deps.clock.now();
	if (everywhere) for (const name of memberNames(session)) await deps.deskSessions.revokeAll(name, at);
	else await deps.deskSessions.revoke(session.hash, at);
	const areas = Object.keys(session.roles);
	await deps.auditLog.append(
		(areas.length === 0 ? [EVERY_AREA] : areas.slice(0, 20)).map((area) => ({
			area,
			at,
			actor: actorOf(session),
			action: everywhere ? "session.all_ended" : "session.ended",
			entity: "session",
			entityId: null,
			detail: {},
		})),
	);
}
