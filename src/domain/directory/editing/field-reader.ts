import type { ListingFields } from "#domain/directory/editing/listing-fields.ts";
import { cleanValue } from "#domain/directory/import/text/clean-text.ts";
import { mendAge } from "#domain/directory/import/values/age.ts";
import { mendEmail } from "#domain/directory/import/values/email-address.ts";
import { mendWebAddress } from "#domain/directory/import/values/web-address.ts";

/** What is wrong with a field; the sentence for it is in the content. */
export const LISTING_PROBLEMS = [
	"missing",
	"too_long",
	"html",
	"link",
	"email",
	"phone",
	"age",
	"ages_crossed",
	"hours",
	"date",
	"postcode",
	"address",
] as const;
export type ListingProblemKind = (typeof LISTING_PROBLEMS)[number];
export type ListingProblem = { readonly field: string; readonly problem: ListingProblemKind };

/** In characters; the longest description of the real feeds we have seen has about half of it. */
const LONGEST_TEXT = 10_000;
const LONGEST_LINE = 300;
const LINES = new Set(["name", "organization", "url", "email", "alert"]);
const TAG = /<\/?[a-z!][^>]*>/i;

/** Reads the fields of a form one by one and remembers what was wrong with them. */
export class FieldReader {
	readonly #fields: ListingFields;
	readonly #problems: ListingProblem[] = [];

	constructor(fields: ListingFields) {
		this.#fields = fields;
	}

	get problems(): readonly ListingProblem[] {
		return this.#problems;
	}

	/** False where the form did not hold the field at all. */
	has(field: string): boolean {
		return this.#fields[field] !== undefined;
	}

	/** The text with white space and unseen letters put right; "" where there is none. */
	text(field: string): string {
		const raw = this.#fields[field] ?? "";
		return TAG.test(raw) ? raw.trim() : cleanValue(raw).text;
	}

	problem(field: string, problem: ListingProblemKind): undefined {
		if (!this.#problems.some((known) => known.field === field)) this.#problems.push({ field, problem });
		return undefined;
	}

	/** A text without marks of a web page in it. */
	plain(field: string): string | undefined {
		const text = this.text(field);
		if (text === "") return undefined;
		if (TAG.test(text)) return this.problem(field, "html");
		const longest = LINES.has(field) ? LONGEST_LINE : LONGEST_TEXT;
		return text.length > longest ? this.problem(field, "too_long") : text;
	}

	needed(field: string): string | undefined {
		if (this.text(field) === "") return this.has(field) ? this.problem(field, "missing") : undefined;
		return this.plain(field);
	}

	link(field: string): string | undefined {
		return this.read(field, "link", (text) => mendWebAddress(text).value ?? null);
	}

	email(field: string): string | undefined {
		return this.read(field, "email", (text) => mendEmail(text).value ?? null);
	}

	age(field: string): number | undefined {
		return this.read(field, "age", (text) => mendAge(text).value ?? null);
	}

	/** What `reading` makes of the text, undefined for no text; its null is the problem named. */
	read<T>(field: string, problem: ListingProblemKind, reading: (text: string) => T | null): T | undefined {
		const text = this.plain(field);
		if (text === undefined) return undefined;
		return reading(text) ?? this.problem(field, problem);
	}
}
