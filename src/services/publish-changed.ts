import { vocabularyMark } from "#domain/directory/search/vocabulary-mark.ts";
import type { Dependencies } from "#ports.ts";
import { publishDirectory } from "#services/publish-directory.ts";

/**
 * Publishes each area whose records changed after its newest snapshot, whose snapshot was built with other words than
 * today's, or that has none. Safe to run twice at once: the later publication wins and holds the same. Answers the
 * areas published; one that cannot be is left for the next run.
 */
export async function publishChanged(
	deps: Pick<
		Dependencies,
		"areas" | "feed" | "content" | "directory" | "snapshots" | "places" | "clock" | "serviceNotices" | "openSnapshots"
	>,
): Promise<readonly string[]> {
	const published: string[] = [];
	for (const { slug } of await deps.areas.list()) {
		const [feed, snapshotAt] = await Promise.all([deps.feed.version(slug), deps.snapshots.publishedAt(slug)]);
		if (!feed || (snapshotAt && feed.changedAt <= snapshotAt && !(await otherWords(deps, slug, snapshotAt)))) continue;
		const result = await publishDirectory(deps, { area: slug }).catch(() => null);
		if (result?.kind === "published") published.push(slug);
	}
	return published;
}

/** Looked at once for each area while this program runs: its words do not change meanwhile. */
async function otherWords(
	{ openSnapshots, content }: Pick<Dependencies, "openSnapshots" | "content">,
	area: string,
	newest: Date,
): Promise<boolean> {
	const seen = looked.get(openSnapshots) ?? new Set();
	looked.set(openSnapshots, seen);
	if (seen.has(area)) return false;
	const held = await openSnapshots.of(area);
	// What is held may be an older one than the newest, which then comes by itself.
	if (held.kind !== "open" || held.snapshot.meta.built_at !== newest.toISOString()) return false;
	seen.add(area);
	const { needs, synonyms, filters } = content.content;
	return held.snapshot.meta.vocabulary !== vocabularyMark({ needs, synonyms, filters });
}
const looked = new WeakMap<Dependencies["openSnapshots"], Set<string>>();
