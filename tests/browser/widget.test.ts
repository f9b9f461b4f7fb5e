import { afterAll, beforeAll, expect, test } from "vitest";
import { accessibilityProblems } from "#tests/support/browser.ts";
import { type Council, openCouncil, search, told } from "#tests/support/council-site.ts";

let council: Council;
let site: Council["site"];
let visit: Council["visit"];

beforeAll(async () => {
	council = await openCouncil();
	({ site, visit } = council);
});
afterAll(() => council.close());

test("a page with the strictest content policy shows both widgets, with one request and nothing kept", async () => {
	const { page: here, asked, faults } = await visit("/strict");
	await here
		.getByRole("heading", { level: 3, name: "Food Bank" })
		.or(here.locator("fingerpost-directory li").first())
		.first()
		.waitFor();
	await here.getByRole("link", { name: "Start the guide" }).waitFor();
	expect(asked).toEqual([`POST ${site.origin}/api/v1/areas/demo/services per_page=5`]);
	expect(faults).toEqual([]);
	expect(await here.context().cookies()).toEqual([]);
	expect(await here.evaluate("localStorage.length + sessionStorage.length")).toBe(0);
	expect((await told(here)).map(({ name }) => name).sort()).toEqual(["ready", "ready"]);
	expect(await here.getByText("All our services").isVisible()).toBe(false);
	expect(
		await here
			.locator("fingerpost-directory")
			.evaluate((e) => getComputedStyle(e.shadowRoot?.querySelector("li") ?? e).borderTopWidth),
	).toBe("1px");
	expect(await accessibilityProblems(here)).toEqual([]);
});

test("nothing is asked before the widget is seen", async () => {
	const { page: here, asked } = await visit("/below");
	await here.waitForLoadState("networkidle");
	expect(asked).toEqual([]);
	expect(await here.getByText("All our services").count()).toBe(1);
	await here.locator("fingerpost-directory").scrollIntoViewIfNeeded();
	await here.getByRole("status").waitFor();
	expect(asked.length).toBe(1);
});

test("of a postcode only the sector leaves, wherever it was written, and no event tells of it", async () => {
	const { page: here, asked } = await visit("/strict");
	await here.getByRole("status").waitFor();
	const answered = () => here.waitForResponse((response) => response.url().includes("/api/"));
	for (const [what, near] of [
		["food", "ZZ1 1AB"],
		["food", "zz11ab"],
		["playgroup near zz1 1ab please", ""],
		["food ZZ1 1AB", "12 Made Up Street, ZZ1-1AB"],
	] as const) {
		const answer = answered();
		await search(here, what, near);
		await answer;
	}
	expect(asked.length).toBe(5);
	for (const request of asked.slice(1)) {
		expect(request).toContain("near=ZZ1+1");
		expect(request.toLowerCase().replace(/[^a-z0-9]/g, "")).not.toContain("1ab");
		expect(request).not.toContain("Street");
	}
	const listed = await here.locator("fingerpost-directory ol").textContent();
	expect(listed).toMatch(/[\d.]+ miles away|Less than half a mile away/);
	expect(listed).not.toMatch(/\bkm\b/);
	await search(here, "secret words", "Wilmslow high street");
	await here.getByText("Write a postcode").waitFor();
	expect(await here.getByLabel("Postcode or first part of it").getAttribute("aria-invalid")).toBe("true");
	expect(asked.length).toBe(5);
	expect(await accessibilityProblems(here)).toEqual([]);
	const events = await told(here);
	expect(events.filter(({ name }) => name === "search").length).toBe(4);
	expect(JSON.stringify(events)).not.toMatch(/food|playgroup|zz1|1ab|street/i);
});

test("events bubble out of the shadow and hold nothing but kinds and counts", async () => {
	const { page: here } = await visit("/strict");
	await here.getByRole("status").waitFor();
	await here.evaluate(() => document.addEventListener("click", (event) => event.preventDefault()));
	await search(here, "domestic abuse");
	await here.getByRole("status").filter({ hasText: "service" }).waitFor();
	await here.locator("fingerpost-directory ol a").first().click();
	await here.locator("fingerpost-directory").getByRole("link", { name: "Call 999" }).first().click();
	const events = await told(here);
	for (const event of events) expect(event).toMatchObject({ bubbles: true, composed: true, detail: { area: "demo" } });
	expect(events).toContainEqual(expect.objectContaining({ name: "open", detail: { area: "demo", what: "service" } }));
	expect(events).toContainEqual(expect.objectContaining({ name: "contact", detail: { area: "demo", by: "phone" } }));
	const allowed = ["area", "total", "what", "by", "reason"];
	const keys = await here.evaluate<string[]>("window.told.flatMap((event) => Object.keys(event.detail))");
	expect(keys.filter((key) => !allowed.includes(key))).toEqual([]);
	expect(JSON.stringify(events)).not.toMatch(/abuse/i);
});

test("words that tell of danger are answered with the way to help first", async () => {
	const { page: here } = await visit("/strict");
	await here.getByRole("status").waitFor();
	await search(here, "my partner is hitting me right now please help");
	await here.getByRole("alert").getByRole("link", { name: /999/ }).first().waitFor();
	expect(await accessibilityProblems(here)).toEqual([]);
	await search(here, "toddler group");
	await expect.poll(() => here.getByRole("alert").textContent()).toBe("");
});

test("it is worked by keyboard alone, and tells what it found", async () => {
	const { page: here, asked } = await visit("/strict");
	await here.getByRole("status").waitFor();
	await here.keyboard.press("Tab");
	await here.keyboard.type("help");
	const answer = here.waitForResponse((response) => response.url().includes("/api/"));
	await here.keyboard.press("Enter");
	await answer;
	await here.locator("fingerpost-directory ol:not([aria-busy])").waitFor();
	await here.getByRole("status").filter({ hasText: "You see 5" }).waitFor();
	const before = await here.locator("fingerpost-directory li").count();
	const more = here.getByRole("button", { name: "Show more" });
	await here.getByLabel("What do you need?").fill("typed later, not asked");
	await more.focus();
	await here.keyboard.press("Enter");
	await expect.poll(() => here.locator("fingerpost-directory li").count()).toBeGreaterThan(before);
	expect(asked.at(-1)).toContain("q=help");
	expect(asked.at(-1)).toContain("page=2");
	const focused = () =>
		here.evaluate(() => {
			const root = document.querySelector("fingerpost-directory")?.shadowRoot;
			const items = [...(root?.querySelectorAll("li") ?? [])];
			return items.findIndex((item) => item.contains(root?.activeElement ?? null));
		});
	await expect.poll(focused).toBe(before);
});

test("where nothing is found there are ways on, and each of them gives something", async () => {
	const { page: here } = await visit("/strict");
	await here.getByRole("status").waitFor();
	await search(here, "xyzzyplugh");
	await here.getByRole("status").filter({ hasText: "nothing" }).waitFor();
	expect(await accessibilityProblems(here)).toEqual([]);
	await here.locator("fingerpost-directory .ways button").first().click();
	await here
		.getByRole("status")
		.filter({ hasText: /\d service/ })
		.waitFor();
});

test("a page that unsets every style cannot make it unusable", async () => {
	const { page: here } = await visit("/hostile");
	await here.getByRole("status").waitFor();
	const button = here.getByRole("button", { name: "Search" });
	const box = await button.boundingBox();
	expect(box?.height).toBeGreaterThanOrEqual(44);
	const looks = await button.evaluate((element) => {
		const { fontSize, letterSpacing, textTransform, backgroundColor } = getComputedStyle(element);
		return { fontSize, letterSpacing, textTransform, backgroundColor };
	});
	expect(looks).toEqual({
		fontSize: "16px",
		letterSpacing: "normal",
		textTransform: "none",
		backgroundColor: "rgb(13, 71, 83)",
	});
	expect((await here.getByLabel("What do you need?").boundingBox())?.width).toBeGreaterThan(200);
	await search(here, "food bank");
	await here
		.getByRole("link", { name: /Food Bank/ })
		.first()
		.waitFor();
	expect(await accessibilityProblems(here)).toEqual([]);
});

test("two widgets, three copies of the script and an old framework live on one page", async () => {
	const { page: here, asked, faults } = await visit("/crowded");
	const [one, two] = [here.locator("#one"), here.locator("#two")];
	await one.getByRole("status").waitFor();
	await two.scrollIntoViewIfNeeded();
	await two.getByRole("status").waitFor();
	expect(await one.getByRole("listitem").count()).toBe(2);
	expect(await two.getByRole("heading", { level: 3, name: "Find help near you" }).count()).toBe(1);
	expect(asked.filter((request) => request.includes("need=money")).length).toBe(1);
	// The page's own short cut on "s" does not eat what is typed here.
	await one.getByLabel("What do you need?").pressSequentially("sessions");
	expect(await one.getByLabel("What do you need?").inputValue()).toBe("sessions");
	await one.getByRole("button", { name: "Search" }).click();
	await expect.poll(() => asked.some((request) => request.includes("q=sessions"))).toBe(true);
	expect(faults).toEqual([]);
});

test("two widgets on one page are told apart", async () => {
	const { page: here } = await visit("/two");
	await here.locator("#one").getByRole("status").waitFor();
	await here.locator("#two").scrollIntoViewIfNeeded();
	await here.locator("#two").getByRole("status").waitFor();
	expect(await accessibilityProblems(here)).toEqual([]);
});

test("when the server goes away, what the page wrote is there, before and after", async () => {
	const { page: here } = await visit("/wired");
	await here.getByRole("status").waitFor();
	council.wire.cut();
	await search(here, "food bank");
	await here.getByRole("status").filter({ hasText: "cannot reach" }).waitFor();
	expect(await here.getByText("All our services").isVisible()).toBe(true);
	expect(await accessibilityProblems(here)).toEqual([]);
	council.wire.mend();
	await here.getByRole("button", { name: "Search" }).click();
	await here
		.getByRole("link", { name: /Food Bank/ })
		.first()
		.waitFor();
	expect(await here.getByText("All our services").isVisible()).toBe(false);
	// And from the beginning: the script came, the directory does not.
	const never = await site.open();
	await never.route("**/api/**", (route) => route.abort());
	await never.goto(`${council.origin}/wired`);
	await never.evaluate("customElements.whenDefined('fingerpost-directory')");
	await never.waitForTimeout(200);
	expect(await never.getByText("All our services").isVisible()).toBe(true);
	expect(await never.getByRole("button", { name: "Search" }).count()).toBe(0);
});

test.each([
	["the script is blocked", "/blocked", true],
	["there is no script", "/strict", false],
	["its area cannot be read", "/broken", true],
	["there is no such area", "/nowhere", true],
])("what the page wrote stays where %s", async (_why, path, javaScriptEnabled) => {
	const { page: here } = await visit(path, { javaScriptEnabled });
	await here.waitForLoadState("networkidle");
	expect(await here.getByText("All our services").isVisible()).toBe(true);
	expect(await here.getByRole("button", { name: "Search" }).count()).toBe(0);
});

test("a changed attribute shows at once, and on paper there is a list and no form", async () => {
	const { page: here } = await visit("/strict");
	await here.getByRole("status").waitFor();
	await here.locator("fingerpost-directory").evaluate((element) => {
		element.setAttribute("limit", "2");
		element.setAttribute("heading-level", "4");
		element.setAttribute("phone", "01632 960102");
	});
	await here.getByRole("heading", { level: 4, name: "Find help near you" }).waitFor();
	expect(await here.locator("fingerpost-directory").getByRole("listitem").count()).toBe(2);
	await here.getByRole("link", { name: "Call 01632 960102" }).waitFor();
	await here.emulateMedia({ media: "print" });
	expect(await here.getByRole("button", { name: "Search" }).isVisible()).toBe(false);
	expect(await here.locator("fingerpost-directory").getByRole("listitem").first().isVisible()).toBe(true);
});
