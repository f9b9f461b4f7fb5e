/** GOV.UK's list of bank holidays, and what was last believed of it. */
export type BankHolidays = {
	/** What the list says now, as JSON, unjudged. */
	readonly published: () => Promise<
		| { readonly kind: "list"; readonly value: unknown }
		/** This deployment does not ask. */
		| { readonly kind: "off" }
		| { readonly kind: "unavailable" }
	>;
	/** The dates last stored, null where there are none. */
	readonly stored: () => Promise<StoredHolidays | null>;
	readonly store: (dates: readonly string[], at: Date) => Promise<void>;
};

export type StoredHolidays = { readonly dates: readonly string[]; readonly fetchedAt: Date };
