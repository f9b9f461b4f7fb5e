import { valueAsText } from "#domain/directory/import/excerpt.ts";
import { fieldName, isReference } from "#domain/directory/import/field-name.ts";
import type { Ledger } from "#domain/directory/import/ledger.ts";
import { type CleanText, cleanText, cleanValue } from "#domain/directory/import/text/clean-text.ts";
import type { Mended } from "#domain/directory/import/values/mended.ts";

/**
 * A record of a source, read field by field. Every reading cleans, reports what it changed, and remembers that the
 * field was read, so that `sweep` can say what nobody read. Several names for one field: the first that holds data wins.
 */
export type Fields = {
	/** How the report calls the record this belongs to. */
	readonly record: string;
	readonly path: string;
	/** Plain text, paragraphs kept; undefined where there is none. */
	readonly text: (...names: readonly string[]) => string | undefined;
	/** Plain text on one line. */
	readonly line: (...names: readonly string[]) => string | undefined;
	/** A value of a kind of its own: a date, an address, a number. What the mender cannot take is left out and reported. */
	readonly mend: <T>(mender: (text: string) => Mended<T>, ...names: readonly string[]) => T | undefined;
	/** All items of lists of that name. An item that is no record is read as `{ value: item }`. */
	readonly list: (...names: readonly string[]) => readonly Fields[];
	readonly child: (...names: readonly string[]) => Fields | undefined;
	/** Whether any of the fields holds data. Does not count as reading it. */
	readonly holds: (...names: readonly string[]) => boolean;
	readonly note: (name: string, rule: string, before: string, after: string) => void;
	readonly tally: (name: string, rule: string, example: string) => void;
	/** Says of this record and all beneath it which fields hold data that nobody read. */
	readonly sweep: () => void;
};

type Held = { readonly key: string; readonly value: unknown };

/** Opens a record. Anything that is not an object is an empty record. */
export function openFields(source: unknown, record: string, path: string, ledger: Ledger): Fields {
	const held = new Map<string, Held>();
	for (const [key, value] of Object.entries(isRecord(source) ? source : {})) {
		const name = fieldName(key);
		if (!held.has(name) || key === name) held.set(name, { key, value });
		else ledger.tally("second value for a field left out", place(path, key), record, valueAsText(value));
	}
	const read = new Set<string>();
	const opened: Fields[] = [];
	const note = (name: string, rule: string, before: string, after: string) =>
		ledger.repair(record, place(path, name), rule, before, after);
	const tally = (name: string, rule: string, example: string) => ledger.tally(rule, place(path, name), record, example);

	function take(name: string): unknown {
		const found = held.get(name);
		if (found === undefined) return undefined;
		if (!read.has(name) && found.key !== name) tally(name, "field name mended", found.key);
		read.add(name);
		return found.value;
	}
	function scalar(name: string): string | undefined {
		const value = take(name);
		if (value === undefined) return undefined;
		if (value === null || value === "") {
			tally(name, "empty value left out", JSON.stringify(value));
			return undefined;
		}
		if (typeof value === "string" || typeof value === "boolean" || Number.isFinite(value)) return String(value);
		if (holdsData(value)) tally(name, "value of the wrong kind left out", valueAsText(value));
		return undefined;
	}
	function cleaned(name: string, clean: (raw: string) => CleanText = cleanText): string | undefined {
		const raw = scalar(name);
		if (raw === undefined) return undefined;
		const { text, steps } = clean(raw);
		for (const step of steps) note(name, step.rule, step.before, step.after);
		if (!PLACEHOLDER.test(text)) return text === "" ? undefined : text;
		tally(name, "empty value left out", raw);
		return undefined;
	}
	function first<T>(names: readonly string[], reading: (name: string) => T | undefined): T | undefined {
		let taken: T | undefined;
		for (const name of names) {
			const value = reading(name);
			if (value === undefined) continue;
			if (taken === undefined) taken = value;
			else if (valueAsText(value) !== valueAsText(taken))
				tally(name, "second value for a field left out", valueAsText(value));
		}
		return taken;
	}
	function open(value: unknown, name: string): Fields {
		const fields = openFields(isRecord(value) ? value : { value }, record, place(path, name), ledger);
		opened.push(fields);
		return fields;
	}

	return {
		record,
		path,
		note,
		tally,
		text: (...names) => first(names, (name) => cleaned(name)),
		line: (...names) => first(names, (name) => cleaned(name)?.replace(/\s*\n\s*/g, " ")),
		mend: (mender, ...names) =>
			first(names, (name) => {
				const text = cleaned(name, cleanValue);
				if (text === undefined) return undefined;
				const { value, rule } = text.length > LONGEST_VALUE ? { rule: "value too long, left out" } : mender(text);
				if (rule !== undefined) note(name, rule, text, value === undefined ? "" : valueAsText(value));
				return value;
			}),
		list: (...names) =>
			names.flatMap((name) => {
				const value = take(name);
				const items = Array.isArray(value) ? value : [value];
				return items.filter(holdsData).map((item) => open(item, name));
			}),
		child: (...names) =>
			first(names, (name) => {
				const value = take(name);
				return holdsData(value) ? open(value, name) : undefined;
			}),
		holds: (...names) => names.some((name) => holdsData(held.get(name)?.value)),
		sweep: () => {
			for (const [name, { key, value }] of held) {
				if (read.has(name) || isReference(name) || !holdsData(value)) continue;
				ledger.tally("unknown field left out", place(path, key), record, valueAsText(value));
			}
			for (const fields of opened) fields.sweep();
		},
	};
}

/** Letters. No address, date or number is longer; the bound keeps hostile text from keeping us busy. */
const LONGEST_VALUE = 2000;

/** What people and programs write where there is nothing to write. */
const PLACEHOLDER = /^(?:null|undefined|nil|nan|n\/?a|#n\/a|-+|\.+|\[object object\])$/i;

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** False for null, "", [] and {}, which are ways to say nothing. */
export function holdsData(value: unknown): boolean {
	if (value === undefined || value === null) return false;
	if (typeof value === "string") return value.trim() !== "";
	if (Array.isArray(value)) return value.some((item) => item !== null && item !== "");
	return typeof value !== "object" || Object.keys(value).length > 0;
}

function place(path: string, name: string): string {
	return path === "" ? name : `${path}.${name}`;
}
