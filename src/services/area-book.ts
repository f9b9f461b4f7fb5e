import type { RouteBook } from "#domain/conversation/routes-now.ts";
import type { Area } from "#domain/directory/area.ts";
import type { Dependencies } from "#ports.ts";
import { areaProfile } from "#services/area-profile.ts";

/** An area with the routes we know for it. */
export type AreaBook = { readonly area: Area | null; readonly book: RouteBook };

/**
 * The routes of an area, as set at the desk or else as compiled into the build, which needs no database; for an area that
 * has none, or for no area, the national routes carry it. Never throws: people must be reachable whatever is down.
 */
export async function areaBook(
	deps: Pick<Dependencies, "content" | "areas" | "areaSettings">,
	slug: string | undefined,
): Promise<AreaBook> {
	const national = deps.content.helpline;
	const profile = slug ? await areaProfile(deps, slug) : null;
	return { area: profile?.area ?? null, book: { local: profile?.routes ?? [], national } };
}
