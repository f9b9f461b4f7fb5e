import { sql } from "drizzle-orm";
import type { Database } from "#adapters/libsql/client.ts";
import { newFeedVersion } from "#adapters/libsql/new-feed-version.ts";
import { rows, statement } from "#adapters/libsql/statement.ts";
import { service_notices } from "#db/desk.ts";
import { NOTICE_KINDS, type ServiceNotice } from "#domain/directory/notices.ts";
import type { ServiceNotices } from "#ports/service-notices.ts";

const STATES = ["sent", "bounced", "no address", "confirmed", "changed"] as const;

/** Notices to providers as a port. */
export function createServiceNotices(client: Database): ServiceNotices {
	return {
		list: async (area, service) => {
			const which = service === undefined ? sql`TRUE` : sql`${service_notices.service_id} = ${service}`;
			const found = await rows(
				client,
				sql`SELECT service_id, kind, assured, sent_at, state FROM ${service_notices}
					WHERE ${service_notices.area} = ${area} AND ${which} ORDER BY sent_at DESC, service_id, kind`,
			);
			return found.flatMap((row): readonly ServiceNotice[] => {
				const kind = NOTICE_KINDS.find((known) => known === row.kind);
				const state = STATES.find((known) => known === row.state);
				if (kind === undefined || state === undefined) return [];
				const about = { service: String(row.service_id), assured: String(row.assured) };
				return [{ ...about, kind, state, sentAt: new Date(Number(row.sent_at)) }];
			});
		},
		record: async (area, { service, kind, assured, sentAt, state }) => {
			const at = sentAt.getTime();
			await client.batch(
				[
					statement(sql`INSERT INTO ${service_notices} (area, service_id, kind, assured, sent_at, state)
						VALUES (${area}, ${service}, ${kind}, ${assured}, ${at}, ${state})
						ON CONFLICT (area, service_id, kind, assured) DO UPDATE SET state = excluded.state`),
					// Only this kind decides what a list shows.
					...(kind === "hiding" ? [newFeedVersion(area, sentAt)] : []),
				],
				"write",
			);
		},
	};
}
