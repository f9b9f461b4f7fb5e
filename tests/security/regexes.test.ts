import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type FoundRegex, regexesIn, regexesOf } from "#tests/security/regex-literals.ts";

const FEW = [12, 18, 24, 30, 45, 70, 110, 250] as const;
const HOSTILE = 100_000;
/** Four times the text may take this many times as long: four would be straight, sixteen is square. */
const MOST_GROWTH = 9;
/** Below these, in milliseconds, growth cannot be told from noise. */
const NOTICED_EARLY = 30;
const NOTICED = 6;
const NOTICED_LATE = 60;

function timeOf(regex: RegExp, text: string): number {
	const from = performance.now();
	text.replace(regex, "x");
	return performance.now() - from;
}

function best(regex: RegExp, text: string, tries = 4): number {
	return Math.min(...Array.from({ length: tries }, () => timeOf(regex, text)));
}

/** What a hostile text for it may be made of: its own letters, alone, in pairs and with spaces between. */
function unitsOf(source: string): readonly string[] {
	const plain = source.replace(/\\[pP]\{[^}]*\}|\\u\{?[0-9a-f]+\}?|\(\?<\w+>|\(\?<?[=!:]/gi, "");
	const letters = new Set<string>();
	for (const [, escaped, letter] of plain.matchAll(/\\(.)|([^\\[\](){}|^$*+?.])/g))
		letters.add(escaped === undefined ? (letter ?? "a") : (STANDS_FOR[escaped] ?? escaped));
	const own = [...letters].slice(0, 5);
	const pairs = own.flatMap((one, index) => [`${one} `, `${one}${own[index + 1] ?? "a"}`]);
	return [...new Set(["a", "0", " ", ...own, ...pairs])].slice(0, 11);
}
const STANDS_FOR: Readonly<Record<string, string>> = {
	w: "a",
	W: " ",
	d: "0",
	D: "a",
	s: " ",
	S: "a",
	b: "a",
	n: "\n",
	t: "\t",
};

/** On what its time doubles with each repeat; null where it does not. */
function explosionOf({ source, flags }: Pick<FoundRegex, "source" | "flags">): string | null {
	const regex = new RegExp(source, flags);
	for (const unit of unitsOf(source))
		for (const times of FEW) {
			const text = `${unit.repeat(times)}\u0000`;
			if (timeOf(regex, text) > NOTICED_EARLY && best(regex, text, 2) > NOTICED_EARLY)
				return `exponential on ${times} times ${JSON.stringify(unit)}`;
		}
	return null;
}

/** On what it is exponential or square; null where its time grows as the text does. */
function growthOf({ source, flags }: Pick<FoundRegex, "source" | "flags">): string | null {
	const explosion = explosionOf({ source, flags });
	if (explosion !== null) return explosion;
	const regex = new RegExp(source, flags);
	for (const unit of unitsOf(source)) {
		const text = (length: number) => `${unit.repeat(Math.ceil(length / unit.length))}\u0000`;
		if (grows(regex, text, 8000, NOTICED)) return `square on ${JSON.stringify(unit)}`;
		regex.lastIndex = 0;
		// Where it finds something at once it has nothing to go back over.
		if (!regex.test(text(2000)) && grows(regex, text, HOSTILE, NOTICED_LATE))
			return `square on ${JSON.stringify(unit)}`;
	}
	return null;
}

function grows(regex: RegExp, text: (length: number) => string, length: number, noticed: number): boolean {
	if (timeOf(regex, text(length)) < noticed) return false;
	const long = best(regex, text(length));
	return long >= noticed && long / best(regex, text(length / 4)) > MOST_GROWTH;
}

/** Those whose text is bounded elsewhere; the file says where. */
const BOUNDED_SQUARES: ReadonlySet<string> = new Set(
	readFileSync("tests/security/bounded-squares.txt", "utf8")
		.split("\n")
		.filter((line) => line !== "" && !line.startsWith("#")),
);

const ours = regexesIn("src");
const key = ({ file, source }: FoundRegex) => `${file.replaceAll("\\", "/")} ${source}`;

describe("the scan for regular expressions", () => {
	test("finds them and nothing else", () => {
		const code = [
			// biome-ignore lint/suspicious/noTemplateCurlyInString: it is code to be scanned
			'const a = "/no/" + /one[/"]/.test(`/no/${/two/g}/no/`); // /no/',
			"const b = c / d / e; const { f } = { f: /three\\/x/iu }; /* /no/ */",
			"function g() { return /four/; }",
		].join("\n");
		expect(regexesOf("x.ts", code).map(({ source }) => source)).toEqual(['one[/"]', "two", "three\\/x", "four"]);
		expect(ours.length).toBeGreaterThan(400);
	});

	test("tells an evil expression from a straight one", () => {
		expect(growthOf({ source: "^(?:a+)+$", flags: "" })).toContain("exponential");
		expect(growthOf({ source: "\\s+$", flags: "" })).toContain("square");
		expect(growthOf({ source: "^\\s+", flags: "" })).toBeNull();
	});
});

test("every regular expression of ours takes a hostile 100 kB in time that grows as the text does", () => {
	const bad = ours
		.filter((regex) => !BOUNDED_SQUARES.has(key(regex)))
		.flatMap((regex) => {
			const growth = growthOf(regex);
			return growth === null ? [] : [`${regex.file}:${regex.line} ${growth}: ${regex.source}`];
		});
	expect(bad).toEqual([]);
}, 120_000);

test("those that grow with the square are still there, and none of them is exponential", () => {
	const known = new Map(ours.map((regex) => [key(regex), regex]));
	expect([...BOUNDED_SQUARES].filter((one) => !known.has(one))).toEqual([]);
	for (const one of BOUNDED_SQUARES) {
		const regex = known.get(one);
		if (regex) expect([one, explosionOf(regex)]).toEqual([one, null]);
	}
}, 60_000);
