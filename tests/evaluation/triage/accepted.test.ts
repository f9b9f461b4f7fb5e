import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { judgeHeldOut } from "#cli/evaluate/triage.ts";
import { figuresOf } from "#cli/evaluate/triage-figures.ts";

const Accepted = z.object({ held_out: z.record(z.string(), z.number()) });
const accepted = Accepted.parse(JSON.parse(readFileSync(new URL("accepted.json", import.meta.url), "utf8")));
const figures = Object.entries(figuresOf(judgeHeldOut()));

/** These only describe: two messages more or less are no drop. */
const DESCRIPTIONS = ["urgent_first", "concern_alarmed", "none_quiet_card", "reason_right"];

/** For these a lower rate is better. */
const FALSE_ALARMS = ["urgent_first", "concern_alarmed", "hard_alarmed", "none_alarmed", "none_quiet_card"];

describe("the held-out messages are judged no worse than was accepted", () => {
	test.each(figures)("%s", (name, { hits, of }) => {
		const before = accepted.held_out[name] ?? Number.NaN;
		const room = DESCRIPTIONS.includes(name) ? 2 / of + 0.001 : 0;
		const rate = Math.round((1000 * hits) / of) / 1000;
		if (FALSE_ALARMS.includes(name)) expect(rate).toBeLessThanOrEqual(before + room);
		else expect(rate).toBeGreaterThanOrEqual(before - room);
	});
});
