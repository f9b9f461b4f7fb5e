import type { Service } from "#domain/directory/service.ts";

/** What the directory holds of a service before an import. */
export type KnownService = {
	readonly hash: string | null;
	readonly source: string | null;
	readonly missingRuns: number;
};

/** What an import is about to do, by service id. */
export type ImportPlan = {
	readonly created: readonly string[];
	readonly updated: readonly string[];
	readonly unchanged: readonly string[];
	/** Of the unchanged, those that were missing before or came from another feed: theirs to claim, not to rewrite. */
	readonly claimed: readonly string[];
	/** From this feed before, not in it now. */
	readonly missing: readonly string[];
	/** Of the missing, those that go now. */
	readonly deleted: readonly string[];
	/** Of the missing, those that would go now and wait for a person's yes, because they are too many. */
	readonly heldBack: readonly string[];
};

/** A record goes when two runs in a row did not hold it: one short or broken delivery deletes nothing. */
const MISSING_RUNS_BEFORE_DELETION = 2;
/** More than this share of a feed's records never goes without a person's yes. */
const GREATEST_SHARE_DELETED = 0.2;

/**
 * Compares a batch with the directory. Of a `partial` one nothing is missing. `hashes` gives the content hash of each service of the batch; `allowed` the
 * records that a person has said may go, however many they are.
 */
export function planImport(
	source: string,
	services: readonly Service[],
	hashes: ReadonlyMap<string, string>,
	known: ReadonlyMap<string, KnownService>,
	allowed: ReadonlySet<string> = new Set(),
	partial = false,
): ImportPlan {
	const ids = services.map((service) => service.id);
	const same = (id: string) => known.get(id)?.hash === hashes.get(id);
	const unchanged = ids.filter((id) => known.has(id) && same(id));
	const held = [...known].filter(([, record]) => record.source === source);
	const missing = partial ? [] : held.filter(([id]) => !hashes.has(id));
	const due = missing.filter(([, record]) => record.missingRuns + 1 >= MISSING_RUNS_BEFORE_DELETION);
	const asked = due.filter(([id]) => !allowed.has(id)).map(([id]) => id);
	const tooMany = asked.length > held.length * GREATEST_SHARE_DELETED;
	return {
		created: ids.filter((id) => !known.has(id)),
		updated: ids.filter((id) => known.has(id) && !same(id)),
		unchanged,
		claimed: unchanged.filter((id) => known.get(id)?.source !== source || known.get(id)?.missingRuns !== 0),
		missing: missing.map(([id]) => id),
		deleted: due.map(([id]) => id).filter((id) => !tooMany || allowed.has(id)),
		heldBack: tooMany ? asked : [],
	};
}
