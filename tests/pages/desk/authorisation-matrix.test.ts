import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { content } from "#content/compiled/content.ts";
import { PERMISSIONS, rolesWith } from "#domain/desk/permissions.ts";
import { EVERY_AREA, ROLES, type Role } from "#domain/desk/roles.ts";
import { DESK_DOORS } from "#pages/desk/desk-doors.ts";
import type { DeskRoute } from "#pages/desk/desk-part.ts";
import { deskPages, deskRoutes } from "#pages/desk/routes.tsx";
import { createTestDesk, deskForm, type Staff, staffWith } from "#tests/support/desk.ts";
import type { TestApp } from "#tests/support/test-app.ts";

const OWN = "demo";
const OTHER = "othertown";

let app: TestApp;
const staff = new Map<Role, Staff>();
beforeAll(async () => {
	app = await createTestDesk();
	for (const slug of [OWN, OTHER]) await app.deps.areas.save({ slug, name: slug, demonstration: true });
	for (const role of ROLES)
		staff.set(role, await staffWith(app, { [role === "platform" ? EVERY_AREA : OWN]: [role] }, `The ${role}`));
});
afterAll(() => app.close());

/** A route's address in an area, with something in the place of each of its parameters. */
const address = ({ path }: DeskRoute, area: string) => `/desk/${area}${path.replace(/:\w+(?:\{[^}]*\})?/g, "1")}`;
const name = (route: DeskRoute) => `${route.method} ${route.path || "/"}`;

/** "refused" is the gate's own page; whatever a page makes of an address or of empty fields, it was let through. */
async function asked(who: Staff | undefined, route: DeskRoute, area: string): Promise<"refused" | "let through"> {
	const response = await (route.method === "GET" ? who?.get(address(route, area)) : who?.post(address(route, area)));
	const text = (await response?.text()) ?? "";
	return response?.status === 403 && text.includes("You may not do this") ? "refused" : "let through";
}

test("there is no address under the desk but the doors and those that declare a permission", () => {
	const mounted = new Set(
		deskPages.routes.filter(({ method }) => method !== "ALL").map(({ method, path }) => `${method} ${path}`),
	);
	const declared = new Set([
		...DESK_DOORS.map(({ method, path }) => `${method} ${path}`),
		...deskRoutes.map(({ method, path }) => `${method} /:area${path}`),
	]);
	expect([...mounted].toSorted()).toEqual([...declared].toSorted());
	for (const route of deskRoutes)
		expect([name(route), PERMISSIONS.includes(route.permission)]).toEqual([name(route), true]);
});

test("no area can be called like a door", () => {
	const doors = DESK_DOORS.map(({ path }) => path.split("/")[1]).filter(Boolean);
	expect(content.areas.map(({ slug }) => slug).filter((slug) => doors.includes(slug))).toEqual([]);
});

describe.each(ROLES)("a %s", (role) => {
	test("opens in the own area what the role allows, and nothing else", async () => {
		for (const route of deskRoutes) {
			const allowed = rolesWith(route.permission).includes(role);
			expect([name(route), await asked(staff.get(role), route, OWN)]).toEqual([
				name(route),
				allowed ? "let through" : "refused",
			]);
		}
	});

	test("opens nothing in another area, or in one that is not there, unless of the platform", async () => {
		for (const route of deskRoutes)
			for (const area of [OTHER, "nowhere", "__proto__", "*", "%2a"]) {
				const allowed = role === "platform" && rolesWith(route.permission).includes(role) && /^[a-z]+$/.test(area);
				expect([area, name(route), await asked(staff.get(role), route, area)]).toEqual([
					area,
					name(route),
					allowed ? "let through" : "refused",
				]);
			}
	});
});

test("nobody opens anything: a page leads to the way in and back, a form is refused", async () => {
	for (const route of deskRoutes) {
		const path = address(route, OWN);
		for (const cookie of ["", "desk=", `desk=${"a".repeat(43)}`, "__Host-desk=x"]) {
			const response = await app.request(
				path,
				route.method === "GET" ? { headers: { cookie } } : deskForm(cookie, { token: "x" }),
			);
			if (route.method === "POST") expect([path, response.status]).toEqual([path, 401]);
			else {
				expect([path, response.status]).toEqual([path, 303]);
				expect(response.headers.get("location")).toBe(`/desk/sign-in?return=${encodeURIComponent(path)}`);
			}
		}
	}
});

test("no form is accepted without the session's token or from another site", async () => {
	for (const route of deskRoutes.filter(({ method }) => method === "POST")) {
		const who = ROLES.map((role) => rolesWith(route.permission).includes(role) && staff.get(role)).find(Boolean);
		const another = staff.get(who === staff.get("manager") ? "viewer" : "manager");
		if (!who || !another) throw new Error(`nobody may ${name(route)}`);
		const path = address(route, OWN);
		for (const token of ["", "x", another.token]) {
			const response = await app.request(path, deskForm(who.cookie, { token }));
			expect([path, response.status]).toEqual([path, 403]);
			expect(await response.text()).toContain("nothing was changed");
		}
		const elsewhere: readonly Readonly<Record<string, string>>[] = [
			{},
			{ origin: "null" },
			{ origin: "https://elsewhere.example" },
			{ origin: "https://elsewhere.example", "sec-fetch-site": "cross-site" },
			{ origin: "http://localhost", "sec-fetch-site": "cross-site" },
			{ origin: "null", "sec-fetch-site": "same-site" },
			{ "sec-fetch-site": "same-origin" },
		];
		for (const headers of elsewhere) {
			const response = await app.request(path, deskForm(who.cookie, { token: who.token }, headers));
			expect([path, headers, response.status]).toEqual([path, headers, 403]);
		}
	}
});

test("every answer of the desk is kept by nobody, framed by nobody and tells nobody where it came from", async () => {
	const who = staff.get("manager");
	for (const path of ["/desk", "/desk/sign-in", "/desk/demo", "/desk/demo/nothing-here", "/desk/othertown"]) {
		const response = await who?.get(path);
		expect([path, response?.headers.get("cache-control")]).toEqual([path, "no-store"]);
		expect(response?.headers.get("referrer-policy")).toBe("no-referrer");
		expect(response?.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
	}
});
