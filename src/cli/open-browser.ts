import { existsSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { type Browser, chromium } from "playwright-core";

const INSTALLED = [
	"/usr/bin/chromium",
	"/usr/bin/chromium-browser",
	"/usr/bin/google-chrome",
	"/opt/google/chrome/chrome",
];

/** Nothing but this machine can be reached, whatever a page may try. */
const FLAGS = [
	"--no-sandbox",
	"--disable-quic",
	"--disable-background-networking",
	"--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
];

/** A lock older than this was left by a run that was stopped. */
const LONGEST_WAIT_S = 30;

/** A browser for tests and pictures: an installed Chromium or Chrome where there is one, else the one that comes with the packages. */
export async function openBrowser(): Promise<Browser> {
	const executablePath = INSTALLED.find((path) => existsSync(path)) ?? (await packagedChromium());
	return chromium.launch({ executablePath, args: FLAGS });
}

/** Test files run side by side, and all of them unpack to the same place: one does it, the others wait. */
async function packagedChromium(): Promise<string> {
	// Has the package bring its own shared libraries, so that a bare machine suffices.
	process.env["AWS_LAMBDA_JS_RUNTIME"] ??= "nodejs22.x";
	const { default: packaged } = await import("@sparticuz/chromium");
	const lock = join(tmpdir(), "chromium-unpacking");
	for (let tries = 0; tries < LONGEST_WAIT_S * 10; tries++) {
		try {
			await mkdir(lock);
			break;
		} catch {
			await wait(100);
		}
	}
	try {
		return await packaged.executablePath();
	} finally {
		await rm(lock, { recursive: true, force: true });
	}
}
