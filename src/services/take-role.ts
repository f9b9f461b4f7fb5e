import type { Dependencies } from "#ports.ts";
import type { RoleChange } from "#services/give-role.ts";

/** Takes a role that was given at the desk; it counts from the person's next page on. One from the provider stays. */
export async function takeRole(
	deps: Pick<Dependencies, "clock" | "deskMembers">,
	{ area, member, role, actor }: RoleChange,
): Promise<"taken" | "had not"> {
	const at = deps.clock.now();
	const entry = { area, at, actor, action: "member.role_taken", entity: "member", entityId: member, detail: { role } };
	return (await deps.deskMembers.take(area, member, role, entry)) ? "taken" : "had not";
}
