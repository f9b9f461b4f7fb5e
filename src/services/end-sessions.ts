import { actorOf, memberNames } from "#domain/desk/desk-session.ts";
import type { Dependencies } from "#ports.ts";
import { listStaff } from "#services/list-staff.ts";

/** Signs somebody of the area out on every device. Null where nobody of the area is signed in under that hash. */
export async function endSessions(
	deps: Pick<Dependencies, "clock" | "deskMembers" | "deskSessions" | "auditLog">,
	{ area, hash, actor }: { readonly area: string; readonly hash: string; readonly actor: string },
): Promise<number | null> {
	const { signedIn } = await listStaff(deps, area);
	const found = signedIn.find(({ session }) => session.hash === hash)?.session;
	if (found === undefined) return null;
	const at = deps.clock.now();
	let ended = 0;
	for (const name of memberNames(found)) ended += await deps.deskSessions.revokeAll(name, at);
	const entityId = found.email ?? found.member;
	const detail = { person: actorOf(found), ended };
	await deps.auditLog.append([{ area, at, actor, action: "session.revoked", entity: "member", entityId, detail }]);
	return ended;
}
