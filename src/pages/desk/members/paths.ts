import { deskPaths } from "#pages/desk/desk-paths.ts";

const below = { list: "/members", give: "/members/give", take: "/members/take", end: "/members/sign-out" } as const;

export const membersPaths = {
	/** Below an area's own address. */
	below,
	list: (area: string, done?: string) => `${deskPaths.area(area)}${below.list}${done ? `?done=${done}` : ""}`,
	give: (area: string) => deskPaths.area(area) + below.give,
	take: (area: string) => deskPaths.area(area) + below.take,
	end: (area: string) => deskPaths.area(area) + below.end,
} as const;
