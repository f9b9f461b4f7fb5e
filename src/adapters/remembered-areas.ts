import type { Area } from "#domain/directory/area.ts";
import type { Areas } from "#ports/areas.ts";

/** Areas that are still known when the database goes away: the last list that was read answers then. */
export function rememberAreas(areas: Areas): Areas {
	let last: readonly Area[] | null = null;
	async function list(): Promise<readonly Area[]> {
		try {
			last = await areas.list();
			return last;
		} catch (error) {
			if (last === null) throw error;
			return last;
		}
	}
	return {
		...areas,
		list,
		find: async (slug) => {
			try {
				return await areas.find(slug);
			} catch (error) {
				const known = last?.find((area) => area.slug === slug);
				if (!known) throw error;
				return known;
			}
		},
	};
}
