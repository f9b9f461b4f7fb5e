import { createHash } from "node:crypto";
import { cp, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build as bundle, transform } from "esbuild";
import { parse } from "yaml";
import { root } from "#cli/content-files.ts";
import { VERSION } from "#domain/version.ts";

const folder = join(root, "dist/public/embed");
const releases = join(root, "deploy/embed");
/** The address that moves with us until a page that uses it would break. */
const ROLLING = "v1";
const versionRe = /^\d+\.\d+\.\d+$/;
const FILES = ["fingerpost.js", "frame.js", "frame-host.js"] as const;
/** Chrome 80, Firefox 101 and Safari 16.4 know sheets for shadow roots; a browser without them keeps the page's own content. */
const TARGET = ["chrome80", "firefox101", "safari16.4"];

/**
 * The scripts that other sites load: `v1` moves with us, `<version>` never changes once it is released. A release is kept
 * in `deploy/embed/<version>/` and served as it was, so that a page which holds to it by its hash works for ever.
 * Answers the lines for the edge's headers file.
 */
export async function buildEmbed(): Promise<string> {
	const rolling = join(folder, ROLLING);
	await mkdir(rolling, { recursive: true });
	await bundle({
		entryPoints: {
			fingerpost: join(root, "src/widget/define.ts"),
			frame: join(root, "src/widget/frame.ts"),
			"frame-host": join(root, "src/widget/frame-host.ts"),
		},
		outdir: rolling,
		bundle: true,
		minify: true,
		format: "iife",
		charset: "utf8",
		target: TARGET,
		define: await builtIn(),
		logLevel: "warning",
	});
	await buildPages();
	await cp(rolling, join(folder, VERSION), { recursive: true });
	const kept = (await readdir(releases).catch(() => [])).filter((name) => versionRe.test(name));
	for (const version of kept) await cp(join(releases, version), join(folder, version), { recursive: true });
	const versions = [...new Set([VERSION, ...kept])];
	await describeVersions(versions);
	return [`${ROLLING}/*`, "versions.json", ...versions.map((version) => `${version}/*`)].map(headersOf).join("");
}

/** What our own pages about embedding load. */
async function buildPages(): Promise<void> {
	const assets = join(root, "src/pages/embed/assets");
	await bundle({
		entryPoints: {
			"embed-builder": join(assets, "builder.ts"),
			"embed-frame": join(assets, "frame.css"),
			"embed-mock": join(assets, "mock.css"),
		},
		outdir: join(root, "dist/public/assets"),
		bundle: true,
		minify: true,
		format: "esm",
		target: ["es2020", "safari14.1"],
		logLevel: "warning",
	});
	await bundle({
		entryPoints: { "embed-builder": join(assets, "builder.css") },
		outdir: join(root, "dist/public/assets"),
		bundle: true,
		minify: true,
		logLevel: "warning",
	});
}

/** What `src/widget/built-in.d.ts` declares: the words and the look, as the content and the style sheet have them now. */
async function builtIn(): Promise<Record<string, string>> {
	const words: unknown = parse(await readFile(join(root, "content/words/widget.yaml"), "utf8"));
	const languages = typeof words === "object" && words !== null && "languages" in words ? words.languages : {};
	const css = await readFile(join(root, "src/widget/widget.css"), "utf8");
	const styles = await transform(css, { loader: "css", minify: true, target: TARGET });
	return { FINGERPOST_LANGUAGES: JSON.stringify(languages), FINGERPOST_STYLES: JSON.stringify(styles.code.trim()) };
}

/** Which file has which hash: for those who pin one, and for our own page that shows the code. */
async function describeVersions(versions: readonly string[]): Promise<void> {
	const described = [];
	for (const address of [ROLLING, ...versions]) {
		const files = await Promise.all(FILES.map(async (name) => [name, await describe(address, name)] as const));
		described.push([address, { version: address === ROLLING ? VERSION : address, files: Object.fromEntries(files) }]);
	}
	const all = Object.fromEntries(described);
	await writeFile(join(folder, "versions.json"), `${JSON.stringify(all, null, "\t")}\n`);
	const compiled = join(root, "src/content/compiled");
	await mkdir(compiled, { recursive: true });
	await writeFile(
		join(compiled, "widget-release.ts"),
		`/** Generated with the widget. */\nexport const widgetRelease: { readonly version: string; readonly integrity: string } = ${JSON.stringify(
			{ version: VERSION, integrity: (await describe(VERSION, "fingerpost.js")).integrity },
		)};\n`,
	);
}

async function describe(address: string, name: (typeof FILES)[number]) {
	const bytes = await readFile(join(folder, address, name));
	return {
		integrity: `sha384-${createHash("sha384").update(bytes).digest("base64")}`,
		bytes: bytes.length,
		gzipped: gzipSync(bytes).length,
	};
}

/** As `src/server.ts` sets them on Node. */
function headersOf(address: string): string {
	const age = /^\d/.test(address) ? "public, max-age=31536000, immutable" : "public, max-age=3600";
	return `\n/embed/${address}\n  Cache-Control: ${age}\n  Access-Control-Allow-Origin: *\n  Cross-Origin-Resource-Policy: cross-origin\n  X-Content-Type-Options: nosniff\n`;
}
