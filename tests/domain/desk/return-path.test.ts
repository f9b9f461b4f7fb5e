import * as fc from "fast-check";
import { expect, test } from "vitest";
import { returnPath } from "#domain/desk/return-path.ts";

test("a page of the desk is gone back to, with its question", () => {
	for (const path of [
		"/desk",
		"/desk/demo",
		"/desk/demo/call-backs/AB12-CD34",
		"/desk/demo/audit?action=member.&page=2",
	])
		expect(returnPath(path)).toBe(path);
});

test("nothing else is: the front door of the desk instead", () => {
	const elsewhere = [
		null,
		undefined,
		"",
		"/",
		"//evil.example",
		"/desk//evil.example",
		"/\\evil.example",
		"https://evil.example/desk",
		"/desk@evil.example",
		"/desk.evil.example",
		"/desk/../exit",
		"/desk/..",
		"/desk/./demo",
		"/desk/%2e%2e/exit",
		"/desk/demo\r\nset-cookie: a=b",
		"/desk/demo#x",
		"/desk\n",
		"javascript:alert(1)",
		"/desk/sign-in",
		"/desk/sign-out",
		"/desktop",
		" /desk",
	];
	for (const path of elsewhere) expect([path, returnPath(path)]).toEqual([path, "/desk"]);
});

test("whatever is asked for, a browser stays on this site and at the desk", () => {
	const parts = fc.constantFrom(
		"/",
		"\\",
		".",
		"..",
		"desk",
		"@",
		":",
		"?",
		"#",
		"%2e",
		"%2f",
		"\t",
		"evil.example",
		"//",
	);
	const anything = fc.oneof(
		fc.string(),
		fc.array(parts, { maxLength: 8 }).map((list) => `/desk${list.join("")}`),
	);
	fc.assert(
		fc.property(anything, (path) => {
			const to = new URL(returnPath(path), "https://help.example.org/desk/sign-in/callback");
			expect(to.origin).toBe("https://help.example.org");
			expect(to.pathname).toMatch(/^\/desk(?:\/|$)/);
		}),
		{ numRuns: 500 },
	);
});
