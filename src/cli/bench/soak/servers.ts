import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { root } from "#cli/content-files.ts";
import { startWorkerd } from "#cli/start-workerd.ts";

export type SoakServer = { readonly url: string; readonly pid: number; readonly stop: () => Promise<void> };

/** The two ways in which the product runs, each over a database at this address. */
export const SOAK_SERVERS = {
	workerd: (database: string): Promise<SoakServer> =>
		startWorkerd({ DATABASE_URL: database, BANK_HOLIDAYS_URL: "off", ENVIRONMENT: "production", ...KEYS }),
	node: startNode,
} as const;

/** Of this run alone: 32 bytes in base64. */
const KEYS = { COOKIE_KEY: Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString("base64") };

async function startNode(database: string): Promise<SoakServer> {
	const server = spawn(process.execPath, ["--import", "tsx", "src/cli/bench/soak/node-server.ts"], {
		cwd: root,
		stdio: ["ignore", "pipe", "inherit"],
		env: {
			PATH: process.env["PATH"],
			...KEYS,
			DATABASE_URL: database,
			BANK_HOLIDAYS_URL: "off",
			TRUSTED_PROXY: "1",
			PORT: "0",
		},
	});
	const killWithUs = () => server.kill("SIGKILL");
	process.once("exit", killWithUs);
	for await (const line of createInterface({ input: server.stdout })) {
		const stop = async () => {
			process.off("exit", killWithUs);
			const ended = new Promise((resolve) => server.once("exit", resolve));
			if (server.exitCode === null) server.kill("SIGKILL");
			await ended;
		};
		return { url: `http://127.0.0.1:${line.trim()}`, pid: server.pid ?? 0, stop };
	}
	throw new Error("The server on Node ended before it listened.");
}

/** Memory that a process holds, in MB; null where the system does not tell (it is read from /proc). */
export async function memoryOf(pid: number): Promise<number | null> {
	const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
	const held = /^VmRSS:\s+(\d+) kB/m.exec(status)?.[1];
	return held === undefined ? null : Math.round(Number(held) / 1024);
}
