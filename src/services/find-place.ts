import { type Nation, nationOf } from "#domain/places/nation.ts";
import { parsePostcode } from "#domain/places/postcode.ts";
import type { Dependencies } from "#ports.ts";

export type FoundPlace = {
	/** As we read it: "SK9 1AB", or as much of it as was given. */
	readonly postcode: string;
	readonly nation: Nation | "border" | null;
	/** Those of ours that may serve it, likeliest first; empty where none does. */
	readonly areas: readonly { readonly slug: string; readonly name: string }[];
	/** Whether `areas` is sure, or only near. Null where there is none. */
	readonly precision: "exact" | "approximate" | null;
	readonly latitude?: number;
	readonly longitude?: number;
};

/** Where a postcode lies and who serves it, from tables of our own: it is sent to nobody. Null for what is no postcode. */
export async function findPlace(
	deps: Pick<Dependencies, "places" | "content" | "areas">,
	text: string,
): Promise<FoundPlace | null> {
	const parsed = parsePostcode(text);
	if (!parsed) return null;
	const postcode = parsed.unit ?? parsed.sector ?? parsed.outcode;
	const [slug, point] = await Promise.all([deps.places.areaOf(postcode), deps.places.point(postcode)]);
	const stored = slug ? await deps.areas.find(slug).catch(() => null) : null;
	const name = slug ? (deps.content.area(slug)?.name ?? stored?.name) : undefined;
	return {
		postcode,
		nation: nationOf(parsed.outcode),
		areas: slug && name ? [{ slug, name }] : [],
		precision: slug && name ? (parsed.unit ? "exact" : "approximate") : null,
		...(point ? { latitude: point.latitude, longitude: point.longitude } : {}),
	};
}
