/** What a page may set on a widget. `src/pages/embed/` offers the same names. */
export const WIDGET_ATTRIBUTES = [
	"area",
	"lang",
	"heading-level",
	"needs",
	"limit",
	"audience",
	"radius",
	"phone",
] as const;

export type WidgetAttributes = {
	readonly area: string;
	readonly lang: string | null;
	/** 1 to 6; headings inside stand one below it. */
	readonly headingLevel: number;
	/** Ids of needs; empty for all. */
	readonly needs: readonly string[];
	readonly audience: readonly string[];
	readonly limit: number;
	/** In kilometres, from the place that somebody gives; null for the whole area. */
	readonly radius: number | null;
	readonly phone: string | null;
};

const DEFAULT_LIMIT = 5;
const LARGEST_LIMIT = 20;
const LARGEST_RADIUS = 100;
const areaRe = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Reads them; what cannot be read counts as not set. Null without a readable area: then there is nothing to show. */
export function readAttributes(
	get: (name: (typeof WIDGET_ATTRIBUTES)[number]) => string | null,
): WidgetAttributes | null {
	const area = get("area")?.trim() ?? "";
	if (!areaRe.test(area)) return null;
	return {
		area,
		lang: get("lang"),
		headingLevel: numberWithin(get("heading-level"), 1, 6) ?? 2,
		needs: listOf(get("needs")),
		audience: listOf(get("audience")),
		limit: numberWithin(get("limit"), 1, LARGEST_LIMIT) ?? DEFAULT_LIMIT,
		radius: numberWithin(get("radius"), 0.1, LARGEST_RADIUS),
		phone: get("phone")?.trim() || null,
	};
}

/** A number, moved to the nearest end where it lies outside; a whole one where both ends are. Null for what is no number. */
function numberWithin(text: string | null, least: number, most: number): number | null {
	const number = Number(text?.trim() || Number.NaN);
	if (!Number.isFinite(number)) return null;
	const within = Math.min(most, Math.max(least, number));
	return Number.isInteger(least) ? Math.round(within) : within;
}

function listOf(text: string | null): readonly string[] {
	return (text ?? "").split(/[\s,]+/).filter((part) => part !== "");
}
