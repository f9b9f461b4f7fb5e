import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { createEdgeLimits } from "#adapters/limits/edge-limits.ts";
import { createMemoryLimits } from "#adapters/limits/memory-limits.ts";
import { PER_MINUTE } from "#domain/limits/limit-kinds.ts";

function clockFrom(start: string) {
	let now = Date.parse(start);
	return { now: () => new Date(now), pass: (ms: number) => (now += ms) };
}

test("a network may do so much of each kind in a minute, and the next minute again", async () => {
	const clock = clockFrom("2026-11-24T10:00:00Z");
	const limited = createMemoryLimits({ clock, perMinute: { ...PER_MINUTE, write: 3, turn: 2 } });
	const writes = async (who: string) => {
		const answers: boolean[] = [];
		for (let i = 0; i < 4; i++) answers.push(await limited("write", who));
		return answers;
	};
	expect(await writes("198.51.100.7")).toEqual([false, false, false, true]);
	expect(await writes("198.51.100.8")).toEqual([false, false, false, true]);
	expect(await limited("turn", "198.51.100.7")).toBe(false);
	clock.pass(60_000);
	expect(await writes("198.51.100.7")).toEqual([false, false, false, true]);
});

test("addresses of one IPv6 home are one network", async () => {
	const limited = createMemoryLimits({
		clock: clockFrom("2026-11-24T10:00:00Z"),
		perMinute: { ...PER_MINUTE, write: 1 },
	});
	expect(await limited("write", "2001:db8:1:2::1")).toBe(false);
	expect(await limited("write", "2001:db8:1:2:ffff::2")).toBe(true);
});

test("more networks than are counted apart share places, so that memory and the limit both hold", async () => {
	const limited = createMemoryLimits({
		clock: clockFrom("2026-11-24T10:00:00Z"),
		perMinute: { ...PER_MINUTE, write: 1 },
		mostNetworks: 10,
	});
	const answers: boolean[] = [];
	for (let i = 0; i < 5000; i++) answers.push(await limited("write", `10.0.${i >> 8}.${i & 255}`));
	expect(answers.slice(0, 10)).not.toContain(true);
	// Of 1,024 shared places with one write each, most of 5,000 callers are refused.
	expect(answers.filter(Boolean).length).toBeGreaterThan(3900);
});

test("the edge's limits are the same as Node's, kind by kind", async () => {
	const text = await readFile("wrangler.toml", "utf8");
	const names = { turn: "TURNS", write: "WRITES", status: "STATUSES", sign_in: "SIGN_INS" } as const;
	for (const [kind, limit] of Object.entries(PER_MINUTE)) {
		const name = Object.entries(names).find(([of]) => of === kind)?.[1];
		expect(text).toMatch(
			new RegExp(`name = "${name}"\\nnamespace_id = "\\d+"\\nsimple = \\{ limit = ${limit}, period = 60 \\}`),
		);
	}
});

test("the edge asks its binding by network, and keeps nobody out where it cannot be asked", async () => {
	const keys: string[] = [];
	const binding = { limit: async ({ key }: { readonly key: string }) => ({ success: keys.push(key) < 2 }) };
	const limited = createEdgeLimits({ TURNS: binding, WRITES: { limit: () => Promise.reject(new Error("away")) } });
	expect(await limited("turn", "2001:db8:1:2::1")).toBe(false);
	expect(await limited("turn", "2001:db8:1:2::2")).toBe(true);
	expect(keys).toEqual(["2001:db8:1:2::/64", "2001:db8:1:2::/64"]);
	expect(await limited("write", "198.51.100.7")).toBe(false);
	expect(await limited("sign_in", "198.51.100.7")).toBe(false);
});
