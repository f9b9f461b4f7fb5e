import { mendPhones } from "#domain/directory/import/values/phone-numbers.ts";
import type { Phone } from "#domain/directory/service.ts";

/** Numbers as an editor writes them, one a line: "01632 960301 (reception)". */
export function phoneLines(phones: readonly Phone[]): string {
	return phones
		.map(({ number, extension, description }) =>
			[number, extension === undefined ? "" : ` ext ${extension}`, description ? ` (${description})` : ""].join(""),
		)
		.join("\n");
}

/**
 * The numbers of such lines. One that stands as it stood keeps its id and whatever else was known of it (its languages,
 * say). Null where a line holds no number.
 */
export function readPhoneLines(
	text: string,
	before: readonly Phone[],
	idOf: (says: string) => string,
): readonly Phone[] | null {
	const lines = text
		.split("\n")
		.map((line) => line.trim())
		.filter((line) => line !== "");
	const phones = lines.flatMap((line): readonly Phone[] => {
		const same = before.find((phone) => phoneLines([phone]) === line);
		if (same) return [same];
		const [, said = line, description] = /^(.*?)\s*\(([^()]*[a-z][^()]*)\)$/i.exec(line) ?? [];
		return (mendPhones(said).value ?? []).map((found) => ({
			id: idOf(line),
			...found,
			...(description ? { description } : {}),
		}));
	});
	return phones.length >= lines.length ? phones : null;
}
