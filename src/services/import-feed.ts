import { type Area, AreaSlug } from "#domain/directory/area.ts";
import { type ImportRead, readImport } from "#domain/directory/import/read-import.ts";
import { signsOfHarm } from "#domain/directory/import/signs-of-harm.ts";
import type { ImportBatch, ImportCounts } from "#domain/directory/import-batch.ts";
import { AppError } from "#domain/errors.ts";
import type { AuthorityBook } from "#domain/places/authority-book.ts";
import { authorityBySlug } from "#domain/places/authority-names.ts";
import type { Places } from "#ports/places.ts";
import type { Dependencies } from "#ports.ts";

export type ImportFeedInput = {
	/** The slug of the area that the directory belongs to. */
	readonly area: string;
	/** What the feed is known by from one run to the next: its address or its folder. */
	readonly source: string;
	/** Named texts: a feed's pages, or a folder of tables. */
	readonly files: ReadonlyMap<string, string>;
	/** Nobody looks on: what a person would stop at is refused. */
	readonly unattended?: boolean;
	/** Only what changed lately was read: what is not there is not missing. */
	readonly partial?: boolean;
	/** Nothing has changed lately. */
	readonly empty?: boolean;
};

export type FeedImport =
	| {
			readonly kind: "imported";
			readonly area: Area;
			/** True when this run brought the area into being. */
			readonly newArea: boolean;
			readonly counts: ImportCounts;
			readonly batch: ImportBatch;
	  }
	/** Nothing was changed: why, what was seen, and the rows that could not be taken. */
	| {
			readonly kind: "refused";
			readonly reason: string;
			readonly seen: readonly string[];
			readonly rejects: ImportBatch["rejects"];
	  };

/**
 * Brings a directory into an area, which is created if it is new. Reads and checks everything before the first row is
 * written; a source that holds no usable service changes nothing. The same source twice changes nothing the second time.
 */
export async function importFeed(
	deps: Pick<Dependencies, "areas" | "directory" | "clock"> & { readonly places: Pick<Places, "book"> },
	input: ImportFeedInput,
): Promise<FeedImport> {
	if (!AreaSlug.safeParse(input.area).success)
		throw new AppError("INVALID", `"${input.area}" is no area. Use small letters, figures and hyphens: "west-sussex".`);
	const at = deps.clock.now();
	const harm = input.unattended ? signsOfHarm(input.files) : null;
	if (harm !== null) return { kind: "refused", reason: harm, seen: [], rejects: [] };
	const read = input.empty
		? NOTHING_NEW
		: readImport(input.files, { scope: input.area, today: at.toISOString().slice(0, 10) });
	if (read.kind === "unreadable") return { kind: "refused", reason: read.reason, seen: read.seen, rejects: [] };
	const batch = input.partial ? { ...read.batch, partial: true } : read.batch;
	if (batch.services.length === 0 && !input.empty)
		return {
			kind: "refused",
			reason: `None of the ${batch.read} rows could be taken.`,
			seen: [],
			rejects: batch.rejects,
		};
	if (input.unattended && batch.rejects.length > batch.read * GREATEST_SHARE_REJECTED)
		return {
			kind: "refused",
			reason: `${batch.rejects.length} of ${batch.read} rows could not be taken. A feed like that is not believed.`,
			seen: [],
			rejects: batch.rejects,
		};
	const known = await deps.areas.find(input.area);
	const area = known ?? newArea(deps.places.book, input.area);
	if (known === null) await deps.areas.save(area);
	const counts = await deps.directory.applyImport(area.slug, input.source, batch, at);
	return { kind: "imported", area, newArea: known === null, counts, batch };
}

/** An area with the code and name of the authority that its short name stands for, or a name made of the short name. */
export function newArea(book: AuthorityBook, slug: string): Area {
	const authority = authorityBySlug(book, slug);
	return {
		slug,
		...(authority?.gss_code ? { gss_code: authority.gss_code } : {}),
		name: authority?.name ?? nameFromSlug(slug),
		demonstration: false,
	};
}

/** Of the rows of a feed that nobody looks at. */
const GREATEST_SHARE_REJECTED = 0.5;

const NOTHING_NEW: ImportRead = {
	kind: "batch",
	batch: {
		...{ format: "oruk-v3", services: [], taxonomies: [], taxonomyTerms: [], repairs: [], rejects: [] },
		...{ read: 0, folded: 0 },
	},
};

const SMALL_WORDS = new Set(["and", "of", "upon", "the", "on", "in"]);

/** "bath-and-north-east-somerset" as "Bath and North East Somerset", until somebody gives the area its name. */
function nameFromSlug(slug: string): string {
	return slug
		.split("-")
		.map((word, index) => (index > 0 && SMALL_WORDS.has(word) ? word : word.charAt(0).toUpperCase() + word.slice(1)))
		.join(" ");
}
