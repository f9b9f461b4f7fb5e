import { samePairs } from "#domain/directory/same-records.ts";
import type { Dependencies } from "#ports.ts";

/** Puts before the desk the records of different feeds that look like one service. Merges nothing. Answers how many are new. */
export async function proposeMerges(
	deps: Pick<Dependencies, "feedRegister" | "directory" | "mergeProposals" | "clock">,
	{ area }: { readonly area: string },
): Promise<number> {
	const origins = await deps.feedRegister.origins(area);
	if (new Set([...origins.values()].map(({ source }) => source)).size < 2) return 0;
	const services = await deps.directory.publishable(area);
	const unknown = { source: null, externalIds: [] };
	const pairs = samePairs(services.map((service) => ({ service, ...(origins.get(service.id) ?? unknown) })));
	return pairs.length === 0 ? 0 : deps.mergeProposals.propose(area, pairs, deps.clock.now());
}
