import { afterAll, beforeAll, expect, test } from "vitest";
import { HELPED, MISSING } from "#domain/tallies/help-given.ts";
import { createTestApp, form, type TestApp } from "#tests/support/test-app.ts";

let app: TestApp;
beforeAll(async () => {
	app = await createTestApp();
});
afterAll(() => app.close());

const tap = (fields: Record<string, string>) => app.request("/helped", form(fields));

test.each([
	[{ item: "answer:s47-what", helped: "yes" }, "/answers/s47-what#help-thanks"],
	[{ item: "answer:s47-what", helped: "partly" }, "/answers/s47-what#help-missing"],
	[{ item: "answer:s47-what", helped: "no", from: "guide" }, "/guide#help-missing"],
	[{ item: "answer:s47-what", missing: "more_detail" }, "/answers/s47-what#help-thanks"],
	[{ item: "stage:court:young_person", helped: "yes" }, "/young-people/stages/court#help-thanks"],
	[{ item: "service:abc-1:demo", helped: "no" }, "/directory/demo/services/abc-1#help-missing"],
	[{ item: "outcome:no/where", helped: "yes" }, "/guide#help-thanks"],
])("%j leads back to where it was asked", async (fields, back) => {
	const response = await tap(fields);
	expect([response.status, response.headers.get("location")]).toEqual([303, back]);
	expect(response.headers.get("set-cookie")).toBeNull();
});

test("the address of a sensitive answer stays neutral on the way back", async () => {
	const back = (await tap({ item: "answer:domestic-abuse", helped: "yes" })).headers.get("location");
	expect(back).toMatch(/^\/answers\/q[a-z0-9]+#help-thanks$/);
});

test.each<Record<string, string>>([
	{},
	{ item: "https://example.org/", helped: "yes" },
	{ item: "answer://example.org", helped: "yes" },
	{ item: "answer:s47-what", helped: "my name is" },
])("%j counts nothing and leads nowhere else", async (fields) => {
	const response = await tap(fields);
	expect([response.status, response.headers.get("location")]).toEqual([303, "/"]);
});

test.each(["/answers/s47-what", "/stages/court", "/young-people/stages/court"])(
	"%s asks with three taps, and then with a short list, and has no room for words",
	async (path) => {
		const html = await (await app.request(path)).text();
		const box = /<div class="helped"[\s\S]*?<\/form><\/div>/.exec(html)?.[0] ?? "";
		expect([...box.matchAll(/name="helped" value="(\w+)"/g)].map((match) => match[1])).toEqual([...HELPED]);
		expect([...box.matchAll(/name="missing" value="(\w+)"/g)].map((match) => match[1])).toEqual([...MISSING]);
		expect(box).not.toMatch(/<textarea|type="(?!hidden|submit)/);
	},
);

test("the guide asks after an answer and after where its questions led, and not while it asks itself", async () => {
	const turn = async (fields: Record<string, string>) =>
		(
			await app.request("/guide", {
				...form(fields),
				headers: { ...form(fields).headers, accept: "text/fragment+html" },
			})
		).text();
	expect(await turn({ text: "what is a section 47 enquiry" })).toContain('value="answer:s47-what"');
	expect(await turn({ door: "parent" })).not.toContain('name="helped"');
});
