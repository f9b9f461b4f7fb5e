import { type Authority, inForce, type PlacesContent } from "#domain/places/authority.ts";

/** Looks authorities up by code, by district and by day. */
export type AuthorityBook = {
	readonly all: readonly Authority[];
	readonly bySlug: (slug: string) => Authority | null;
	/** By the authority's own ONS code. */
	readonly byCode: (gssCode: string) => Authority | null;
	/**
	 * The way of a district code, in use or abolished, through the authorities that answer for it over time:
	 * "essex", or "surrey/east-surrey". Null for a code we do not know.
	 */
	readonly wayOf: (districtCode: string) => string | null;
	/** Who answers on a day for what has this way. Several where a later succession parted what the way holds together. */
	readonly onDay: (way: string, day: string) => readonly Authority[];
	/** Those that came before it. */
	readonly formersOf: (slug: string) => readonly Authority[];
};

export function createAuthorityBook({ authorities, districts, successions }: PlacesContent): AuthorityBook {
	const slugs = new Map(authorities.map((authority) => [authority.slug, authority]));
	const codes = new Map(authorities.flatMap((each) => (each.gss_code ? [[each.gss_code, each] as const] : [])));
	const ofDistrict = new Map(districts.map((district) => [district.code, district.authority]));

	function successorOf(slug: string, district: string): string | undefined {
		return successions
			.find(({ former }) => former === slug)
			?.becomes.find((after) => after.districts.includes(district))?.authority;
	}

	function wayOf(district: string): string | null {
		const way: string[] = [];
		for (let next = ofDistrict.get(district); next && !way.includes(next); next = successorOf(next, district))
			way.push(next);
		return way.length > 0 ? way.join("/") : null;
	}

	function successorsOf(slug: string): readonly Authority[] {
		return successions.flatMap(({ former, becomes }) =>
			former === slug ? becomes.flatMap(({ authority }) => slugs.get(authority) ?? []) : [],
		);
	}

	function formersOf(slug: string): readonly Authority[] {
		return successions.flatMap(({ former, becomes }) =>
			becomes.some(({ authority }) => authority === slug) ? (slugs.get(former) ?? []) : [],
		);
	}

	function onDay(way: string, day: string): readonly Authority[] {
		const steps = way.split("/").flatMap((slug) => slugs.get(slug) ?? []);
		const now = steps.find((authority) => inForce(authority, day));
		if (now) return [now];
		const ends = steps.flatMap((authority) => [...successorsOf(authority.slug), ...formersOf(authority.slug)]);
		return [...new Set(ends)].filter((authority) => inForce(authority, day));
	}

	return {
		all: authorities,
		bySlug: (slug) => slugs.get(slug) ?? null,
		byCode: (code) => codes.get(code) ?? null,
		wayOf,
		onDay,
		formersOf,
	};
}
