import * as z from "zod";
import { AreaSlug } from "#domain/directory/area.ts";

/** Several ids in one value, as HTML attributes have them: with commas or spaces between. */
const Ids = z
	.union([z.string(), z.array(z.string())])
	.transform((value) => [value].flat().flatMap((text) => text.split(/[\s,]+/).filter((part) => part !== "")))
	.pipe(z.array(z.string().regex(/^[a-z0-9]+([_-][a-z0-9]+)*$/, "write ids in small letters")).max(30));

/** What a council may choose for what stands on its own pages. The names are those of the widget's attributes. */
export const EmbedOptions = z.object({
	area: AreaSlug.optional(),
	show: z.enum(["directory", "guide"]).default("directory"),
	needs: Ids.default([]),
	audience: Ids.default([]),
	limit: z.coerce.number("write a number").int().min(1).max(20).default(5),
	/** In kilometres. */
	radius: z.coerce.number("write a number").min(0.1).max(100).optional(),
	"heading-level": z.coerce.number("write a number").int().min(1).max(6).default(2),
	phone: z
		.string()
		.regex(/^[\d +()-]{3,25}$/, "write a telephone number")
		.optional(),
	lang: z
		.string()
		.regex(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/, "write a language such as en or pl")
		.optional(),
	/** The main colour, "#0d4753". */
	accent: z
		.string()
		.regex(/^#[0-9a-fA-F]{6}$/, "write a colour such as #0d4753")
		.optional(),
});
export type EmbedOptions = z.infer<typeof EmbedOptions>;

export type ReadEmbedOptions =
	| { readonly ok: true; readonly options: EmbedOptions }
	/** Each value that cannot be read, with what it should be; and what is left when those are taken away. */
	| { readonly ok: false; readonly problems: readonly string[]; readonly options: EmbedOptions };

/** The names of the directory's own addresses, for one that somebody has copied from there. */
const ALIASES: ReadonlyMap<string, string> = new Map([
	["need", "needs"],
	["radius_km", "radius"],
	["per_page", "limit"],
]);

/** Reads them from an address or a form. Empty values count as not given; names we do not know are left alone. */
export function readEmbedOptions(given: URLSearchParams): ReadEmbedOptions {
	const values: Record<string, string | string[]> = {};
	for (const key of new Set(given.keys())) {
		const name = ALIASES.get(key) ?? key;
		const all = given.getAll(key).filter((value) => value.trim() !== "");
		const [only, ...others] = all;
		if (only !== undefined) values[name] = others.length > 0 ? all : only.trim();
	}
	const read = EmbedOptions.safeParse(values);
	if (read.success) return { ok: true, options: read.data };
	const problems = read.error.issues.map((issue) => `${String(issue.path[0])}: ${issue.message}.`);
	const wrong = new Set(read.error.issues.map((issue) => issue.path[0]));
	const rest = Object.fromEntries(Object.entries(values).filter(([name]) => !wrong.has(name)));
	return { ok: false, problems: [...new Set(problems)], options: EmbedOptions.parse(rest) };
}

/** The options as an address carries them, area and defaults left out: "needs=money,housing&limit=3". Empty for none. */
export function embedQuery(options: EmbedOptions): string {
	const parts = embedAttributes(options).filter(([name]) => name !== "area");
	return parts.map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll("%2C", ",")}`).join("&");
}

/** The options as attributes of the widget, defaults left out. */
export function embedAttributes(options: EmbedOptions): readonly (readonly [string, string])[] {
	const given: readonly (readonly [string, string | undefined])[] = [
		["area", options.area],
		["needs", options.needs.join(",") || undefined],
		["audience", options.audience.join(",") || undefined],
		["limit", options.limit === 5 ? undefined : String(options.limit)],
		["radius", options.radius === undefined ? undefined : String(options.radius)],
		["heading-level", options["heading-level"] === 2 ? undefined : String(options["heading-level"])],
		["phone", options.phone],
		["lang", options.lang],
	];
	return given.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
}
