import { expect, test } from "vitest";
import { holds, IDLE_MS, LONGEST_MS } from "#domain/desk/desk-session.ts";

const start = new Date("2026-11-24T09:00:00Z");
const after = (ms: number) => new Date(start.getTime() + ms);
const session = { createdAt: start, seenAt: start, expiresAt: after(LONGEST_MS) };

test("a session ends after half an hour without a request, to the millisecond", () => {
	expect(holds(session, after(IDLE_MS - 1))).toBe(true);
	expect(holds(session, after(IDLE_MS))).toBe(false);
});

test("a session that is used all day ends after eight hours all the same", () => {
	const late = { ...session, seenAt: after(LONGEST_MS - 1000) };
	expect(holds(late, after(LONGEST_MS - 1))).toBe(true);
	expect(holds(late, after(LONGEST_MS))).toBe(false);
	expect(holds({ ...late, expiresAt: after(10 * LONGEST_MS) }, after(LONGEST_MS))).toBe(false);
});

test("a clock that was set back does not keep a session open", () => {
	expect(holds(session, after(-IDLE_MS * 2))).toBe(false);
});
