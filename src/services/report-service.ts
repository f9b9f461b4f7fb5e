import { londonMoment } from "#domain/directory/search/moment.ts";
import type { ReportReason } from "#domain/directory/service-report.ts";
import { dateOf } from "#domain/hours/local-date.ts";
import type { Dependencies } from "#ports.ts";

export type ReportInput = { readonly area: string; readonly service: string; readonly reason: ReportReason };

/** Counts what a reader says is wrong with a service, on London's day. False where there is no such service. */
export function reportService(
	deps: Pick<Dependencies, "serviceReports" | "clock">,
	{ area, service, reason }: ReportInput,
): Promise<boolean> {
	return deps.serviceReports.add(area, service, reason, dateOf(londonMoment(deps.clock.now(), []).day));
}
