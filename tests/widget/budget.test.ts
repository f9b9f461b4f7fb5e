import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";

/** Gzipped, in bytes: design.md's budget for the widget. */
const BUDGET = 10_000;

test("the script stays within its budget, words and look included", async () => {
	const script = await readFile("dist/public/embed/v1/fingerpost.js");
	expect(gzipSync(script).length).toBeLessThanOrEqual(BUDGET);
});

test("the script keeps nothing and reaches for nothing that a strict page forbids", async () => {
	const script = await readFile("dist/public/embed/v1/fingerpost.js", "utf8");
	for (const forbidden of ["localStorage", "sessionStorage", "indexedDB", "document.cookie", "sendBeacon", "innerHTML"])
		expect(script).not.toContain(forbidden);
	expect(script).not.toMatch(/\beval\b|new Function|\.style\.|createElement\("style"\)|setAttribute\("style"/);
});
