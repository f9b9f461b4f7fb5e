import { afterEach, beforeEach, expect, test } from "vitest";
import type { AuditEntry } from "#domain/desk/audit-entry.ts";
import { createTestDesk, type Staff, staffWith } from "#tests/support/desk.ts";
import type { TestApp } from "#tests/support/test-app.ts";

let app: TestApp;
let mo: Staff;
beforeEach(async () => {
	app = await createTestDesk();
	await app.deps.areas.save({ slug: "demo", name: "Demo", demonstration: true });
	mo = await staffWith(app, { demo: ["manager"] }, "Mo Manager");
});
afterEach(() => app.close());

const at = (text: string) => new Date(text);
const entry = (over: Partial<AuditEntry>): AuditEntry => ({
	area: "demo",
	at: at("2026-11-20T09:00:00Z"),
	actor: "Dana <dana@example.org>",
	action: "call_back.claimed",
	entity: "call_back",
	entityId: "AB12CD34",
	detail: {},
	...over,
});
const rowsOf = async (path: string) =>
	[...(await (await mo.get(path)).text()).matchAll(/<th scope="row">(\d+)<\/th>/g)].map((match) => Number(match[1]));

test("the log is read by kind, by person and by days of London's calendar, both included", async () => {
	await app.deps.auditLog.append([
		entry({}),
		entry({ action: "settings.changed", at: at("2026-07-01T23:30:00Z"), actor: "Mo <mo@example.org>" }),
		entry({ area: "othertown", action: "call_back.closed" }),
	]);
	expect(await rowsOf("/desk/demo/audit")).toEqual([3, 2, 1]);
	expect(await rowsOf("/desk/demo/audit?kind=call_back")).toEqual([2]);
	expect(await rowsOf("/desk/demo/audit?who=mo@")).toEqual([3]);
	// Half past eleven at night by the world's clock is the next day in London's summer.
	expect(await rowsOf("/desk/demo/audit?from=2026-07-02&until=2026-07-02")).toEqual([3]);
	expect(await rowsOf("/desk/demo/audit?from=2026-07-01&until=2026-07-01")).toEqual([]);
	expect(await rowsOf("/desk/demo/audit?kind=nonsense&from=yesterday&before=x")).toEqual([3, 2, 1]);
});

test("a long log is read page by page", async () => {
	await app.deps.auditLog.append(Array.from({ length: 60 }, () => entry({})));
	const first = await (await mo.get("/desk/demo/audit?kind=call_back")).text();
	const older = /href="(\/desk\/demo\/audit\?[^"]*before=[^"]*)"/.exec(first)?.[1]?.replaceAll("&amp;", "&") ?? "";
	expect(older).toContain("kind=call_back");
	expect(await rowsOf("/desk/demo/audit?kind=call_back")).toHaveLength(50);
	expect(await rowsOf(older)).toHaveLength(10);
});

test("the file holds every column, and no cell that a spreadsheet would run", async () => {
	await app.deps.auditLog.append([entry({ actor: "=HYPERLINK(1) <x@example.org>", detail: { reason: 'a, "b"' } })]);
	const response = await mo.get("/desk/demo/audit.csv?kind=call_back");
	expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
	const [head, line] = (await response.text()).split("\r\n");
	expect(head).toBe("position,at,actor,action,entity,entity_id,detail,previous,hash");
	expect(line).toMatch(
		/^2,2026-11-20T09:00:00.000Z,'=HYPERLINK\(1\) <x@example.org>,call_back.claimed,call_back,AB12CD34,/,
	);
});

test("a manager checks the whole log, and is told where it was changed", async () => {
	await app.deps.auditLog.append([entry({}), entry({})]);
	expect(await (await mo.get("/desk/demo/audit?check=1")).text()).toContain("The log is whole: 3 lines");
});

test("what an entry holds is shown as text", async () => {
	await app.deps.auditLog.append([entry({ detail: { reason: "<script>alert(1)</script>" }, entityId: "<b>" })]);
	const page = await (await mo.get("/desk/demo/audit")).text();
	expect(page).not.toContain("<script>alert");
	expect(page).toContain("&lt;script&gt;");
});
