/** What a link that counts once was made for. */
export type LinkPurpose = "demonstration" | "signed_in" | "reconfirm";

export type SingleUseLink = {
	/** SHA-256 of the link's secret, in hexadecimal. */
	readonly hash: string;
	readonly purpose: LinkPurpose;
	readonly area: string;
	/** What it opens: a person, a service's id, … */
	readonly subject: string;
	readonly madeAt: Date;
	readonly expiresAt: Date;
};

/** Links that open something once. Secrets themselves are never kept. */
export type SingleUseLinks = {
	/** False where there is a link of this hash already. */
	readonly make: (link: SingleUseLink) => Promise<boolean>;
	/** The link, while it can still be used; using it up or not. */
	readonly look: (hash: string, purpose: LinkPurpose, at: Date) => Promise<SingleUseLink | null>;
	/** Uses it up: of two callers at once one has it, the other null. */
	readonly use: (hash: string, purpose: LinkPurpose, at: Date) => Promise<SingleUseLink | null>;
	/** Makes those of one subject useless that were not used yet. Answers how many. */
	readonly withdraw: (area: string, purpose: LinkPurpose, subject: string, at: Date) => Promise<number>;
	/** Takes out those that expired before. Answers how many. */
	readonly forget: (before: Date) => Promise<number>;
};
