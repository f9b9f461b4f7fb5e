import { expect, test } from "vitest";
import { contentFiles } from "#cli/content-files.ts";
import { checkThemes } from "#content/checks/themes.ts";
import { type Files, readDraft } from "#content/read-draft.ts";

/** The areas alone: no other content has a look. */
const files: Files = new Map([...(await contentFiles())].filter(([path]) => path.startsWith("areas/")));
const problemsOf = (changed: Files) => checkThemes(readDraft(changed).draft, changed);
const LOGO = "areas/demo/logo.svg";
const AREA = "areas/demo/area.yaml";
const problemsWith = (path: string, change: (text: string) => string) =>
	problemsOf(new Map([...files, [path, change(files.get(path) ?? "")]]));

test("the looks of our areas are sound", () => {
	expect(problemsWith(AREA, (text) => text)).toEqual([]);
});

test("a colour that is hard to read is told with its file and line", () => {
	const [problem] = problemsWith(AREA, (text) => text.replace('accent: "#154734"', 'accent: "#5aa37f"'));
	expect(problem?.file).toBe("content/areas/demo/area.yaml");
	expect(problem?.message).toMatch(/accent.*needs 7/);
	expect(problem?.line).toBeGreaterThan(1);
});

test.each([
	["a script", "<script>alert(1)</script></svg>"],
	["something to run", '<rect onload="alert(1)"/></svg>'],
	["something from elsewhere", '<image href="https://example.org/a.png"/></svg>'],
	["a style that loads", "<style>@import 'x.css'</style></svg>"],
])("a logo with %s is refused", (_what, end) => {
	expect(
		problemsWith(LOGO, (text) => text.replace("</svg>", end))
			.map(({ message }) => message)
			.join(),
	).toContain("no script");
});

test("a logo that is missing, too large or without a shape is told", () => {
	const without = new Map(files);
	without.delete(LOGO);
	expect(
		problemsOf(without)
			.map(({ message }) => message)
			.join(),
	).toContain("logo.svg is missing");
	expect(problemsWith(LOGO, (text) => text.replace("viewBox", "data-box")).length).toBeGreaterThan(0);
	expect(problemsWith(LOGO, (text) => text + " ".repeat(20_000)).length).toBeGreaterThan(0);
});
