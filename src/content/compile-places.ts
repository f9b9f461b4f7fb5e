import * as z from "zod";
import { parseYaml } from "#content/parse-yaml.ts";
import { PLACES_FOLDER, readTable } from "#content/places-tables.ts";
import type { Problem } from "#content/problem.ts";
import type { Files } from "#content/read-draft.ts";
import type { Authority, PlacesContent, Succession } from "#domain/places/authority.ts";
import { packOutcodes } from "#domain/places/outcode-middles.ts";

const Slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "use small letters, figures and hyphens");
const Code = z.string().regex(/^E\d{8}$/, "an ONS code of England looks like E09000018");
const Day = z.iso.date();
const blankOr = <T extends z.ZodType>(schema: T) => z.union([z.literal("").transform(() => undefined), schema]);

const AuthorityRow = z.object({
	slug: Slug,
	gss_code: blankOr(Code),
	name: z.string().min(1),
	kind: z.enum(["unitary", "county", "metropolitan-district", "london-borough", "city-of-london"]),
	region: z.string().min(1),
	from: blankOr(Day),
	until: blankOr(Day),
	also: z.string().transform((text) => text.split(" ").filter((name) => name !== "")),
});
const DistrictRow = z.object({
	code: Code,
	name: z.string().min(1),
	authority: Slug,
	current: z.enum(["yes", "no"]).transform((word) => word === "yes"),
});
const OutcodeRow = z.object({
	outcode: z.string().regex(/^[A-Z]{1,2}\d[A-Z\d]?$/),
	latitude: z.coerce.number().min(49).max(61.5),
	longitude: z.coerce.number().min(-9).max(2.5),
});
const Successions = z.strictObject({
	successions: z.array(
		z.strictObject({
			former: Slug,
			on: Day,
			source: z.strictObject({ title: z.string(), url: z.url(), date: Day }),
			becomes: z.array(z.strictObject({ authority: Slug, districts: z.array(Code).min(1) })).min(1),
		}),
	),
});

/** Checks `content/places/` and puts it together. Complete only when there are no problems. */
export function compilePlaces(files: Files): {
	readonly places: PlacesContent;
	readonly problems: readonly Problem[];
} {
	const authorities = readTable(files, "authorities.csv", AuthorityRow);
	const districts = readTable(files, "districts.csv", DistrictRow);
	const outcodes = readTable(files, "outcodes.csv", OutcodeRow);
	const file = `${PLACES_FOLDER}successions.yaml`;
	const read = parseYaml(`content/${file}`, files.get(file) ?? "successions: []", Successions);
	const successions = "problems" in read ? [] : read.value.successions;
	const places: PlacesContent = {
		authorities: authorities.rows.map(withoutBlanks),
		districts: districts.rows,
		successions: successions.map(({ former, on, becomes }) => ({ former, on, becomes })),
		outcodes: packOutcodes(new Map(outcodes.rows.map(({ outcode, ...middle }) => [outcode, middle]))),
	};
	return {
		places,
		problems: [
			...authorities.problems,
			...districts.problems,
			...outcodes.problems,
			...("problems" in read ? read.problems : []),
			...whatDoesNotFit(places),
		],
	};
}

type AuthorityRow = z.infer<typeof AuthorityRow>;

function withoutBlanks({ gss_code, from, until, ...rest }: AuthorityRow): Authority {
	return { ...rest, ...(gss_code ? { gss_code } : {}), ...(from ? { from } : {}), ...(until ? { until } : {}) };
}

/** What one file says of another and the other does not bear out. */
function whatDoesNotFit({ authorities, districts, successions }: PlacesContent): readonly Problem[] {
	const slugs = new Map(authorities.map((authority) => [authority.slug, authority]));
	const said = [
		...twice(authorities.map(({ slug }) => slug)).map((slug) => `authorities.csv: ${slug} stands here twice.`),
		...twice(authorities.flatMap(({ gss_code }) => gss_code ?? [])).map(
			(code) => `authorities.csv: ${code} stands here twice.`,
		),
		...twice(districts.map(({ code }) => code)).map((code) => `districts.csv: ${code} stands here twice.`),
		...districts.flatMap(({ code, authority }) =>
			slugs.has(authority) ? [] : [`districts.csv: ${code} names ${authority}, which authorities.csv does not have.`],
		),
		...successions.flatMap((succession) => whatBreaks(succession, slugs, districts)),
	];
	return said.map((text) => {
		const [name = "", message = ""] = text.split(/: (.*)/s);
		return { file: `content/${PLACES_FOLDER}${name}`, line: 1, message };
	});
}

function whatBreaks(
	{ former, on, becomes }: Succession,
	slugs: ReadonlyMap<string, Authority>,
	districts: PlacesContent["districts"],
): readonly string[] {
	const named = becomes.flatMap((after) => after.districts);
	const due = districts.filter(({ authority, current }) => authority === former && current).map(({ code }) => code);
	return [
		...(slugs.get(former)?.until === on ? [] : [`authorities.csv: ${former} needs ${on} as its until.`]),
		...becomes.flatMap(({ authority }) =>
			slugs.get(authority)?.from === on ? [] : [`authorities.csv: ${authority} needs ${on} as its from.`],
		),
		...twice(named).map((code) => `successions.yaml: ${code} goes to two authorities after ${former}.`),
		...due.flatMap((code) =>
			named.includes(code) ? [] : [`successions.yaml: after ${former}, nobody is named for ${code}.`],
		),
	];
}

function twice(items: readonly string[]): readonly string[] {
	return [...new Set(items.filter((item, index) => items.indexOf(item) !== index))];
}
