import { deskPaths } from "#pages/desk/desk-paths.ts";

const below = {
	list: "/call-backs",
	one: "/call-backs/:reference",
	work: "/call-backs/:reference/work",
	assign: "/call-backs/:reference/assign",
	erase: "/call-backs/:reference/erase",
	messages: "/messages",
	again: "/messages/again",
	test: "/messages/test",
	webhooks: "/webhooks",
} as const;

export const callBackPaths = {
	/** Below an area's own address. */
	below,
	list: (area: string) => deskPaths.area(area) + below.list,
	one: (area: string, reference: string, done?: string) =>
		`${deskPaths.area(area)}${below.list}/${reference}${done ? `?done=${done}` : ""}`,
	work: (area: string, reference: string) => `${deskPaths.area(area)}${below.list}/${reference}/work`,
	assign: (area: string, reference: string) => `${deskPaths.area(area)}${below.list}/${reference}/assign`,
	erase: (area: string, reference: string) => `${deskPaths.area(area)}${below.list}/${reference}/erase`,
	messages: (area: string, done?: string) => `${deskPaths.area(area)}${below.messages}${done ? `?done=${done}` : ""}`,
	again: (area: string) => deskPaths.area(area) + below.again,
	test: (area: string) => deskPaths.area(area) + below.test,
	webhooks: (area: string) => deskPaths.area(area) + below.webhooks,
} as const;
