import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { root } from "#cli/content-files.ts";
import { wilson } from "#cli/evaluate/wilson.ts";
import { content } from "#content/compiled/content.ts";
import { digitsOf } from "#domain/privacy/contacts.ts";
import { redact } from "#domain/privacy/redact.ts";

const Line = z.object({ id: z.union([z.string(), z.number()]), text: z.string() });
/** `gone` are the details that must not survive; `stays` the words that must. */
const Case = Line.extend({ gone: z.array(z.string()), stays: z.array(z.string()) });

/** Redaction: `{id, text}` a line gives `{id, redacted, types}`. */
export function privacyEvaluation() {
	const routes = [...content.helplines, ...content.areas.flatMap((area) => area.routes)];
	const published = new Set(
		routes.flatMap(({ phone, text }) => [phone, text]).flatMap((number) => (number ? [digitsOf(number)] : [])),
	);
	const line = (value: unknown) => {
		const read = Line.safeParse(value);
		if (!read.success) return { id: null, redacted: "", types: [], error: "Give {id, text}." };
		return { id: read.data.id, ...redact(read.data.text, published) };
	};
	return {
		line,
		report: () =>
			reportPrivacy(
				readFileSync(join(root, "tests/evaluation/privacy/cases.jsonl"), "utf8"),
				(text) => redact(text, published).redacted,
			),
	};
}

/** How many details were taken out and how many words that belong there stayed, with each that went wrong. */
export function reportPrivacy(cases: string, clean: (text: string) => string): string {
	let gone = 0;
	let wanted = 0;
	let stayed = 0;
	let keepable = 0;
	const wrong: string[] = [];
	for (const text of cases.split("\n").filter((each) => each.trim() !== "")) {
		const each = Case.parse(JSON.parse(text));
		const redacted = clean(each.text);
		for (const detail of each.gone) {
			wanted += 1;
			if (redacted.includes(detail)) wrong.push(`  ${each.id} left in: ${detail}`);
			else gone += 1;
		}
		for (const word of each.stays) {
			keepable += 1;
			if (redacted.includes(word)) stayed += 1;
			else wrong.push(`  ${each.id} taken out: ${word}`);
		}
	}
	return [
		`privacy: ${gone} of ${wanted} details gone (${wilson(gone, wanted)}), ${stayed} of ${keepable} words kept (${wilson(stayed, keepable)})`,
		...wrong,
	].join("\n");
}
