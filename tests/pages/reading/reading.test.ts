import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { content } from "#content/compiled/content.ts";
import { words } from "#content/compiled/words.ts";
import { neutralName, SENSITIVE_ANSWERS } from "#pages/neutral-address.ts";
import { paths } from "#pages/paths.ts";
import { createTestApp, form, type TestApp } from "#tests/support/test-app.ts";

let app: TestApp;
beforeAll(async () => {
	app = await createTestApp();
});
afterAll(() => app.close());

const read = async (path: string) => (await app.request(path)).text();

test("every helpline stands in one group of the page, and every group's helplines are there", () => {
	const grouped = words.site.helplines.groups.flatMap((group) => group.ids);
	expect([...grouped].sort()).toEqual(content.helplines.map(({ id }) => id).sort());
});

test("every stage stands in one band of the map", () => {
	const banded = words.site.stages.bands.flatMap((band) => band.stages);
	for (const audience of ["parent", "young_person"]) {
		const stages = content.stages.filter((stage) => stage.audience === audience).sort((a, b) => a.order - b.order);
		expect(banded).toEqual(stages.map(({ id }) => id));
	}
});

test("the helplines of a reader are those that are for them", async () => {
	const [all, young, parents] = await Promise.all(
		[undefined, "young_person" as const, "parent" as const].map((reader) => read(paths.helplines(reader))),
	);
	for (const page of [all, young]) expect(page).toContain("Childline</strong>");
	expect(parents).not.toContain("Become</strong>");
	expect(young).toContain("Become</strong>");
	expect(young).not.toContain("Gingerbread</strong>");
});

test("a helpline that is shut says when it opens next", async () => {
	const night = await createTestApp({ at: new Date("2026-11-23T22:00:00Z") });
	const text = await (await night.request("/helplines")).text();
	expect(text).toMatch(/Opens tomorrow at [\d:]+am/);
	await night.close();
});

test("answers are listed under the step they belong to, each once, for its reader", async () => {
	const text = await read("/young-people/answers");
	const young = content.answers.filter(({ audiences }) => audiences.includes("young_person"));
	for (const { id } of young) expect(text.split(`href="${paths.answer(id)}"`)).toHaveLength(2);
	expect(text).not.toContain('href="/answers/s47-what"');
});

test("an answer that could bring harm is found under an address and a title that say nothing, and by no search engine", async () => {
	for (const id of SENSITIVE_ANSWERS) {
		const answer = content.answers.find((each) => each.id === id);
		expect([id, answer?.title]).not.toEqual([id, undefined]);
		const plain = await app.request(`/answers/${id}`);
		expect(plain.headers.get("location")).toMatch(/^\/answers\/q[a-z0-9]+$/);
		const text = await read(paths.answer(id));
		expect(/<title>([^<]*)/.exec(text)?.[1]).toBe("Questions and answers – Fingerpost");
		expect(text).toContain('content="noindex"');
		expect(text).not.toContain(`"/answers/${id}"`);
	}
	expect(new Set([...SENSITIVE_ANSWERS].map(neutralName)).size).toBe(SENSITIVE_ANSWERS.size);
});

test("the texts for young people lead to young people's steps", async () => {
	const text = await read("/young-people/stages/section_47");
	expect(text).toContain('href="/young-people/stages/');
	expect(text).not.toMatch(/href="\/stages\/(?!section_47")/);
});

describe("the glossary", () => {
	const look = async (word: string) => (await app.request("/glossary", form({ word }))).text();

	test("finds a word as it was heard", async () => {
		const text = await look("i.c.p.c");
		const first = text.slice(text.indexOf('id="found"')).split("<dt>")[1] ?? "";
		expect(first).toMatch(/^.*conference/i);
	});

	test("says so where it has none, and shows all words", async () => {
		const text = await look("xyzzy");
		expect(text).toContain("We do not have that word yet");
		expect(text.match(/<dt>/g)).toHaveLength(content.terms.length);
	});

	test("shows what was looked for as text, never as markup", async () => {
		expect(await look('"><script>alert(1)</script>')).not.toContain("<script>alert");
	});
});
