import type { Words } from "#content/library.ts";
import type { FeedRun } from "#ports/feed-register.ts";

/** What came of a run, in a sentence. */
export function importOutcome(words: Words, { outcome, reason, counts }: FeedRun): string {
	const said = words.desk_directory.imports;
	if (outcome === "refused") return said.refused.replace("{reason}", () => reason ?? "");
	return said.counts.replace(/\{(\w+)\}/g, (_, name: string) => String(counts[name] ?? 0));
}
