import type { Dependencies } from "#ports.ts";
import { changeListings } from "#services/change-listings.ts";
import { publishDirectory } from "#services/publish-directory.ts";

type Needs = Pick<
	Dependencies,
	"localEdits" | "clock" | "content" | "directory" | "snapshots" | "areas" | "places" | "serviceNotices"
>;

/** Takes a listing out of the list, the search and the feed at once, or puts it back. It stays as it was where it was so already. */
export async function switchListing(
	deps: Needs,
	{ area, id, off, by }: { readonly area: string; readonly id: string; readonly off: boolean; readonly by: string },
): Promise<void> {
	await changeListings(deps, { area, ids: [id], action: off ? "hide" : "show", by });
	await publishDirectory(deps, { area });
}
