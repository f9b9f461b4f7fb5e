import type { ImportCounts } from "#domain/directory/import-batch.ts";
import type { FeedClaim } from "#ports/feed-register.ts";
import type { Dependencies } from "#ports.ts";
import { importFeed } from "#services/import-feed.ts";
import { proposeMerges } from "#services/propose-merges.ts";
import { readSince } from "#services/read-since.ts";

export type FeedOutcome = {
	readonly area: string;
	readonly source: string;
	readonly result:
		| { readonly kind: "imported"; readonly counts: ImportCounts }
		/** The directory is as it was. */
		| { readonly kind: "refused"; readonly reason: string };
};

/** A run that finds more than this due leaves the rest to the next. */
const MOST_AT_ONCE = 50;

/**
 * Reads every feed that is due, one after the other, of one area or of all. Safe to run twice at once: a feed is held
 * by one run only. One that is broken leaves the directory as it was, with the reason recorded, and is tried again sooner.
 */
export async function runFeeds(
	deps: Needed & Pick<Dependencies, "mergeProposals">,
	{ area = null }: { readonly area?: string | null } = {},
): Promise<readonly FeedOutcome[]> {
	const outcomes: FeedOutcome[] = [];
	while (outcomes.length < MOST_AT_ONCE) {
		const claim = await deps.feedRegister.claim(area, deps.clock.now());
		if (claim === null) break;
		const result = await runOne(deps, claim);
		await deps.feedRegister.release(claim, result.kind === "refused", deps.clock.now());
		outcomes.push({ area: claim.area, source: claim.source, result });
		// Left for the next run where it fails: the feed itself was taken.
		if (changed(result)) await proposeMerges(deps, { area: claim.area }).catch(() => 0);
	}
	return outcomes;
}

type Needed = Pick<Dependencies, "areas" | "directory" | "clock" | "places" | "feedRegister" | "feedReader">;

function changed(result: FeedOutcome["result"]): boolean {
	return result.kind === "imported" && result.counts.created + result.counts.updated > 0;
}

async function runOne(deps: Needed, claim: FeedClaim): Promise<FeedOutcome["result"]> {
	const refuse = async (reason: string, rejects: Parameters<typeof deps.feedRegister.refused>[2] = []) => {
		await deps.feedRegister.refused(claim, reason, rejects, deps.clock.now());
		return { kind: "refused", reason } as const;
	};
	try {
		const now = deps.clock.now();
		const runs = (await deps.feedRegister.runs(claim.area)).filter(({ source }) => source === claim.source);
		const read = await deps.feedReader.read(claim.source, {
			since: readSince(runs, now),
			progress: deps.feedRegister.progress(claim, now),
		});
		if (read.kind !== "files") return await refuse(read.reason);
		const { kind: _, notes: _notes, ...what } = read;
		const input = { area: claim.area, source: claim.source, unattended: true, ...what };
		const result = await importFeed(deps, input);
		if (result.kind === "refused") return await refuse(result.reason, result.rejects);
		return { kind: "imported", counts: result.counts };
	} catch (error) {
		// Whatever goes wrong with one feed, the others are still read; the import is one transaction, so nothing stands half.
		return refuse(`The import stopped: ${error instanceof Error ? error.message : String(error)}`);
	}
}
