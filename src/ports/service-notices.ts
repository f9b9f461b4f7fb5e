import type { ServiceNotice } from "#domain/directory/notices.ts";

/** What providers were told of their listings' age. A listing leaves the lists only after it was told so. */
export type ServiceNotices = {
	readonly list: (area: string, service?: string) => Promise<readonly ServiceNotice[]>;
	/** Records a notice, or what came of it. Search follows when the area is published again, within a minute. */
	readonly record: (area: string, notice: ServiceNotice) => Promise<void>;
};
