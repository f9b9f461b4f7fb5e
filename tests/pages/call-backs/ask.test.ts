import { afterAll, beforeAll, expect, test } from "vitest";
import { writeFormToken } from "#pages/call-backs/form-token.ts";
import { createTestApp, form, type TestApp, TUESDAY_MORNING } from "#tests/support/test-app.ts";

let app: TestApp;
beforeAll(async () => {
	app = await createTestApp();
});
afterAll(() => app.close());

const PAGE = "/call-back/demo";
const token = (of: TestApp = app, secondsAgo = 60) =>
	writeFormToken(of.deps.sealing, TUESDAY_MORNING.getTime() - secondsAgo * 1000, of.deps.chance);
const fields = async (more: Readonly<Record<string, string>> = {}) => ({
	token: await token(),
	name: "Sam",
	phone: "07700 900123",
	safe_ring: "on",
	who: "parent",
	...more,
});
const between = (html: string, start: string, end: string) => html.split(start)[1]?.split(end)[0] ?? "";
const referenceIn = (html: string) => /class="reference"><strong>([3-9A-Y]{4} [3-9A-Y]{4})</.exec(html)?.[1] ?? "";
const secretIn = (html: string) => /class="reference"><strong>([a-z]+ [a-z]+ [a-z]+ [a-z]+)</.exec(html)?.[1] ?? "";

test("danger and ways to people stand above the form, the promise beside it, and nothing is kept by the browser", async () => {
	const response = await app.request(PAGE);
	const html = await response.text();
	expect(response.headers.get("cache-control")).toBe("no-store");
	expect(html.indexOf("tel:999")).toBeLessThan(html.indexOf('name="phone"'));
	expect(html).toContain("by 5pm on Tuesday 24 November");
	expect(between(html, "<title>", "</title>")).toBe("Talk to a person – Fingerpost");
	expect(html).not.toMatch(/referral/i);
});

test("while the team is closed the page says when it opens and who is there now", async () => {
	const night = await createTestApp({ at: new Date("2026-12-24T23:00:00Z") });
	const html = await (await night.request(PAGE)).text();
	await night.close();
	expect(html).toContain("The team is closed now");
	expect(html.indexOf("emergency duty team")).toBeLessThan(html.indexOf('name="phone"'));
	expect(html).toContain("by 5pm on Tuesday 29 December");
});

test("a request is taken without script, and its receipt shows a reference and the words", async () => {
	const response = await app.request(PAGE, form(await fields()));
	const html = await response.text();
	expect(response.status).toBe(200);
	expect(response.headers.get("cache-control")).toBe("no-store");
	expect(referenceIn(html)).not.toBe("");
	expect(secretIn(html)).not.toBe("");
	const status = await app.request(
		"/call-backs/status",
		form({ reference: referenceIn(html), secret: secretIn(html) }),
	);
	expect(await status.text()).toContain("We have it.");
});

test("the same form sent twice shows the same receipt", async () => {
	const same = await fields({ name: "Twice" });
	const [one, two] = await Promise.all([1, 2].map(async () => (await app.request(PAGE, form(same))).text()));
	expect(referenceIn(one ?? "")).not.toBe("");
	expect(two).toBe(one);
});

test("what is wrong stands at the top and beside its field, and nothing typed is lost", async () => {
	const wrong = await fields({
		name: "",
		phone: "12",
		email: "me@",
		line: "x".repeat(201),
		when: "after <3>",
		about: "conference",
		language: "Polski",
	});
	const response = await app.request(PAGE, form(wrong));
	const html = await response.text();
	expect(response.status).toBe(422);
	for (const field of ["name", "phone", "email", "line"]) {
		expect(html).toContain(`href="#${field}"`);
		expect(html).toMatch(new RegExp(`id="${field}"[^>]*aria-describedby="[^"]*${field}-error`));
	}
	for (const typed of ['value="12"', 'value="me@"', "x".repeat(201), "after &lt;3&gt;", 'value="Polski"'])
		expect(html).toContain(typed);
	expect(html).toMatch(/name="safe_ring" value="on" checked/);
	expect(html).not.toMatch(/name="about_conference" value="on" checked/);
});

test.each([
	["the trap was filled", async () => ({ ...(await fields()), contact_again: "x" })],
	["it was sent faster than anybody reads", async () => ({ ...(await fields()), token: await token(app, 1) })],
	["its token is missing", async () => ({ ...(await fields()), token: "" })],
	["its token was made up", async () => ({ ...(await fields()), token: "abc.0123.abcdef" })],
])(
	"when %s nothing is kept, nobody is told that it was, and all that was typed is there to send again",
	async (_why, make) => {
		const before = (await app.deps.callBacks.waiting("demo", 500)).length;
		const response = await app.request(PAGE, form(await make()));
		const html = await response.text();
		expect(response.status).toBe(422);
		expect(html).toContain('value="07700 900123"');
		expect(html).not.toContain("We have your request");
		expect((await app.deps.callBacks.waiting("demo", 500)).length).toBe(before);
	},
);

test("danger in the optional line shows the card first, and the request is still taken", async () => {
	const html = await (await app.request(PAGE, form(await fields({ line: "he is going to kill us tonight" })))).text();
	expect(html).toContain('class="card urgent"');
	expect(html.indexOf('class="card urgent"')).toBeLessThan(html.indexOf("We have your request"));
	expect(referenceIn(html)).not.toBe("");
});

test("danger shows the card even where the request is wrong", async () => {
	const html = await (await app.request(PAGE, form(await fields({ phone: "", line: "my dad hits me" })))).text();
	expect(html).toContain('class="card urgent"');
});

test("what was talked about comes from the guide as names alone, ticked, and can be left out", async () => {
	const opened = await (
		await app.request(PAGE, form({ open: "1", about: "conference,housing,made-up,<script>" }))
	).text();
	expect(opened).toMatch(/name="about_conference" value="on" checked/);
	expect(opened).not.toContain("made-up");
	expect(opened).not.toContain("&lt;script");
	const sent = await fields({ name: "Topic", about: "conference,section_47", about_section_47: "on" });
	const html = await (await app.request(PAGE, form(sent))).text();
	const row = await app.deps.callBacks.find(referenceIn(html).replace(" ", ""));
	expect(row?.topic).toBe("section_47");
});

test("a young person is told what happens with it and when a worker would have to tell someone", async () => {
	const page = await (await app.request("/young-people/call-back/demo")).text();
	expect(page).toContain("If you are under 18");
	expect(page).toMatch(/value="young_person" checked/);
	const receipt = await (
		await app.request("/young-people/call-back/demo", form(await fields({ who: "young_person", name: "Y" })))
	).text();
	expect(receipt).toContain("may have to tell someone");
});

test("a request is taken back and wiped with the reference and the words, and not with wrong words", async () => {
	const html = await (await app.request(PAGE, form(await fields({ name: "Back" })))).text();
	const mine = { reference: referenceIn(html), secret: secretIn(html) };
	const stranger = await app.request("/call-backs/cancel", form({ ...mine, secret: "apple apple apple apple" }));
	expect(stranger.status).toBe(422);
	expect(await (await app.request("/call-backs/cancel", form(mine))).text()).toContain("We took your request back.");
	const wiped = await (await app.request("/call-backs/erase", form(mine))).text();
	expect(wiped).toContain("We wiped what you told us.");
	expect(wiped).not.toContain("Back<");
});

test("where the database is away, the person is told that nobody has it, and everything typed stands in the form", async () => {
	const away = await createTestApp({ databaseUrl: "http://127.0.0.1:9" });
	const sent = { ...(await fields({ line: "my dad hits me" })), token: await token(away) };
	const response = await away.request(PAGE, form(sent));
	const html = await response.text();
	expect(response.status).toBe(503);
	expect(html).toContain("We could not take your request");
	expect(html).toContain('value="07700 900123"');
	expect(html).toContain('class="card urgent"');
	expect(html).toContain("tel:01632960100");
});

test("where there is no key nothing is asked, and the page shows who can be reached", async () => {
	const { createDependencies } = await import("#dependencies/create-dependencies.ts");
	const { createApp } = await import("#app.ts");
	const { cookieKey } = await import("#cookie-key.ts");
	const deps = createDependencies({ url: "http://127.0.0.1:9" }, {});
	const keyless = createApp(deps, {
		publicUrl: null,
		production: true,
		cookieKey: await cookieKey(undefined),
		limited: async () => false,
	});
	const page = await keyless.request(PAGE);
	const html = await page.text();
	expect(page.status).toBe(200);
	expect(html).not.toContain('name="phone"');
	expect(html).toContain("tel:01632960100");
	const sent = await keyless.request(PAGE, form(await fields({ line: "my dad hits me" })));
	expect(sent.status).toBe(503);
	expect(await sent.text()).toContain('class="card urgent"');
});

test("the way to ask stands where the team is shown, and no address tells what was talked about", async () => {
	expect(await (await app.request("/people/demo")).text()).toContain('href="/call-back/demo"');
	expect(await (await app.request("/people")).text()).not.toContain("/call-back/");
	const init = form({ area: "demo", text: "what happens at a child protection conference" });
	const parts = await app.request("/guide", { ...init, headers: { ...init.headers, accept: "text/fragment+html" } });
	const html = await parts.text();
	expect(html).toMatch(/action="\/call-back\/demo"[\s\S]*name="about" value="[a-z0-9_,-]+"/);
});
