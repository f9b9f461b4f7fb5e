import type { Area } from "#domain/directory/area.ts";

/** Areas held in the database. The areas that are compiled into the build live in `content`. */
export type Areas = {
	readonly list: () => Promise<readonly Area[]>;
	readonly find: (slug: string) => Promise<Area | null>;
	/** Adds the area, or changes the one with this slug. */
	readonly save: (area: Area) => Promise<void>;
};
