import { spawn } from "node:child_process";
import { join } from "node:path";
import { root } from "#cli/content-files.ts";

/** Runs one of the project's own tools to its end, its output shown as it comes. Answers its exit code. */
export function runCommand(
	name: string,
	args: readonly string[],
	env: Readonly<Record<string, string>> = {},
): Promise<number> {
	const child = spawn(join(root, "node_modules/.bin", name), args, {
		cwd: root,
		stdio: ["ignore", "inherit", "inherit"],
		env: { ...process.env, ...env },
	});
	return new Promise((resolve) => {
		child.on("error", (error) => {
			console.error(`${name} could not be started: ${error.message}. Run npm ci first.`);
			resolve(1);
		});
		child.on("exit", (code) => resolve(code ?? 1));
	});
}
