import type { CameBy } from "#domain/desk/desk-session.ts";
import type { RolesByArea } from "#domain/desk/roles.ts";
import type { Dependencies } from "#ports.ts";
import { derived } from "#services/desk-secrets.ts";
import { openDeskSession } from "#services/open-desk-session.ts";
import { createTestApp, type TestApp } from "#tests/support/test-app.ts";

/** A desk whose staff come by the demonstration's door, so that tests can be anybody. */
export async function createTestDesk(): Promise<TestApp> {
	return createTestApp({ signIn: { production: false } });
}

export type Staff = {
	readonly cookie: string;
	readonly token: string;
	/** A GET as this person. */
	readonly get: (path: string) => Promise<Response>;
	/** A form that a page of the desk sent, in this person's browser. */
	readonly post: (path: string, fields?: Readonly<Record<string, string>>) => Promise<Response>;
};

/** Somebody who has just signed in with these roles. */
export async function staffWith(
	app: Pick<TestApp, "request" | "deps">,
	roles: RolesByArea,
	name = "Dana Duty",
): Promise<Staff> {
	const secret = await signedIn(app.deps, roles, name);
	const cookie = `desk=${secret}`;
	const token = await derived(secret, "form");
	return {
		cookie,
		token,
		get: (path) => app.request(path, { headers: { cookie } }),
		post: (path, fields = {}) => app.request(path, deskForm(cookie, { token, ...fields })),
	};
}

/** What the cookie of somebody holds who has just signed in. */
export function signedIn(
	deps: Dependencies,
	roles: RolesByArea,
	name = "Dana Duty",
	by: CameBy = "demonstration",
): Promise<string> {
	const subject = name.toLowerCase().replaceAll(" ", "-");
	const email = `${subject}@example.org`;
	return openDeskSession(deps, { issuer: "demonstration", subject, name, email, roles }, by);
}

/** A form as a browser sends it from a page of the desk. */
export function deskForm(
	cookie: string,
	fields: Readonly<Record<string, string>>,
	headers: Readonly<Record<string, string>> = { origin: "null", "sec-fetch-site": "same-origin" },
): RequestInit {
	return {
		method: "POST",
		headers: { "content-type": "application/x-www-form-urlencoded", cookie, ...headers },
		body: new URLSearchParams(fields).toString(),
	};
}
