import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export type FoundRegex = {
	readonly file: string;
	readonly line: number;
	readonly source: string;
	readonly flags: string;
};

/** Words after which a slash begins a regular expression and not a division. */
const BEFORE_REGEX = /(?:^|[^\w$.])(?:return|typeof|case|of|in|do|else|yield|await|void|delete)$/;

/** Every regular expression that the product's own code writes as a literal, by a scan that knows strings, templates and comments. */
export function regexesIn(folder: string): readonly FoundRegex[] {
	return readdirSync(folder, { recursive: true, encoding: "utf8" })
		.filter((name) => /\.tsx?$/.test(name) && !name.includes("compiled/"))
		.flatMap((name) => regexesOf(join(folder, name), readFileSync(join(folder, name), "utf8")));
}

export function regexesOf(file: string, code: string): readonly FoundRegex[] {
	const found: FoundRegex[] = [];
	/** For each open brace of a template's `${`, how deep braces stood there. */
	const templates: number[] = [];
	let depth = 0;
	let at = 0;
	let before = "";
	/** Goes on to a template's end, or to code within it, and tells what then stands before. */
	const template = (): string => {
		for (; at < code.length; at++) {
			if (code[at] === "\\") at++;
			else if (code[at] === "`") {
				at++;
				return '"';
			} else if (code[at] === "$" && code[at + 1] === "{") {
				templates.push(depth);
				depth++;
				at += 2;
				return "{";
			}
		}
		return '"';
	};
	while (at < code.length) {
		const letter = code[at] ?? "";
		const two = code.slice(at, at + 2);
		if (two === "//") at = endOf(code, "\n", at);
		else if (two === "/*") at = endOf(code, "*/", at) + 2;
		else if (letter === '"' || letter === "'") {
			for (at++; at < code.length && code[at] !== letter && code[at] !== "\n"; at++) if (code[at] === "\\") at++;
			at++;
			before = '"';
		} else if (letter === "`") {
			at++;
			before = template();
		} else if (letter === "}" && templates.at(-1) === depth - 1) {
			templates.pop();
			depth--;
			at++;
			before = template();
		} else if (letter === "/" && beginsRegex(before, code.slice(Math.max(0, at - 20), at))) {
			const end = endOfRegex(code, at);
			const flags = /^[a-z]*/.exec(code.slice(end + 1))?.[0] ?? "";
			if (end > at && isRegex(code.slice(at + 1, end), flags))
				found.push({ file, line: code.slice(0, at).split("\n").length, source: code.slice(at + 1, end), flags });
			at = Math.max(end, at) + 1 + flags.length;
			before = '"';
		} else {
			if (letter === "{") depth++;
			if (letter === "}") depth--;
			if (letter.trim() !== "") before = letter;
			at++;
		}
	}
	return found;
}

/** JSX has slashes that only look like it. */
function isRegex(source: string, flags: string): boolean {
	try {
		return new RegExp(source, flags).source !== "";
	} catch {
		return false;
	}
}

function beginsRegex(before: string, text: string): boolean {
	if (before === "" || "(,=:[!&|?{;+-*%~^>".includes(before)) return true;
	return BEFORE_REGEX.test(text.trimEnd());
}

/** Where the literal that begins at a slash ends; the slash itself where the line ends first (JSX, a division). */
function endOfRegex(code: string, start: number): number {
	let inClass = false;
	for (let at = start + 1; at < code.length && code[at] !== "\n"; at++) {
		if (code[at] === "\\") at++;
		else if (code[at] === "[") inClass = true;
		else if (code[at] === "]") inClass = false;
		else if (code[at] === "/" && !inClass) return at;
	}
	return start;
}

function endOf(code: string, what: string, from: number): number {
	const end = code.indexOf(what, from);
	return end < 0 ? code.length : end;
}
