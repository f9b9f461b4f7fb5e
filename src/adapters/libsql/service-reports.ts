import { sql } from "drizzle-orm";
import type { Database } from "#adapters/libsql/client.ts";
import { rows, statement } from "#adapters/libsql/statement.ts";
import { service_reports } from "#db/operations.ts";
import { services } from "#db/schema.ts";
import type { ServiceReports } from "#ports/service-reports.ts";

/** What readers said is wrong, counted by day and reason; nothing of who they are. */
export function createServiceReports(client: Database): ServiceReports {
	return {
		add: async (area, service, reason, day) => {
			const known = sql`FROM ${services} WHERE ${services.area} = ${area} AND ${services.id} = ${service} AND ${services.archived} = 0`;
			const counted = await client.execute(
				statement(sql`INSERT INTO ${service_reports} (area, service_id, reason, day, reports)
					SELECT ${area}, ${service}, ${reason}, ${day}, 1 ${known}
					ON CONFLICT (area, service_id, reason, day) DO UPDATE SET reports = reports + 1`),
			);
			return counted.rowsAffected > 0;
		},
		of: async (area) => {
			const found = await rows(
				client,
				sql`SELECT service_id, reason, sum(reports) AS reports, max(day) AS latest FROM ${service_reports}
					WHERE area = ${area} GROUP BY service_id, reason ORDER BY reports DESC, service_id, reason`,
			);
			return found.map((row) => ({
				service: String(row.service_id),
				reason: String(row.reason),
				reports: Number(row.reports),
				latest: String(row.latest),
			}));
		},
	};
}
