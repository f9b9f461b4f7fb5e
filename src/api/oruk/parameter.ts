/** A query parameter: how it is written, for people and for OpenAPI, and how it is read. */
export type Parameter<T> = {
	readonly name: string;
	/** What it does, for the OpenAPI document. */
	readonly description: string;
	readonly schema: Readonly<Record<string, unknown>>;
	/** How to write it right, for whoever wrote it wrong. */
	readonly mend: string;
	/** Null for what cannot be read. */
	readonly read: (text: string) => T | null;
};

/** Reads parameters one by one and keeps the problems. One that is left out or empty is undefined. */
export type Reader = {
	readonly read: <T>(parameter: Parameter<T>) => T | undefined;
	readonly problem: (name: string, mend: string) => void;
	readonly problems: readonly string[];
};

/** A reader over a query: `query` gives the text of a parameter. */
export function readerOf(query: (name: string) => string | undefined): Reader {
	const problems: string[] = [];
	return {
		problems,
		problem: (name, mend) => problems.push(`${name}: ${mend}`),
		read: (parameter) => {
			const text = query(parameter.name)?.trim();
			if (text === undefined || text === "") return undefined;
			const value = parameter.read(text);
			if (value !== null) return value;
			problems.push(`${parameter.name}: ${parameter.mend}`);
			return undefined;
		},
	};
}

/** Digits alone, within bounds. */
export function wholeNumber(
	name: string,
	least: number,
	most: number,
	description: string,
	standard?: number,
): Parameter<number> {
	return {
		name,
		description,
		schema: { type: "integer", minimum: least, ...(standard && { default: standard }) },
		mend: `Give a whole number from ${least} to ${most}.`,
		read: (text) => (/^\d{1,9}$/.test(text) && Number(text) >= least && Number(text) <= most ? Number(text) : null),
	};
}

/** A number from 0, with or without a fraction. */
export function decimal(name: string, most: number, description: string): Parameter<number> {
	return {
		name,
		description,
		schema: { type: "number", minimum: 0, maximum: most },
		mend: `Give a number from 0 to ${most}.`,
		read: (text) => (/^\d{1,9}(\.\d{1,9})?$/.test(text) && Number(text) <= most ? Number(text) : null),
	};
}

/** Yes or no. */
export function flag(name: string, description: string): Parameter<boolean> {
	const known: Readonly<Record<string, boolean>> = { true: true, "1": true, false: false, "0": false };
	return {
		name,
		description,
		schema: { type: "boolean", default: false },
		mend: "Give true or false.",
		read: (text) => known[text.toLowerCase()] ?? null,
	};
}

/** Any text; what is longer than a name or a sentence is no search and no id. */
export function words(name: string, description: string): Parameter<string> {
	const most = 500;
	return {
		name,
		description,
		schema: { type: "string", maxLength: most },
		mend: `Give at most ${most} characters.`,
		read: (text) => (text.length <= most ? text : null),
	};
}
