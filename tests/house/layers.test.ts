import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

/** Imports that each layer must refuse, and a part of what the linter then says. */
const FORBIDDEN = [
	["src/domain/triage/x.ts", "#services/take-turn.ts", "domain/ imports only domain/ and zod"],
	["src/domain/triage/x.ts", "hono", "domain/ imports only domain/ and zod"],
	["src/domain/triage/x.ts", "../../services/take-turn.ts", "domain/ imports only domain/ and zod"],
	["src/domain/triage/x.ts", "node:fs", "Node.js"],
	["src/content/x.ts", "#services/take-turn.ts", "content/ imports domain/"],
	["src/content/x.ts", "node:fs", "Node.js"],
	["src/ports.ts", "#adapters/clock.ts", "ports name types"],
	["src/ports/x.ts", "#adapters/clock.ts", "ports name types"],
	["src/services/x.ts", "#adapters/libsql/feed.ts", "Ask the world through a port"],
	["src/services/x.ts", "hono", "Ask the world through a port"],
	["src/services/x.ts", "drizzle-orm", "Ask the world through a port"],
	["src/adapters/x.ts", "#db/schema.ts", "Only adapters/libsql/ knows SQL"],
	["src/adapters/x.ts", "#services/take-turn.ts", "Only adapters/libsql/ knows SQL"],
	["src/adapters/libsql/x.ts", "#services/take-turn.ts", "adapters/ fulfil a port"],
	["src/dependencies/x.ts", "#services/take-turn.ts", "dependencies/ chooses adapters"],
	["src/api/x.ts", "#adapters/libsql/feed.ts", "api/ parses, calls a verb"],
	["src/api/x.ts", "#pages/site.tsx", "api/ parses, calls a verb"],
	["src/pages/x.tsx", "#api/problem.ts", "pages/ parse, call a verb"],
	["src/pages/x.tsx", "drizzle-orm", "pages/ parse, call a verb"],
	["src/widget/x.ts", "zod", "Browser code stays small"],
	["src/app.ts", "#adapters/clock.ts", "app.ts is given its dependencies"],
	["db/x.ts", "#domain/errors.ts", "db/ describes tables"],
] as const;

const ALLOWED = [
	["src/domain/triage/x.ts", "zod"],
	["src/domain/triage/x.ts", "#domain/errors.ts"],
	["src/services/x.ts", "#domain/errors.ts"],
	["src/services/x.ts", "#ports.ts"],
	["src/api/x.ts", "#services/take-turn.ts"],
	["src/adapters/libsql/x.ts", "#db/schema.ts"],
] as const;

const IMPURE = [
	["fetch('https://example.org')", "take the data as an argument"],
	["Date.now()", "time is an argument"],
	["new Date()", "time is an argument"],
	["Math.random()", "take a number as an argument"],
	["console.log(1)", "return a value"],
] as const;

const project = mkdtempSync(join(tmpdir(), "layers-"));

beforeAll(() => {
	cpSync("biome.json", join(project, "biome.json"));
	cpSync("lint", join(project, "lint"), { recursive: true });
	writeFileSync(join(project, ".gitignore"), "");
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

/** What the linter, with our rules, says of a file that holds `source` at `path`. */
function lint(path: string, source: string): string {
	const file = join(project, path);
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, source);
	const args = ["lint", "--vcs-enabled=false", "--colors=off", path];
	const run = spawnSync(resolve("node_modules/.bin/biome"), args, { cwd: project, encoding: "utf8" });
	rmSync(file);
	return `${run.stdout}${run.stderr}`.replace(/\s+/g, " ");
}

const uses = (specifier: string) => `import { thing } from "${specifier}";\nthing();\n`;

test.each(FORBIDDEN)("%s may not import %s", (path, specifier, message) => {
	expect(lint(path, uses(specifier))).toContain(message);
});

test.each(ALLOWED)("%s may import %s", (path, specifier) => {
	expect(lint(path, uses(specifier))).not.toContain("noRestrictedImports");
});

test.each(IMPURE)("the domain may not call %s", (call, message) => {
	expect(lint("src/domain/triage/x.ts", `export const x = () => ${call};\n`)).toContain(message);
});

test("a circle of imports is refused", () => {
	const other = join(project, "src/domain/triage/other.ts");
	mkdirSync(dirname(other), { recursive: true });
	writeFileSync(other, `import { x } from "./x.ts";\nexport const other = () => x;\n`);
	const said = lint("src/domain/triage/x.ts", `import { other } from "./other.ts";\nexport const x = () => other;\n`);
	rmSync(other);
	expect(said).toContain("noImportCycles");
});
