import { deskPaths } from "#pages/desk/desk-paths.ts";

export const SECTIONS = ["brand", "hours", "routes", "switches", "delivery"] as const;
export type SectionId = (typeof SECTIONS)[number];

const below = "/settings";

export const settingsPaths = {
	/** Below an area's own address. */
	below,
	list: (area: string, done = false) => `${deskPaths.area(area)}${below}${done ? "?done=saved" : ""}`,
	section: (area: string, id: SectionId) => `${deskPaths.area(area)}${below}/${id}`,
	route: (area: string, id: string) => `${deskPaths.area(area)}${below}/routes/${encodeURIComponent(id)}`,
	removeRoute: (area: string, id: string) => `${settingsPaths.route(area, id)}/remove`,
} as const;
