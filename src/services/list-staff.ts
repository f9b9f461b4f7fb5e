import { type DeskSession, holds, memberNames } from "#domain/desk/desk-session.ts";
import { joinRoles, type Role, rolesIn } from "#domain/desk/roles.ts";
import type { DeskMember } from "#ports/desk-members.ts";
import type { Dependencies } from "#ports.ts";

/** Somebody who is signed in and has a role in the area, with the roles from both sources. */
export type SignedIn = { readonly session: DeskSession; readonly roles: readonly Role[] };
export type Staff = { readonly members: readonly DeskMember[]; readonly signedIn: readonly SignedIn[] };

/** Who may come in to an area's desk by a role given here, and who of the area is there now, whatever their role comes from. */
export async function listStaff(
	deps: Pick<Dependencies, "clock" | "deskMembers" | "deskSessions">,
	area: string,
): Promise<Staff> {
	const now = deps.clock.now();
	const [members, sessions] = await Promise.all([deps.deskMembers.list(area), deps.deskSessions.list(now)]);
	const signedIn = sessions
		.filter((session) => holds(session, now))
		.map((session) => {
			const names = memberNames(session);
			const given = members.filter(({ member }) => names.includes(member)).map(({ role }) => role);
			return { session, roles: rolesIn(joinRoles(session.roles, { [area]: given }), area) };
		});
	return { members, signedIn: signedIn.filter(({ roles }) => roles.length > 0) };
}
