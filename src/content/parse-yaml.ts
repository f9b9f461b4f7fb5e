import { isMap, isScalar, LineCounter, parseDocument } from "yaml";
import type * as z from "zod";
import type { Problem } from "#content/problem.ts";

export type Parsed<T> = { readonly value: T; readonly lineOf: (...path: readonly PropertyKey[]) => number };

/**
 * Reads YAML against a schema. `firstLine` is the line of the file on which the YAML starts.
 * Answers the value with a way to find the line of each part, or the problems in words.
 */
export function parseYaml<T>(
	file: string,
	text: string,
	schema: z.ZodType<T>,
	firstLine = 1,
): Parsed<T> | { readonly problems: readonly Problem[] } {
	const counter = new LineCounter();
	const document = parseDocument(text, { lineCounter: counter });
	const lineAt = (offset: number) => counter.linePos(offset).line + firstLine - 1;
	if (document.errors.length > 0) {
		return {
			problems: document.errors.map((error) => ({
				file,
				line: lineAt(error.pos[0]),
				message: `This is not valid YAML: ${error.message.split("\n")[0] ?? ""}. Check the indents, quotes and colons near here.`,
			})),
		};
	}
	const lineOf = (...path: readonly PropertyKey[]) => {
		for (let depth = path.length; depth > 0; depth -= 1) {
			const parent = depth === 1 ? document.contents : document.getIn(path.slice(0, depth - 1), true);
			const key = path[depth - 1];
			if (isMap(parent)) {
				const pair = parent.items.find((item) => isScalar(item.key) && item.key.value === key);
				if (pair && isScalar(pair.key) && pair.key.range) return lineAt(pair.key.range[0]);
			}
			const node = document.getIn(path.slice(0, depth), true);
			if (isScalar(node) || isMap(node)) if (node.range) return lineAt(node.range[0]);
		}
		return firstLine;
	};
	const result = schema.safeParse(document.toJS());
	if (result.success) return { value: result.data, lineOf };
	return {
		problems: result.error.issues.map((issue) => ({
			file,
			line: issue.code === "unrecognized_keys" ? lineOf(...issue.path, issue.keys[0] ?? "") : lineOf(...issue.path),
			message: explain(issue),
		})),
	};
}

function explain(issue: z.core.$ZodIssue): string {
	const where = issue.path.map(String).join(" › ") || "this file";
	if (issue.code === "unrecognized_keys")
		return `"${issue.keys.join('", "')}" is not a key we know in ${where}. Is it misspelt?`;
	if (issue.code === "invalid_type" && issue.input === undefined) return `"${where}" is missing.`;
	if (issue.code === "invalid_value") return `"${where}" must be one of: ${issue.values.map(String).join(", ")}.`;
	return `"${where}" is not right: ${issue.message}.`;
}
