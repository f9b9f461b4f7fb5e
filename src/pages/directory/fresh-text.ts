import type { Words } from "#content/library.ts";
import type { Freshness } from "#domain/directory/search/freshness.ts";
import { plainDate } from "#pages/ui/plain-date.ts";

/** "Checked 12 October 2026." What is old says so. */
export function freshText(words: Words, freshness: Freshness, date: string | undefined): string {
	const said = words.site.directory.freshness[date ? freshness : "unknown"];
	return `${said.replace("{date}", plainDate(words, date ?? ""))}.`;
}
