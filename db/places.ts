import { blob, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** The table of postcodes as one packed value: about 70 kB for England. Belongs to no area. The newest version counts. */
export const place_tables = sqliteTable("place_tables", {
	version: integer().primaryKey(),
	/** Where it was made from: the file's name. */
	source: text().notNull(),
	made_at: integer().notNull(),
	bytes: blob({ mode: "buffer" }).notNull(),
});
