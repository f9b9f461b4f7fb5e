/** One of the councils in England that answer for children's services, or one that did or will. */
export type Authority = {
	/** Our own short name, "west-sussex". */
	readonly slug: string;
	/** ONS code, "E09000018". Left out while ONS has given none. */
	readonly gss_code?: string;
	readonly name: string;
	readonly kind: "unitary" | "county" | "metropolitan-district" | "london-borough" | "city-of-london";
	readonly region: string;
	/** Its first day, "2027-04-01"; left out where it has long been there. */
	readonly from?: string;
	/** The first day without it. */
	readonly until?: string;
	/** Other short names that people use for it. */
	readonly also: readonly string[];
};

/** A district, as postcodes are assigned to it: `current` is false for a code that is no longer in use. */
export type District = {
	readonly code: string;
	readonly name: string;
	/** Slug of the authority that answers for children there. */
	readonly authority: string;
	readonly current: boolean;
};

/** One authority followed by others on a day, district by district. */
export type Succession = {
	readonly former: string;
	readonly on: string;
	readonly becomes: readonly { readonly authority: string; readonly districts: readonly string[] }[];
};

/** What `content/places/` holds, checked. */
export type PlacesContent = {
	readonly authorities: readonly Authority[];
	readonly districts: readonly District[];
	readonly successions: readonly Succession[];
	/** Rough middles of outcodes, packed: see `outcode-middles.ts`. */
	readonly outcodes: string;
};

/** True on a day ("2027-04-01") on which the authority exists. */
export function inForce(authority: Authority, day: string): boolean {
	return (authority.from ?? "") <= day && (authority.until === undefined || day < authority.until);
}
