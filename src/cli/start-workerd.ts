import { spawn } from "node:child_process";
import { copyFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as packaged from "workerd";
import { root } from "#cli/content-files.ts";
import { freePort } from "#cli/free-port.ts";

/** The bundle as `wrangler deploy` would send it. */
export const BUNDLE = join(root, "dist/worker/worker.js");
const STARTS_WITHIN_MS = 20_000;

export type Workerd = { readonly url: string; readonly pid: number; readonly stop: () => Promise<void> };

/**
 * Runs a bundle in workerd itself, on a free port of 127.0.0.1, with these text bindings. It can reach this machine and
 * nothing else. Throws when it does not answer within 20 seconds, with what it said.
 */
export async function startWorkerd(bindings: Readonly<Record<string, string>>, bundle = BUNDLE): Promise<Workerd> {
	const folder = await mkdtemp(join(tmpdir(), "workerd-"));
	const port = await freePort();
	await copyFile(bundle, join(folder, "worker.js"));
	await writeFile(join(folder, "config.capnp"), configOf(port, bindings));
	const server = spawn(binaryIn(packaged), ["serve", join(folder, "config.capnp")], {
		stdio: ["ignore", "ignore", "pipe"],
	});
	const said: string[] = [];
	server.stderr.on("data", (text) => said.push(String(text)));
	const killWithUs = () => server.kill("SIGKILL");
	process.once("exit", killWithUs);
	const stop = async () => {
		process.off("exit", killWithUs);
		if (server.exitCode === null && server.signalCode === null) {
			const ended = new Promise((resolve) => server.once("exit", resolve));
			server.kill("SIGKILL");
			await ended;
		}
		await rm(folder, { recursive: true, force: true });
	};
	const url = `http://127.0.0.1:${port}`;
	const until = Date.now() + STARTS_WITHIN_MS;
	while (Date.now() < until && server.exitCode === null) {
		const answer = await fetch(`${url}/health`).catch(() => null);
		if (answer) return { url, pid: server.pid ?? 0, stop };
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	await stop();
	throw new Error(`workerd did not answer on ${url}: ${said.join("").slice(-1000)}`);
}

/** The package is CommonJS: depending on who loads it, the path is its default export or that of its default export. */
function binaryIn(module: unknown): string {
	if (typeof module === "string") return module;
	if (typeof module === "object" && module !== null && "default" in module) return binaryIn(module.default);
	throw new Error("The package workerd names no program: run npm ci.");
}

/** workerd's own configuration (Cap'n Proto text). `private` and `local` are the only networks it may reach. */
function configOf(port: number, bindings: Readonly<Record<string, string>>): string {
	const texts = Object.entries(bindings).map(
		([name, value]) => `(name = ${JSON.stringify(name)}, text = ${JSON.stringify(value)})`,
	);
	return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = .main),
    (name = "here", network = (allow = ["private", "local"], tlsOptions = (trustBrowserCas = true))),
  ],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")]
);
const main :Workerd.Worker = (
  modules = [(name = "worker.js", esModule = embed "worker.js")],
  compatibilityDate = "2026-10-01",
  compatibilityFlags = ["nodejs_compat"],
  bindings = [${texts.join(", ")}],
  globalOutbound = "here"
);
`;
}
