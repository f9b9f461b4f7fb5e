import { cutPlaces } from "#widget/cut-places.ts";
import type { WidgetAttributes } from "#widget/widget-attributes.ts";

/** What somebody wrote and chose. Empty text stands for "nothing". */
export type Choices = {
	readonly q: string;
	readonly near: string;
	readonly need: string;
	readonly age: string;
	readonly free: boolean;
	readonly openNow: boolean;
};

export const NO_CHOICES: Choices = { q: "", near: "", need: "", age: "", free: false, openNow: false };

export type Question =
	| { readonly ok: true; readonly parameters: Readonly<Record<string, string>> }
	/** The place cannot be read, so nothing is asked. */
	| { readonly ok: false };

/** The parameters of the API for some choices. No more of a postcode than its sector is ever among them. */
export function questionOf(
	{ needs, audience, limit }: Pick<WidgetAttributes, "needs" | "audience" | "limit">,
	choices: Choices,
	radius: number | null,
	page: number,
): Question {
	const { q, near, wrong } = cutPlaces(choices.q, choices.near);
	if (wrong) return { ok: false };
	const need = choices.need || needs.join(",");
	const given = {
		q,
		near,
		radius_km: near && radius !== null ? String(radius) : "",
		need,
		audience: audience.join(","),
		age: choices.age,
		free: choices.free ? "true" : "",
		open_now: choices.openNow ? "true" : "",
		per_page: String(limit),
		page: page > 1 ? String(page) : "",
	};
	return { ok: true, parameters: Object.fromEntries(Object.entries(given).filter(([, value]) => value !== "")) };
}
