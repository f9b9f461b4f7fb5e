import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { dangerPart, readingPart } from "#cli/evidence.ts";
import { CallBackDetails } from "#domain/call-backs/call-back.ts";
import * as retention from "#domain/call-backs/retention.ts";
import * as session from "#domain/desk/desk-session.ts";

const paper = (name: string) => readFileSync(`docs/governance/${name}`, "utf8");
const rowsOf = (text: string) =>
	text
		.split("\n")
		.filter((line) => line.startsWith("| "))
		.map((line) =>
			line
				.split("|")
				.slice(1, -1)
				.map((cell) => cell.trim()),
		);

describe("the papers say what the code does", () => {
	const named: Readonly<Record<string, unknown>> = { ...retention, ...session };
	const promised = rowsOf(paper("retention-schedule.md")).flatMap(([what = "", period = "", constant = ""]) =>
		/^`[A-Z_]+`$/.test(constant) ? [{ what, period, constant: constant.replaceAll("`", "") }] : [],
	);

	test("every period of the retention schedule is the constant that it names", () => {
		expect(promised.length).toBeGreaterThan(6);
		for (const { what, period, constant } of promised) {
			const value = Number(named[constant]);
			const inWords = constant.endsWith("_MS") ? timeOf(value) : String(value);
			expect([what, period.replace(/^from /, "").startsWith(`${inWords} `) || period === `from ${inWords} on`]).toEqual(
				[what, true],
			);
		}
	});

	test("no period of the code is left out of the schedule", () => {
		const known = new Set(promised.map(({ constant }) => constant));
		const kept = Object.keys(retention).filter((name) => /^(?:ERASED|REMAINS|DELIVERED)_/.test(name));
		expect(kept.filter((name) => !known.has(name))).toEqual([]);
	});

	test("the assessment names every field that a call-back holds, and no other", () => {
		const [, held = ""] = /\*\*What a call-back holds\*\*([\s\S]*?)Beside it in the clear/.exec(paper("dpia.md")) ?? [];
		const said = [...held.matchAll(/\(`(\w+)`\)/g)].map((match) => match[1]);
		expect(said.toSorted()).toEqual(Object.keys(CallBackDetails.shape).toSorted());
	});

	test("every address outside that the code can call stands in the processing schedule", () => {
		const schedule = paper("processing-schedule.md");
		const called = new Set<string>();
		for (const file of sources("src"))
			for (const [, host = ""] of readFileSync(file, "utf8").matchAll(
				/["'`]https:\/\/((?:api\.|www\.gov\.uk\/bank)[\w./-]*)["'`]/g,
			))
				called.add(host);
		expect(called.size).toBeGreaterThan(1);
		for (const address of called) expect([address, schedule.includes(address)]).toEqual([address, true]);
	});
});

test("the evidence is what the code gives now; if not, run: npm run evidence", async () => {
	const page = paper("evidence.md");
	expect(page.includes(dangerPart())).toBe(true);
	expect(page.includes(await readingPart())).toBe(true);
});

describe("the papers are whole", () => {
	test.each([
		["childrens-code.md", 15],
		["ai-playbook.md", 10],
		["security-pack.md", 14],
	])("%s answers every one of its %d principles", (name, count) => {
		const numbers = rowsOf(paper(name)).flatMap(([first = ""]) => (/^\d+$/.test(first) ? [Number(first)] : []));
		expect(numbers).toEqual(Array.from({ length: count }, (_, n) => n + 1));
	});

	test("the index names every paper", () => {
		const index = paper("README.md");
		for (const name of readdirSync("docs/governance").filter((file) => file !== "README.md"))
			expect([name, index.includes(`(${name})`)]).toEqual([name, true]);
	});

	test("nothing claims an approval that did not happen", () => {
		for (const name of readdirSync("docs/governance"))
			expect([name, /\b(?:has been|was|were) (?:approved|signed off|reviewed) by\b/.test(paper(name))]).toEqual([
				name,
				false,
			]);
	});
});

function sources(folder: string): readonly string[] {
	return readdirSync(folder, { recursive: true, encoding: "utf8" })
		.filter((name) => /\.tsx?$/.test(name) && !name.includes("compiled"))
		.map((name) => `${folder}/${name}`);
}

function timeOf(milliseconds: number): string {
	const minutes = milliseconds / 60_000;
	return minutes < 60 ? String(minutes) : String(minutes / 60);
}
