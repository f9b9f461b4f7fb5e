import { isDeepStrictEqual } from "node:util";
import * as z from "zod";
import { wilson } from "#cli/evaluate/wilson.ts";

const Case = z.looseObject({ id: z.string(), expect: z.record(z.string(), z.unknown()) });

/**
 * How often results agree with what a labelled set expects: a table with the rate, its 95 % interval and each case
 * that differs. A case is `{…line, expect: {key: value}}`; only the keys it names are compared.
 */
export function agreement(name: string, cases: string, line: (value: unknown) => object): string {
	const lines = cases.split("\n").filter((text) => text.trim() !== "");
	const differing = lines.flatMap((text) => {
		const { expect, ...given } = Case.parse(JSON.parse(text));
		const result = new Map(Object.entries(line(given)));
		const wrong = Object.entries(expect).filter(([key, value]) => !isDeepStrictEqual(result.get(key), value));
		return wrong.map(
			([key, value]) =>
				`  ${given.id} ${key}: expected ${JSON.stringify(value)}, got ${JSON.stringify(result.get(key))}`,
		);
	});
	const right = lines.length - new Set(differing.map((text) => text.trim().split(" ")[0])).size;
	return [`${name}: ${right} of ${lines.length} agree (${wilson(right, lines.length)})`, ...differing].join("\n");
}
