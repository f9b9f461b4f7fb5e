import { afterAll, beforeAll, expect, test } from "vitest";
import { main } from "#cli/desk.ts";
import { createDependencies } from "#dependencies/create-dependencies.ts";
import { migratedDatabase, type TestDatabase } from "#tests/support/database.ts";

let database: TestDatabase;
beforeAll(async () => {
	database = await migratedDatabase();
});
afterAll(() => database.close());

async function run(...argv: readonly string[]) {
	const lines: string[] = [];
	const open = async () => createDependencies({ url: database.url });
	const code = await main(argv, { print: (line) => lines.push(line), open });
	return { code, said: lines.join("\n") };
}

test("the first manager is made by command, and the audit log says so", async () => {
	expect(await run("give", "--area", "demo", "--role", "manager", "--to", "Mo@example.org")).toMatchObject({ code: 0 });
	expect(await run("give", "--area", "*", "--role", "platform", "--to", "ops@example.org")).toMatchObject({ code: 0 });
	expect((await run("list", "--area", "demo")).said).toMatch(/^mo@example.org {2}manager .* by Command on the server$/);
	expect((await run("audit", "--area", "demo")).said).toContain("is whole: 1 lines");
	expect(await run("take", "--area", "demo", "--role", "manager", "--from", "mo@example.org")).toMatchObject({
		code: 0,
	});
	expect(await run("take", "--area", "demo", "--role", "manager", "--from", "mo@example.org")).toMatchObject({
		code: 1,
	});
});

test.each([
	[["give", "--area", "demo"], "--role and --to"],
	[["give", "--area", "demo", "--role", "platform", "--to", "x@example.org"], '"platform" goes with --area "*"'],
	[["give", "--area", "*", "--role", "manager", "--to", "x@example.org"], '"platform" goes with --area "*"'],
	[["give", "--area", "demo", "--role", "boss", "--to", "x@example.org"], "no role boss"],
	[["fly"], "no command fly"],
	[["list", "--colour", "red"], "colour"],
])("a command that cannot work says why and how: %j", async (argv, why) => {
	const { code, said } = await run(...argv);
	expect([code, said]).toEqual([2, expect.stringContaining(why)]);
	expect(said).toContain("npm run desk");
});

test("a name that cannot be one is refused", async () => {
	expect(await run("give", "--area", "demo", "--role", "viewer", "--to", "somebody")).toMatchObject({ code: 1 });
});
