import type { OfferedService } from "#domain/conversation/turn.ts";
import type { Dependencies } from "#ports.ts";
import { findInDirectory } from "#services/search-directory.ts";

const MOST_OFFERED = 3;

/**
 * A few services of the area for the needs that an answer names. None where the area is not known, has no directory,
 * or cannot be reached: the conversation goes on without them.
 */
export async function offerServices(
	deps: Pick<Dependencies, "openSnapshots" | "places" | "clock" | "content">,
	area: string | undefined,
	needs: readonly string[],
): Promise<OfferedService[]> {
	if (!area || needs.length === 0) return [];
	const need = [...new Set(needs)];
	const found = await findInDirectory(deps, { area, need, page: 1, per_page: MOST_OFFERED });
	if (found.kind !== "found") return [];
	return found.answer.items.map(({ id, name, organisation, summary, phone, url, assured_date }) => ({
		id,
		name,
		...(organisation ? { organization: organisation } : {}),
		...(summary ? { summary } : {}),
		...(phone ? { phone } : {}),
		...(url ? { url } : {}),
		...(assured_date ? { assured_date } : {}),
	}));
}
