import { afterEach, expect, test } from "vitest";
import { forgetSignIns } from "#services/forget-sign-ins.ts";
import { signedIn } from "#tests/support/desk.ts";
import { createTestApp, type TestApp, TUESDAY_MORNING } from "#tests/support/test-app.ts";

const DAY = 86_400_000;
let app: TestApp;
afterEach(() => app.close());

test("sessions and links are forgotten once nobody can use them any more, and not before", async () => {
	let now = TUESDAY_MORNING.getTime();
	app = await createTestApp({ clock: { now: () => new Date(now) }, signIn: { production: false } });
	await signedIn(app.deps, { demo: ["viewer"] });
	const madeAt = new Date(now);
	const link = {
		hash: "h",
		purpose: "reconfirm",
		area: "demo",
		subject: "s",
		madeAt,
		expiresAt: new Date(now + DAY),
	} as const;
	await app.deps.singleUseLinks.make(link);
	await forgetSignIns(app.deps);
	expect(await app.deps.deskSessions.list(new Date(now))).toHaveLength(1);
	expect(await app.deps.singleUseLinks.look("h", "reconfirm", new Date(now))).not.toBeNull();
	now += 2 * DAY;
	await forgetSignIns(app.deps);
	expect(await app.deps.deskSessions.list(new Date(0))).toHaveLength(0);
	expect(await app.deps.singleUseLinks.make(link)).toBe(false);
	now += 90 * DAY;
	await forgetSignIns(app.deps);
	expect(await app.deps.singleUseLinks.make(link)).toBe(true);
});
