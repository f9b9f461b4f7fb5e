import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestApp, type TestApp } from "#tests/support/test-app.ts";

const SUNDAY_NIGHT = new Date("2026-11-22T22:00:00Z");

let app: TestApp;
beforeAll(async () => {
	app = await createTestApp({ at: SUNDAY_NIGHT });
});
afterAll(() => app.close());

const read = async (path: string) => (await app.request(path)).text();

test("those who are open at this minute stand before those who are not, and those say when they open", async () => {
	const text = await read("/people/demo");
	const [open = "", later = ""] = text.split("Closed now, or check the times");
	expect(open).toContain("emergency duty team");
	expect(open).not.toContain("Harrowmere early help team");
	expect(later).toContain("Harrowmere early help team");
	expect(later).toContain("Opens tomorrow at 9am");
});

test("a worker stands before an advocate, and an advocate before the helplines", async () => {
	const day = await createTestApp();
	const text = await (await day.request("/people/demo")).text();
	const at = ["front door</strong>", "Voice</strong>", "Samaritans</strong>"].map((name) => text.indexOf(name));
	expect(at).toEqual([...at].sort((a, b) => a - b));
	expect(at[0]).toBeGreaterThan(0);
	await day.close();
});

test("young people are shown who is there for them", async () => {
	const text = await read("/young-people/people/demo");
	expect(text).toContain("Childline");
	expect(text).toContain("Speak Up Harrowmere");
	expect(text).not.toMatch(/Parents.{1,6} Voice/);
});

test("phone, text, chat, interpreter and sign language are all told of", async () => {
	const text = await read("/young-people/people/demo");
	expect(text).toMatch(/href="tel:/);
	expect(text).toMatch(/href="sms:/);
	expect(text).toContain("interpreter");
	expect(text).toContain("British Sign Language");
});

test("without an area all of England's are shown, with the councils to choose from; an unknown one is not found", async () => {
	const text = await read("/people");
	expect(text).toContain('href="/people/demo"');
	expect(text).toContain('href="tel:');
	expect((await app.request("/people/nowhere")).status).toBe(404);
});

test("they are there when the database is not", async () => {
	const away = await createTestApp({ databaseUrl: "file:/nowhere/at-all.db" });
	const response = await away.request("/people/demo");
	expect(response.status).toBe(200);
	expect(await response.text()).toContain("front door");
	await away.close();
});

test.each(["/people/demo", "/young-people/people/demo", "/relatives/people/demo", "/professionals/people/demo"])(
	"%s leads to the people for everybody else, and says whose page it is",
	async (path) => {
		const text = await read(path);
		expect(text).toContain(`href="${path}" aria-current="page"`);
		expect(text.match(/href="\/(?:[\w-]+\/)?people\/demo"/g)?.length).toBeGreaterThanOrEqual(4);
		expect(text).toContain("front door");
	},
);
