import type * as z from "zod";
import type { Problem } from "#content/problem.ts";
import type { Files } from "#content/read-draft.ts";
import { csvFields } from "#domain/places/onspd/csv-fields.ts";

export const PLACES_FOLDER = "places/";

/**
 * Reads a CSV file of `content/places/`: lines that begin with # say where it comes from, the first other line names the
 * columns. A row that does not fit is a problem with its line, and left out.
 */
export function readTable<Row>(
	files: Files,
	name: string,
	schema: z.ZodType<Row>,
): { readonly rows: readonly Row[]; readonly problems: readonly Problem[] } {
	const file = `content/${PLACES_FOLDER}${name}`;
	const text = files.get(`${PLACES_FOLDER}${name}`);
	if (text === undefined) return { rows: [], problems: [{ file, line: 1, message: "This file is missing." }] };
	const lines = text
		.split(/\r?\n/)
		.map((line, index) => ({ line, number: index + 1 }))
		.filter(({ line }) => line !== "" && !line.startsWith("#"));
	const [header, ...rows] = lines;
	const columns = header?.line.split(",") ?? [];
	const wanted = [...columns.keys()];
	const read = rows.map(({ line, number }) => {
		const fields = csvFields(line, wanted) ?? [];
		const row = schema.safeParse(Object.fromEntries(columns.map((column, index) => [column, fields[index] ?? ""])));
		return { row, number };
	});
	return {
		rows: read.flatMap(({ row }) => (row.success ? [row.data] : [])),
		problems: read.flatMap(({ row, number }) =>
			row.success
				? []
				: row.error.issues.map((issue) => ({
						file,
						line: number,
						message: `${issue.path.join(".")}: ${issue.message}.`,
					})),
		),
	};
}
