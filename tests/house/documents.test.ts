import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const documents = [
	...readdirSync(".").filter((name) => name.endsWith(".md")),
	...readdirSync("docs", { recursive: true, encoding: "utf8" })
		.filter((name) => name.endsWith(".md"))
		.map((name) => join("docs", name)),
];

/** Paths in backticks that start with one of our own folders or are files at the top. */
const pathRe =
	/`((?:src|docs|content|db|tests|deploy|lint|\.ci)\/[\w./-]*|(?:wrangler|biome|package|tsconfig)\.(?:toml|json)|Containerfile|\.npmrc)`/g;

test.each(documents)("every path that %s names exists", (document) => {
	const named = [...readFileSync(document, "utf8").matchAll(pathRe)].map((match) => match[1] ?? "");
	expect(named.filter((path) => !existsSync(path) && !path.includes("compiled"))).toEqual([]);
});

test("every file that the container and the unit name exists", () => {
	const copies = [...readFileSync("Containerfile", "utf8").matchAll(/^COPY (.+) \S+$/gm)].flatMap((match) =>
		(match[1] ?? "").split(" "),
	);
	expect(copies.length).toBeGreaterThan(5);
	expect(copies.filter((path) => !existsSync(path))).toEqual([]);
	const unit = readFileSync("deploy/fingerpost.service", "utf8");
	const sections = [...unit.matchAll(/^\[(\w+)\]$/gm)].map((match) => match[1]);
	expect(sections).toEqual(["Unit", "Service", "Install"]);
	for (const line of unit.split("\n")) expect(line === "" || /^\[\w+\]$|^\w+=.*$/.test(line)).toBe(true);
	expect(unit).toContain("ExecStart=/usr/bin/npm start");
});

test("the container file has only instructions that a builder knows", () => {
	const known = /^(?:FROM|WORKDIR|COPY|RUN|USER|ENV|EXPOSE|VOLUME|CMD) /;
	const lines = readFileSync("Containerfile", "utf8")
		.split("\n")
		.filter((line) => line !== "");
	expect(lines[0]).toMatch(/^FROM /);
	for (const line of lines) expect(line).toMatch(known);
});

test("nothing names a machine's path or a registry's host", () => {
	const lock = readFileSync("package-lock.json", "utf8");
	expect(lock).not.toContain("resolved");
});
