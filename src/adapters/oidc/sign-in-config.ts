/** How a deployment signs its staff in, as its environment says; checked by `createSignIn`. */
export type SignInConfig = {
	readonly production: boolean;
	/** Where the site is reached; the provider sends people back there. */
	readonly publicUrl?: string | undefined;
	readonly issuer?: string | undefined;
	readonly clientId?: string | undefined;
	/** Left out for a public client: the code is then bound by PKCE alone. */
	readonly clientSecret?: string | undefined;
	readonly scopes?: string | undefined;
	/** The claim that holds roles: its own name, or a path with dots. */
	readonly roleClaim?: string | undefined;
	/** "6f1c…=demo:editor, 77aa…=demo:manager": what a group's id means. */
	readonly roleMap?: string | undefined;
	/** The claim that names a person for good. */
	readonly subjectClaim?: string | undefined;
	/** True where every e-mail address of this issuer is checked by the council itself. */
	readonly trustEmail?: boolean | undefined;
	/** "council" of council.cloudflareaccess.com. */
	readonly accessTeam?: string | undefined;
	readonly accessAudience?: string | undefined;
	/** For tests: where Access's keys are, and how long an unknown key is not asked for again. */
	readonly accessIssuer?: string | undefined;
	readonly keyPauseMs?: number | undefined;
};
