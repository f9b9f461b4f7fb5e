import * as fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { deskRoutes } from "#pages/desk/routes.tsx";
import { createTestDesk, type Staff, staffWith } from "#tests/support/desk.ts";
import type { TestApp } from "#tests/support/test-app.ts";

let app: TestApp;
let mo: Staff;
beforeAll(async () => {
	app = await createTestDesk();
	await app.deps.areas.save({ slug: "demo", name: "Harrowmere", demonstration: true });
	mo = await staffWith(app, { demo: ["manager"] }, "Mo Manager");
});
afterAll(() => app.close());

const MARK = `"'><script>alert(1)</script>`;
const hostile = fc.oneof(
	fc.constantFrom(
		MARK,
		"__proto__",
		"constructor",
		"../../../etc/passwd",
		"%00",
		"\u0000",
		"\r\nset-cookie: a=b",
		"' OR 1=1 --",
		"=HYPERLINK(1)",
		"9".repeat(400),
		"\ud800",
		"2026-99-99",
		"-1",
		"NaN",
		"a".repeat(20_000),
	),
	fc.string({ unit: "binary", maxLength: 60 }),
);
/** Names that forms of the desk use, among others. */
const names = fc.constantFrom(
	...[
		"member",
		"role",
		"session",
		"what",
		"id",
		"off",
		"reason",
		"version",
		"name",
		"accent",
		"languages",
		"kind",
		"for",
	],
	...[
		"day-Mon",
		"exceptions",
		"holidays",
		"holiday-times",
		"promise",
		"promise-hours",
		"cutoff",
		"hours-kind",
		"phone",
	],
	...[
		"url",
		"email",
		"what_for",
		"hours_text",
		"duty_email",
		"email_template",
		"decision",
		"act",
		"outcome",
		"__proto__",
	],
);

const address = (path: string, value: string) =>
	`/desk/demo${path.replace(/:\w+(?:\{[^}]*\})?/g, () => encodeURIComponent(value.toWellFormed().slice(0, 200)) || "1")}`;

async function unharmed(response: Response): Promise<void> {
	expect(response.status).toBeLessThan(500);
	expect(response.headers.get("set-cookie")).toBeNull();
	expect(response.headers.get("location") ?? "/desk/").toMatch(/^\/desk(?:\/|$)/);
	if (response.headers.get("content-type")?.startsWith("text/html"))
		expect(await response.text()).not.toContain("<script>alert(1)");
}

test("whatever is asked of a page of the desk, it answers, and repeats nothing as markup", {
	timeout: 60_000,
}, async () => {
	const gets = deskRoutes.filter(({ method }) => method === "GET");
	const query = fc.dictionary(
		fc.constantFrom("kind", "who", "from", "until", "before", "check", "period", "done", "q", "page"),
		hostile,
		{ maxKeys: 4 },
	);
	await fc.assert(
		fc.asyncProperty(fc.constantFrom(...gets), hostile, query, async ({ path }, value, asked) => {
			const wellFormed = Object.entries(asked).map(([name, text]) => [name, text.toWellFormed()]);
			await unharmed(await mo.get(`${address(path, value)}?${new URLSearchParams(wellFormed)}`));
		}),
		{ numRuns: 150 },
	);
});

test("whatever is sent to the desk, it answers, and repeats nothing as markup", { timeout: 60_000 }, async () => {
	const posts = deskRoutes.filter(({ method }) => method === "POST");
	const fields = fc.dictionary(names, hostile, { maxKeys: 8 });
	await fc.assert(
		fc.asyncProperty(fc.constantFrom(...posts), hostile, fields, async ({ path }, value, sent) => {
			await unharmed(await mo.post(address(path, value), { ...sent }));
		}),
		{ numRuns: 200 },
	);
	expect(await app.deps.auditLog.verify("demo")).toMatchObject({ kind: "whole" });
});
