import { readMemberName } from "#domain/desk/member-name.ts";
import { fitsArea, type Role } from "#domain/desk/roles.ts";
import type { Dependencies } from "#ports.ts";

export type RoleChange = {
	readonly area: string;
	readonly member: string;
	readonly role: Role;
	/** Who gives or takes, as the audit log names them. */
	readonly actor: string;
};

/** Gives somebody a role; it counts from their next page on. "had" where they had it already. */
export async function giveRole(
	deps: Pick<Dependencies, "clock" | "deskMembers">,
	{ area, member, role, actor }: RoleChange,
): Promise<"given" | "had" | "no such name" | "no such role"> {
	const name = readMemberName(member);
	if (name === null) return "no such name";
	if (!fitsArea(area, role)) return "no such role";
	const at = deps.clock.now();
	const given = await deps.deskMembers.give(
		area,
		{ member: name, role, givenBy: actor, givenAt: at },
		{ area, at, actor, action: "member.role_given", entity: "member", entityId: name, detail: { role } },
	);
	return given ? "given" : "had";
}
