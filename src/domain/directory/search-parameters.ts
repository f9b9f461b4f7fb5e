import * as z from "zod";
import { SORTS } from "#domain/directory/search/query.ts";

/** The largest page that may be asked for. */
export const LARGEST_PAGE = 100;
const DEEPEST_PAGE = 10_000;

const Words = z.string().max(300);
const Several = z
	.union([z.string(), z.array(z.string())])
	.transform((value) =>
		(Array.isArray(value) ? value : [value]).flatMap((text) => text.split(",")).filter((text) => text !== ""),
	)
	.pipe(z.array(z.string().max(80)).max(30));
const Flag = z
	.enum(["true", "false", "1", "0", "on", ""])
	.transform((value) => value === "true" || value === "1" || value === "on");
const Number_ = (least: number, most: number) => z.coerce.number().min(least).max(most);

/**
 * What may be asked of a directory, as query or form parameters. A parameter that cannot be read is an error that names it;
 * an unknown one is left alone. Empty ones are as good as absent.
 */
export const SearchParameters = z
	.object({
		q: Words.optional(),
		near: z.string().max(20).optional(),
		radius_km: Number_(0.1, 500).optional(),
		age: z.union([z.literal("unborn"), Number_(0, 120)]).optional(),
		need: Several.optional(),
		day: Several.optional(),
		open_now: Flag.optional(),
		free: Flag.optional(),
		language: Several.optional(),
		access: Several.optional(),
		mode: Several.optional(),
		audience: Several.optional(),
		send: Several.optional(),
		page: z.coerce.number().int().min(1).max(DEEPEST_PAGE).default(1),
		per_page: z.coerce.number().int().min(1).max(LARGEST_PAGE).default(20),
		sort: z.enum(SORTS).optional(),
		explain: Flag.optional(),
	})
	.meta({ id: "DirectorySearch" });
export type SearchParameters = z.infer<typeof SearchParameters>;

export type ReadParameters =
	| { readonly ok: true; readonly parameters: SearchParameters }
	| { readonly ok: false; readonly detail: string };

/** Reads parameters; repeated names become lists. The first that cannot be read is named with what it may be. */
export function readSearchParameters(given: URLSearchParams): ReadParameters {
	const values: Record<string, string | string[]> = {};
	for (const name of new Set(given.keys())) {
		const all = given.getAll(name).filter((value) => value !== "");
		const [only, ...others] = all;
		if (only !== undefined) values[name] = others.length > 0 ? all : only;
	}
	const read = SearchParameters.safeParse(values);
	if (read.success) return { ok: true, parameters: read.data };
	const issue = read.error.issues[0];
	return { ok: false, detail: `${issue?.path.join(".") ?? "query"}: ${issue?.message ?? "not as expected"}.` };
}
