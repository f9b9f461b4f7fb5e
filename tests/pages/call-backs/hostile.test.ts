import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeFormToken } from "#pages/call-backs/form-token.ts";
import { createTestApp, form, json, type TestApp, TUESDAY_MORNING } from "#tests/support/test-app.ts";

let app: TestApp;
let token: string;
beforeAll(async () => {
	app = await createTestApp();
	token = await writeFormToken(app.deps.sealing, TUESDAY_MORNING.getTime() - 60_000, app.deps.chance);
});
afterAll(() => app.close());

const NASTY = [
	"<script>alert(1)</script>",
	'"><img src=x onerror=alert(1)>',
	"'; DROP TABLE call_backs; --",
	"\r\nSet-Cookie: a=b",
	"{{7*7}}<%= 7 %>",
	"../../../../etc/passwd",
	"\u0000\u202e\ud800",
	"__proto__",
	"a".repeat(20_000),
	"((((((((((".repeat(2000),
	"+44".repeat(3000),
	"@".repeat(5000),
];
const text = fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: "binary", maxLength: 300 }));
const FIELDS = [
	"name",
	"phone",
	"email",
	"when",
	"language",
	"line",
	"who",
	"about",
	"safe_ring",
	"open",
	"token",
	"reference",
	"secret",
];
const fields = fc.dictionary(fc.constantFrom(...FIELDS), text, { maxKeys: 8 });

test("whatever is sent to the pages is answered below 500, unharmed and without an echo that runs", async () => {
	await fc.assert(
		fc.asyncProperty(
			fields,
			fc.boolean(),
			fc.constantFrom("/call-back/demo", "/call-backs/status", "/call-backs/cancel", "/call-backs/erase"),
			async (sent, signed, path) => {
				const response = await app.request(path, form({ ...sent, ...(signed ? { token } : {}) }));
				const html = await response.text();
				expect(response.status).toBeLessThan(500);
				expect(response.headers.get("set-cookie")).toBeNull();
				expect(html).not.toContain("<script>alert");
				expect(html).not.toContain("<img src=x");
			},
		),
		{ numRuns: 150 },
	);
});

test("whatever JSON is sent to the API is answered below 500, with a way to people", async () => {
	const at = "/api/v1/areas/demo/call-backs";
	await fc.assert(
		fc.asyncProperty(
			fc.oneof(fc.jsonValue(), fields),
			fc.constantFrom(at, `${at}/34679ACD/status`, `${at}/%2e%2e/cancel`),
			async (body, path) => {
				const response = await app.request(path, json(body));
				const answer = await response.json();
				expect(response.status).toBeLessThan(500);
				if (response.status >= 400) expect(answer.routes.human.length).toBeGreaterThan(0);
			},
		),
		{ numRuns: 150 },
	);
});

test("a long hostile text in any field is read within a blink", async () => {
	for (const field of ["name", "phone", "email", "line"])
		for (const nasty of NASTY) {
			const before = performance.now();
			await (
				await app.request(
					"/call-back/demo",
					form({ token, name: "Sam", [field]: nasty.repeat(Math.ceil(100_000 / nasty.length)) }),
				)
			).text();
			expect([field, nasty.slice(0, 20), performance.now() - before < 3000]).toEqual([field, nasty.slice(0, 20), true]);
		}
});
