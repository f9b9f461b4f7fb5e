import { AreaSlug } from "#domain/directory/area.ts";

/** What a person at the desk may be. One person may be several in one area. */
export const ROLES = ["viewer", "editor", "duty_worker", "manager", "platform"] as const;
export type Role = (typeof ROLES)[number];

/** Stands for every area. Only the role "platform" is given there, and it is given nowhere else. */
export const EVERY_AREA = "*";

/** The roles of one person by area; EVERY_AREA holds those for the whole platform. */
export type RolesByArea = Readonly<Record<string, readonly Role[]>>;

export function isRole(text: string): text is Role {
	return ROLES.some((role) => role === text);
}

/** Whether a role can be had there: "platform" for every area, all others in one. */
export function fitsArea(area: string, role: Role): boolean {
	return area === EVERY_AREA ? role === "platform" : role !== "platform" && AreaSlug.safeParse(area).success;
}

/** As many as are read of one claim; a person in more groups than this is set up wrongly. */
const MOST_ENTRIES = 1000;

/**
 * The roles that a claim of an identity provider names, as "area:role" ("demo:editor", "*:platform"). A group's id means what
 * `map` says. What is neither is passed over: a person's groups are about other things as well.
 */
export function rolesOfClaim(claim: unknown, map: ReadonlyMap<string, string> = new Map()): RolesByArea {
	const entries = Array.isArray(claim) ? claim : typeof claim === "string" ? claim.split(/[\s,]+/) : [];
	const found: Record<string, readonly Role[]> = Object.create(null);
	for (const entry of entries.slice(0, MOST_ENTRIES)) {
		if (typeof entry !== "string") continue;
		const [area = "", role = "", ...more] = (map.get(entry) ?? entry).split(":");
		if (more.length > 0 || !isRole(role) || !fitsArea(area, role)) continue;
		found[area] = [...new Set([...(found[area] ?? []), role])];
	}
	return { ...found };
}

/** Both together, each role once. */
export function joinRoles(one: RolesByArea, other: RolesByArea): RolesByArea {
	const areas = new Set([...Object.keys(one), ...Object.keys(other)]);
	return Object.fromEntries(
		[...areas].map((area) => [area, [...new Set([...rolesIn(one, area), ...rolesIn(other, area)])]]),
	);
}

/** The roles at an area's own entry. */
export function rolesIn(roles: RolesByArea, area: string): readonly Role[] {
	return Object.hasOwn(roles, area) ? (roles[area] ?? []) : [];
}
