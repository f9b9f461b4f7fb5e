/** What a text holds, read as JSON. */
export type JsonRead =
	| { readonly kind: "value"; readonly value: unknown; readonly controls: number }
	| { readonly kind: "lines"; readonly lines: readonly JsonLine[] }
	| { readonly kind: "broken"; readonly reason: string };
export type JsonLine = {
	readonly line: number;
	readonly text: string;
	readonly value?: unknown;
	readonly reason?: string;
};

/** Reads JSON, or one JSON value on each line. Raw control characters in strings, which JSON forbids, are escaped. */
export function readJson(source: string): JsonRead {
	const text = source.replace(/^\ufeff/, "").trim();
	const whole = parse(text);
	if ("value" in whole) return { kind: "value", value: whole.value, controls: 0 };
	const escaped = escapeControls(text);
	const second = escaped.count > 0 ? parse(escaped.text) : whole;
	if ("value" in second) return { kind: "value", value: second.value, controls: escaped.count };
	const lines = readLines(text);
	const good = lines.filter((line) => line.reason === undefined).length;
	// One good line could be chance, in a text whose lines are parts of one value.
	if (good > 0 && good * 2 > lines.length && lines.length > 1) return { kind: "lines", lines };
	return { kind: "broken", reason: second.reason };
}

/** True for a text that means to be JSON. */
export function looksLikeJson(source: string): boolean {
	return /^\ufeff?\s*[[{]/.test(source);
}

function readLines(text: string): readonly JsonLine[] {
	return text.split("\n").flatMap((raw, index): readonly JsonLine[] => {
		const line = raw.trim();
		if (line === "") return [];
		if (!line.startsWith("{") && !line.startsWith("["))
			return [{ line: index + 1, text: line, reason: "It does not start with {." }];
		const read = parse(line);
		const second = "value" in read ? read : parse(escapeControls(line).text);
		return [{ line: index + 1, text: line, ...second }];
	});
}

function parse(text: string): { readonly value: unknown } | { readonly reason: string } {
	try {
		return { value: JSON.parse(text) };
	} catch (error) {
		return { reason: error instanceof Error ? error.message : "It is not JSON." };
	}
}

function escapeControls(text: string): { readonly text: string; readonly count: number } {
	let inString = false;
	let count = 0;
	const pieces: string[] = [];
	let from = 0;
	for (let at = 0; at < text.length; at += 1) {
		const code = text.charCodeAt(at);
		if (code === 0x5c && inString) at += 1;
		else if (code === 0x22) inString = !inString;
		else if (code < 0x20 && inString) {
			pieces.push(text.slice(from, at), `\\u${code.toString(16).padStart(4, "0")}`);
			from = at + 1;
			count += 1;
		}
	}
	pieces.push(text.slice(from));
	return { text: pieces.join(""), count };
}
