import { sql } from "drizzle-orm";
import * as z from "zod";
import type { Database } from "#adapters/libsql/client.ts";
import { rows, statement } from "#adapters/libsql/statement.ts";
import { bank_holidays } from "#db/operations.ts";
import type { BankHolidays } from "#ports/bank-holidays.ts";

const DIVISION = "england-and-wales";
const Dates = z.array(z.string());

/** The bank holidays that were last fetched and believed. */
export function createStoredHolidays(client: Database): Pick<BankHolidays, "stored" | "store"> {
	return {
		stored: async () => {
			const [row] = await rows(
				client,
				sql`SELECT dates, fetched_at FROM ${bank_holidays} WHERE division = ${DIVISION}`,
			);
			if (row === undefined) return null;
			return { dates: Dates.parse(JSON.parse(String(row.dates))), fetchedAt: new Date(Number(row.fetched_at)) };
		},
		store: async (dates, at) => {
			await client.execute(
				statement(sql`INSERT INTO ${bank_holidays} (division, dates, fetched_at)
					VALUES (${DIVISION}, ${JSON.stringify(dates)}, ${at.getTime()})
					ON CONFLICT (division) DO UPDATE SET dates = excluded.dates, fetched_at = excluded.fetched_at`),
			);
		},
	};
}
