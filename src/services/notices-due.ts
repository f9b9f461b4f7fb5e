import { type NoticeKind, noticeDue } from "#domain/directory/notices.ts";
import { londonMoment } from "#domain/directory/search/moment.ts";
import type { Service } from "#domain/directory/service.ts";
import { dateOf } from "#domain/hours/local-date.ts";
import type { Dependencies } from "#ports.ts";

/** The listings of an area whose providers are to be told today how old they are, each once for each age. */
export async function noticesDue(
	deps: Pick<Dependencies, "directory" | "serviceNotices" | "clock">,
	{ area }: { readonly area: string },
): Promise<readonly { readonly service: Service; readonly kind: NoticeKind }[]> {
	const today = dateOf(londonMoment(deps.clock.now(), []).day);
	const had = await deps.serviceNotices.list(area);
	const services = await deps.directory.publishable(area);
	return services.flatMap((service) => {
		const kind = noticeDue(service, had, today);
		return kind === null ? [] : [{ service, kind }];
	});
}
