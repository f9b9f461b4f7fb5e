import type { Dependencies } from "#ports.ts";
import { publishDirectory } from "#services/publish-directory.ts";

/**
 * Publishes each area whose records changed after its newest snapshot, or that has none. Safe to run twice at once: the
 * later publication wins and holds the same. Answers the areas published; one that cannot be is left for the next run.
 */
export async function publishChanged(
	deps: Pick<
		Dependencies,
		"areas" | "feed" | "content" | "directory" | "snapshots" | "places" | "clock" | "serviceNotices"
	>,
): Promise<readonly string[]> {
	const published: string[] = [];
	for (const { slug } of await deps.areas.list()) {
		const [feed, snapshotAt] = await Promise.all([deps.feed.version(slug), deps.snapshots.publishedAt(slug)]);
		if (!feed || (snapshotAt && feed.changedAt <= snapshotAt)) continue;
		const result = await publishDirectory(deps, { area: slug }).catch(() => null);
		if (result?.kind === "published") published.push(slug);
	}
	return published;
}
