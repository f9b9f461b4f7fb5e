import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { settingsNow } from "#services/settings-now.ts";
import { createTestDesk, type Staff, staffWith } from "#tests/support/desk.ts";
import type { TestApp } from "#tests/support/test-app.ts";

let app: TestApp;
let mo: Staff;
beforeEach(async () => {
	app = await createTestDesk();
	await app.deps.areas.save({ slug: "demo", name: "Harrowmere", demonstration: true });
	await app.deps.areas.save({ slug: "inland", name: "Inland", demonstration: true });
	mo = await staffWith(app, { demo: ["manager"], inland: ["manager"] }, "Mo Manager");
});
afterEach(() => app.close());

const now = (area = "demo") => settingsNow(app.deps, area);

/** The fields of a page's form as a browser would send them back, untouched. */
async function formOf(path: string): Promise<URLSearchParams> {
	const html = await (await mo.get(path)).text();
	const form = /<main[\s\S]*?(<form method="post"[\s\S]*?<\/form>)/.exec(html)?.[1] ?? "";
	const fields = new URLSearchParams();
	const plain = (text: string) =>
		text
			.replaceAll("&quot;", '"')
			.replaceAll("&#39;", "'")
			.replaceAll("&lt;", "<")
			.replaceAll("&gt;", ">")
			.replaceAll("&amp;", "&");
	const attribute = (tag: string, name: string) => plain(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? "");
	for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
		const choosing = /type="(?:radio|checkbox)"/.test(tag);
		if (!choosing || / checked/.test(tag)) fields.append(attribute(tag, "name"), attribute(tag, "value"));
	}
	for (const [, tag = "", text = ""] of form.matchAll(/(<textarea[^>]*>)([\s\S]*?)<\/textarea>/g))
		fields.append(attribute(tag, "name"), plain(text));
	return fields;
}

/** Opens a form, changes some of its fields, and sends it. */
async function change(path: string, fields: Readonly<Record<string, string>>): Promise<Response> {
	const form = await formOf(path);
	for (const [name, value] of Object.entries({ reason: "tried out", ...fields })) form.set(name, value);
	return app.request(path, {
		method: "POST",
		headers: {
			cookie: mo.cookie,
			origin: "null",
			"sec-fetch-site": "same-origin",
			"content-type": "application/x-www-form-urlencoded",
		},
		body: form.toString(),
	});
}
const newest = async () => (await app.deps.auditLog.list({ area: "demo", action: "settings.", limit: 1 }))[0];

test("every form that is opened and saved unchanged leaves the area as it was", async () => {
	const before = await now();
	const paths = ["brand", "hours", "delivery", ...(before?.routes ?? []).map(({ id }) => `routes/${id}`)];
	expect(paths.length).toBeGreaterThan(6);
	for (const path of paths) {
		const saved = await change(`/desk/demo/settings/${path}`, {});
		expect([path, saved.status, saved.headers.get("location")]).toEqual([path, 303, "/desk/demo/settings?done=saved"]);
	}
	const after = await now();
	expect(after?.area).toEqual(before?.area);
	expect(saying(after?.early_help_hours)).toEqual(saying(before?.early_help_hours));
	expect(saying(after?.routes)).toEqual(saying(before?.routes));
});

/** "Mon 17:00" as the end of a span of Monday is the same as "17:00". */
function saying(value: unknown): unknown {
	return JSON.parse(
		JSON.stringify(value ?? null, (key, part) =>
			key === "weekly"
				? part.map(({ from, to }: { from: string; to: string }) => [from, to.replace(`${from.slice(0, 3)} `, "")])
				: part,
		),
	);
}

test("the team's hours and promise are set, told in words, and stand in the log with their reason", async () => {
	const saved = await change("/desk/demo/settings/hours", {
		"day-Mon": "9am-12.30, 13:30 to 5pm",
		"day-Fri": "",
		exceptions: "2026-12-24 09:00-12:00\n2026-12-31 closed",
		promise: "working_hours",
		"promise-hours": "4",
		reason: "Fewer of us in winter",
	});
	expect(saved.status).toBe(303);
	const hours = (await now())?.early_help_hours;
	expect(hours?.weekly.filter(({ from }) => /Mon|Fri/.test(from))).toEqual([
		{ from: "Mon 09:00", to: "12:30" },
		{ from: "Mon 13:30", to: "17:00" },
	]);
	expect(hours?.promise).toEqual({ kind: "working_hours", hours: 4 });
	expect(hours?.exceptions).toEqual([
		{ date: "2026-12-24", open: [["09:00", "12:00"]] },
		{ date: "2026-12-31", open: [] },
	]);
	expect(await newest()).toMatchObject({
		action: "settings.hours_changed",
		actor: "Mo Manager <mo-manager@example.org>",
		detail: { reason: "Fewer of us in winter" },
	});
	expect(await (await mo.get("/desk/demo/settings/hours")).text()).toContain("by 2pm on Tuesday 24 November");
});

describe("what cannot be is named beside its field, what was typed stays, and nothing is saved", () => {
	test.each([
		["hours", { "day-Mon": "all day" }, "Monday cannot be read"],
		["hours", { exceptions: "Christmas shut" }, "This line cannot be read: Christmas shut"],
		["hours", { holidays: "times", "holiday-times": "some" }, "The times on bank holidays cannot be read"],
		["hours", { promise: "working_hours", "promise-hours": "soon" }, "Say how many hours"],
		["hours", { promise: "close_of_business", cutoff: "lunch" }, "until which a request counts"],
		["brand", { name: " " }, "Give the area a name"],
		["brand", { accent: "red" }, "Write a colour as"],
		["brand", { accent: "#ffee00" }, "cannot be read well enough"],
		["routes/front-door", { url: "javascript:alert(1)" }, "begins with https://"],
		["routes/front-door", { url: "http://council.example.org" }, "begins with https://"],
		["routes/front-door", { phone: "call us" }, "Write a phone number"],
		["routes/front-door", { email: "no address" }, "Write an e-mail address"],
		["routes/front-door", { phone: "", url: "" }, "at least one way"],
		["routes/front-door", { kind: "urgent" }, "Say what it is"],
		["routes/front-door", { hours_text: "" }, "Say in words when they answer"],
		["delivery", { duty_email: "duty" }, "Write an e-mail address"],
		["delivery", { email_template: "abc" }, "A template’s id"],
		["brand", { reason: "  " }, "Say why"],
	])("%s %j", async (section, fields, said) => {
		const answer = await change(`/desk/demo/settings/${section}`, fields);
		const page = await answer.text();
		expect([answer.status, page]).toEqual([422, expect.stringContaining(said)]);
		expect(page).toContain("Nothing was saved");
		expect((await now())?.version).toBe(0);
		expect(await newest()).toBeUndefined();
	});
});

test("what was typed stands in the form again when something else is wrong", async () => {
	const answer = await change("/desk/demo/settings/brand", { name: "New Name", accent: "red" });
	const page = await answer.text();
	expect(page).toContain('value="New Name"');
	expect(page).toContain('value="red"');
	expect(page).toContain('aria-invalid="true"');
});

test("of two who change settings at once, the second sees how they stand and loses nothing of the first's", async () => {
	const form = await formOf("/desk/demo/settings/brand");
	await change("/desk/demo/settings/brand", { name: "First" });
	form.set("name", "Second");
	form.set("reason", "x");
	const answer = await mo.post("/desk/demo/settings/brand", Object.fromEntries(form));
	expect([answer.status, await answer.text()]).toEqual([409, expect.stringContaining("Somebody else changed")]);
	expect((await now())?.area.name).toBe("First");
});

test("a way to reach people is added, changed and taken out, as text; families see it", async () => {
	const added = await change("/desk/demo/settings/routes/new", {
		name: "<b>Hill</b> family hub",
		what_for: "Meet others & get help",
		kind: "helpline",
		phone: "01632 960110",
		hours_text: "Weekdays",
		"hours-kind": "unknown",
	});
	expect(added.status).toBe(303);
	const route = (await now())?.routes.at(-1);
	expect(route).toMatchObject({ name: "<b>Hill</b> family hub", hours: null, checked: "2026-11-24" });
	const people = await (await app.request("/people/demo")).text();
	expect(people).toContain("&lt;b&gt;Hill&lt;/b&gt; family hub");
	expect(people).not.toContain("<b>Hill");
	const version = String((await now())?.version);
	const path = `/desk/demo/settings/routes/${route?.id}/remove`;
	await mo.post(path, { version, reason: "" });
	expect((await now())?.routes.some(({ id }) => id === route?.id)).toBe(true);
	await mo.post(path, { version, reason: "It closed" });
	expect((await now())?.routes.some(({ id }) => id === route?.id)).toBe(false);
	expect(await newest()).toMatchObject({ action: "settings.route_removed", detail: { reason: "It closed" } });
});

test("the last way to reach people cannot be taken out", async () => {
	const fields = { name: "Only", what_for: "All", kind: "human", phone: "01632 960111", hours_text: "Weekdays" };
	await change("/desk/inland/settings/routes/new", fields);
	const version = String((await now("inland"))?.version);
	await mo.post("/desk/inland/settings/routes/only/remove", { version, reason: "x" });
	expect((await now("inland"))?.routes).toHaveLength(1);
	expect((await mo.get("/desk/inland/settings/routes/nothing")).status).toBe(404);
});

test("somebody who only reads sees the forms and cannot save", async () => {
	const viewer = await staffWith(app, { demo: ["viewer"] }, "Vi");
	const page = await (await viewer.get("/desk/demo/settings/hours")).text();
	expect(page).toContain("only a manager changes settings");
	expect(page).not.toContain(">Save<");
	expect((await viewer.post("/desk/demo/settings/hours", { reason: "x", version: "0" })).status).toBe(403);
});

test("what is set of deliveries leaves the webhooks and their secrets alone, and shows nothing of them", async () => {
	const webhooks = [{ url: "https://council.example.org/hook", secrets: [{ box: "sealed-secret", with: "k" }] }];
	await app.deps.areaSettings.save("demo", { delivery: { webhooks } }, 0, "x");
	expect(await (await mo.get("/desk/demo/settings/delivery")).text()).not.toContain("sealed-secret");
	await change("/desk/demo/settings/delivery", { duty_email: "duty@example.org" });
	expect((await now())?.settings.delivery).toEqual({ webhooks, duty_email: "duty@example.org" });
	expect(JSON.stringify(await newest())).not.toContain("sealed-secret");
});
