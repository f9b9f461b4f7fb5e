import type { RouteBook } from "#domain/conversation/routes-now.ts";
import type { Area } from "#domain/directory/area.ts";
import type { Dependencies } from "#ports.ts";

/** An area with the routes we know for it. */
export type AreaBook = { readonly area: Area | null; readonly book: RouteBook };

/**
 * The routes of an area. Those compiled into the build need no database; for an area that only the database
 * knows, or for none, the national routes carry it. Never throws: people must be reachable whatever is down.
 */
export async function areaBook(
	deps: Pick<Dependencies, "content" | "areas">,
	slug: string | undefined,
): Promise<AreaBook> {
	const national = deps.content.helpline;
	const compiled = slug ? deps.content.area(slug) : null;
	if (compiled) return { area: compiled, book: { local: compiled.routes, national } };
	const stored = slug ? await deps.areas.find(slug).catch(() => null) : null;
	return { area: stored, book: { local: [], national } };
}
