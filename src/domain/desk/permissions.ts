import { EVERY_AREA, type Role, type RolesByArea, rolesIn } from "#domain/desk/roles.ts";

/**
 * Who may do what at the desk: the whole of it. The platform's people run the service and give the first manager; what
 * families told a council's team is not theirs to read.
 */
const GRANTS = {
	/** The area's front page at the desk. */
	"desk.open": ["viewer", "editor", "duty_worker", "manager", "platform"],
	"call_backs.read": ["duty_worker", "manager"],
	/** Claim, note what came of it, close. */
	"call_backs.work": ["duty_worker", "manager"],
	/** Hand to somebody else, and erase before its time. */
	"call_backs.manage": ["manager"],
	"directory.read": ["viewer", "editor", "duty_worker", "manager"],
	"directory.edit": ["editor", "manager"],
	"directory.approve": ["manager"],
	/** Feeds, what an import mended and refused, merging. */
	"directory.import": ["editor", "manager"],
	"settings.read": ["viewer", "editor", "duty_worker", "manager", "platform"],
	"settings.change": ["manager"],
	"members.read": ["manager", "platform"],
	"members.give": ["manager", "platform"],
	"audit.read": ["manager", "platform"],
	"tallies.read": ["viewer", "editor", "duty_worker", "manager"],
	/** Scheduled work and deliveries: whether they run. */
	"operations.read": ["manager", "platform"],
	/** Send again, run now. */
	"operations.run": ["manager", "platform"],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type Permission = keyof typeof GRANTS;

export const PERMISSIONS: readonly Permission[] = Object.keys(GRANTS).filter(isPermission);

/** Which roles have a permission. */
export function rolesWith(permission: Permission): readonly Role[] {
	return GRANTS[permission];
}

/** The one gate: whether somebody of these roles may do this in this area. A platform's role counts in every area. */
export function may(who: { readonly roles: RolesByArea }, area: string, permission: Permission): boolean {
	const granted: readonly Role[] = GRANTS[permission];
	return [...rolesIn(who.roles, area), ...rolesIn(who.roles, EVERY_AREA)].some((role) => granted.includes(role));
}

/** Roles that a manager gives and takes at the desk. "platform" comes from the provider's claims or by command, never from here. */
export const GIVABLE = ["viewer", "editor", "duty_worker", "manager"] as const satisfies readonly Role[];

function isPermission(text: string): text is Permission {
	return text in GRANTS;
}
