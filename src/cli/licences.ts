import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import { root } from "#cli/content-files.ts";

/** Licences that ask for no more than their text and a name. Anything else is looked at by a person first. */
export const ALLOWED_LICENCES: ReadonlySet<string> = new Set([
	...[
		"MIT",
		"MIT-0",
		"ISC",
		"0BSD",
		"BSD-2-Clause",
		"BSD-3-Clause",
		"Apache-2.0",
		"BlueOak-1.0.0",
		"Unlicense",
		"CC0-1.0",
	],
]);

const Lock = z.object({
	packages: z.record(
		z.string(),
		z.object({
			version: z.string().optional(),
			license: z.string().optional(),
			dev: z.boolean().optional(),
			optional: z.boolean().optional(),
			devOptional: z.boolean().optional(),
		}),
	),
});

export type PackageLicence = {
	readonly name: string;
	readonly version: string;
	/** As the package names it; null where it names none. */
	readonly licence: string | null;
	/** Only what runs for families; else it builds, tests or starts the product. */
	readonly production: boolean;
};

/** Every package of the lock file with its licence, by name. */
export async function licences(lockFile = join(root, "package-lock.json")): Promise<readonly PackageLicence[]> {
	const { packages } = Lock.parse(JSON.parse(await readFile(lockFile, "utf8")));
	return Object.entries(packages)
		.filter(([path]) => path !== "")
		.map(([path, { version = "", license, dev, optional, devOptional }]) => ({
			name: path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length),
			version,
			licence: license ?? null,
			production: !(dev || optional || devOptional),
		}))
		.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Whether a licence, or each part of one such as "(MIT OR GPL-3.0)", leaves us a choice that is allowed. */
export function isAllowed(licence: string | null): boolean {
	if (licence === null) return false;
	const bare = licence.replace(/[()]/g, "").trim();
	if (bare.includes(" AND ")) return bare.split(" AND ").every(isAllowed);
	return bare.split(" OR ").some((one) => ALLOWED_LICENCES.has(one.trim()));
}

/** `npm run licences`: what runs for families, with the licence of each. Fails where one is not allowed. */
async function main(): Promise<number> {
	const production = (await licences()).filter((one) => one.production);
	for (const { name, version, licence } of production) console.log(`${name} ${version} ${licence ?? "no licence"}`);
	const bad = production.filter(({ licence }) => !isAllowed(licence));
	for (const { name, licence } of bad) console.log(`Not allowed: ${name} (${licence ?? "names no licence"})`);
	return bad.length === 0 ? 0 : 1;
}

if (import.meta.filename === process.argv[1]) process.exitCode = await main();
