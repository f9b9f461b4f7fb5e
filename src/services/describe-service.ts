import { type Completeness, completenessOf } from "#domain/directory/completeness.ts";
import { hiddenFrom, type ServiceNotice } from "#domain/directory/notices.ts";
import { type Freshness, freshnessLimits, freshnessOf } from "#domain/directory/search/freshness.ts";
import { dayNumber, londonMoment } from "#domain/directory/search/moment.ts";
import type { Service } from "#domain/directory/service.ts";
import type { Dependencies } from "#ports.ts";

export type DescribedService = Service & {
	readonly completeness: Completeness;
	readonly freshness: { readonly state: Freshness; readonly assured_date?: string };
};

/**
 * A record with how complete it is and how lately it was confirmed, on London's day. `notices` are what its provider was
 * told: only then may it be "hidden".
 */
export function describeService(
	deps: Pick<Dependencies, "clock">,
	service: Service,
	notices: readonly ServiceNotice[] = [],
): DescribedService {
	const { assured_date } = service;
	const today = londonMoment(deps.clock.now(), []).day;
	const dayOf = (date: string | null | undefined) => (date && dayNumber(date)) || 0;
	const state = freshnessOf(dayOf(assured_date), freshnessLimits(today), dayOf(hiddenFrom(service, notices)));
	return {
		...service,
		completeness: completenessOf(service),
		freshness: { state, ...(assured_date && { assured_date }) },
	};
}
