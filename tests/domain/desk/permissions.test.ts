import { expect, test } from "vitest";
import { GIVABLE, may, PERMISSIONS, rolesWith } from "#domain/desk/permissions.ts";
import { EVERY_AREA, fitsArea, joinRoles, ROLES, rolesOfClaim } from "#domain/desk/roles.ts";

test("a role counts in its own area and in no other", () => {
	for (const permission of PERMISSIONS)
		for (const role of ROLES.filter((role) => role !== "platform")) {
			const who = { roles: { demo: [role] } };
			expect(may(who, "demo", permission)).toBe(rolesWith(permission).some((granted) => granted === role));
			expect(may(who, "other", permission)).toBe(false);
			expect(may(who, EVERY_AREA, permission)).toBe(false);
			expect(may(who, "__proto__", permission)).toBe(false);
		}
});

test("the platform's people give roles and read the audit log everywhere, and read no call-back anywhere", () => {
	const who = { roles: { [EVERY_AREA]: ["platform"] } } as const;
	expect(may(who, "demo", "members.give")).toBe(true);
	expect(may(who, "demo", "audit.read")).toBe(true);
	expect(may(who, "demo", "call_backs.read")).toBe(false);
	expect(may(who, "demo", "directory.edit")).toBe(false);
});

test("nobody without a role may do anything", () => {
	for (const permission of PERMISSIONS) expect(may({ roles: {} }, "demo", permission)).toBe(false);
});

test("a manager gives the roles of the area, never the platform's", () => {
	expect(GIVABLE).not.toContain("platform");
	for (const role of GIVABLE)
		expect([role, fitsArea("demo", role), fitsArea(EVERY_AREA, role)]).toEqual([role, true, false]);
	expect(rolesWith("members.give")).toEqual(["manager", "platform"]);
});

test("a claim gives the roles it names, and nothing for what it does not", () => {
	const map = new Map([["6f1c0e0e-0000-4000-8000-000000000001", "demo:editor"]]);
	expect(
		rolesOfClaim(["demo:duty_worker", "6f1c0e0e-0000-4000-8000-000000000001", "staff", "demo:duty_worker", 7], map),
	).toEqual({ demo: ["duty_worker", "editor"] });
	expect(rolesOfClaim("demo:viewer other:manager")).toEqual({ demo: ["viewer"], other: ["manager"] });
	expect(rolesOfClaim(["*:platform"])).toEqual({ "*": ["platform"] });
	for (const wrong of [
		"*:manager",
		"demo:platform",
		"Demo:editor",
		"demo:editor:more",
		"__proto__:viewer",
		"demo:root",
	])
		expect(rolesOfClaim([wrong])).toEqual({});
	for (const nothing of [null, undefined, 5, {}, true]) expect(rolesOfClaim(nothing)).toEqual({});
});

test("roles from two sources stand together, each once", () => {
	expect(joinRoles({ demo: ["viewer"] }, { demo: ["viewer", "editor"], other: ["manager"] })).toEqual({
		demo: ["viewer", "editor"],
		other: ["manager"],
	});
});
