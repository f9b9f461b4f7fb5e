import { expect, test } from "vitest";
import { main as check } from "#cli/check.ts";

test("a file that is named is told with its reading figures beside the limits", async () => {
	const lines: string[] = [];
	expect(await check(["answers/parents/s47-what.md"], (line) => lines.push(line))).toBe(0);
	expect(lines[0]).toMatch(
		/^content\/answers\/parents\/s47-what\.md: reading grade \d\.\d \(at most 5; grade 4 is about age nine\), sentences of [\d.]+ words on average \(at most 14\), the longest \d+ \(at most 25\), \d+ words in all\.$/,
	);
	expect(lines).toHaveLength(2);
});
