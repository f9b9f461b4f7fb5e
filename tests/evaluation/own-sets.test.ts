import { expect, test } from "vitest";
import { datesEvaluation } from "#cli/evaluate/dates.ts";
import { hoursEvaluation } from "#cli/evaluate/hours.ts";

test("every labelled case of hours comes out as labelled", () => {
	expect(hoursEvaluation().report()).toMatch(/^hours: (\d+) of \1 agree/);
});

test("every labelled case of dates comes out as labelled", () => {
	expect(datesEvaluation().report()).toMatch(/^dates: (\d+) of \1 agree/);
});
