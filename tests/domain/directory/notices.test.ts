import { expect, test } from "vitest";
import { hiddenFrom, noticeDue, type ServiceNotice } from "#domain/directory/notices.ts";
import { uuid } from "#tests/support/directory.ts";

const service = { id: uuid(1), assured_date: "2026-01-31" };
const notice = (kind: ServiceNotice["kind"], more: Partial<ServiceNotice> = {}): ServiceNotice => ({
	...{ service: uuid(1), kind, assured: "2026-01-31", state: "sent" },
	sentAt: new Date("2026-12-31T09:00:00Z"),
	...more,
});

test("a provider is told at three months, at six and before twelve, each once for each confirmation", () => {
	expect(noticeDue(service, [], "2026-04-29")).toBeNull();
	expect(noticeDue(service, [], "2026-04-30")).toBe("due");
	expect(noticeDue(service, [notice("due")], "2026-05-30")).toBeNull();
	expect(noticeDue(service, [notice("due")], "2026-07-31")).toBe("stale");
	expect(noticeDue(service, [notice("stale")], "2026-12-31")).toBe("hiding");
	expect(noticeDue(service, [notice("hiding")], "2027-06-30")).toBeNull();
	expect(noticeDue(service, [notice("hiding", { assured: "2025-01-31" })], "2027-06-30")).toBe("hiding");
	expect(noticeDue({ id: uuid(1) }, [], "2027-06-30")).toBeNull();
});

test("a listing leaves the lists at twelve months, and four weeks after it was told at the earliest", () => {
	expect(hiddenFrom(service, [])).toBeNull();
	expect(hiddenFrom(service, [notice("hiding")])).toBe("2027-01-31");
	expect(hiddenFrom(service, [notice("hiding", { sentAt: new Date("2027-03-01T09:00:00Z") })])).toBe("2027-03-29");
	expect(hiddenFrom(service, [notice("hiding", { state: "no address" })])).toBeNull();
	expect(hiddenFrom({ ...service, assured_date: "2026-02-01" }, [notice("hiding")])).toBeNull();
});
