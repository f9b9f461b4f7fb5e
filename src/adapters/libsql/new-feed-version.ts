import type { InStatement } from "@libsql/client";
import { sql } from "drizzle-orm";
import { statement } from "#adapters/libsql/statement.ts";
import { areas } from "#db/schema.ts";

/** Says that what the feed shows has changed. */
export function newFeedVersion(area: string, at: Date): InStatement {
	return statement(
		sql`UPDATE ${areas} SET feed_version = feed_version + 1, feed_changed_at = ${at.getTime()} WHERE slug = ${area}`,
	);
}
