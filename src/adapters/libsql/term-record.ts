import { sql } from "drizzle-orm";
import { jsonObject } from "#adapters/libsql/json-record.ts";
import { taxonomy_terms } from "#db/schema.ts";

/** SQL for the parent where the directory holds it: a key that leads nowhere would make a top term look like a child. */
export const knownParent = sql`(SELECT parent.id FROM taxonomy_terms AS parent
	WHERE parent.area = ${taxonomy_terms.area} AND parent.id = ${taxonomy_terms.parent_id})`;

/** A row of `taxonomy_terms` as JSON. */
export const termJson = jsonObject(taxonomy_terms, { parent_id: knownParent }, ["parent_id"]);
