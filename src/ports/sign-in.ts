import type { RolesByArea } from "#domain/desk/roles.ts";

/** A person as the deployment's identity provider knows them. */
export type Identity = {
	readonly issuer: string;
	readonly subject: string;
	readonly name: string;
	/** In small letters; null where the provider does not vouch for it. */
	readonly email: string | null;
	readonly roles: RolesByArea;
};

/** What the browser keeps between going to the provider and coming back, all taken from one secret of its own. */
export type SignInSecrets = {
	readonly state: string;
	readonly nonce: string;
	/** PKCE: 43 to 128 letters, of which the provider sees the SHA-256 first. */
	readonly verifier: string;
};

/** Why somebody was not let in, for the page and the operator; nothing of a token. */
export type SignInRefusal = {
	readonly kind: "refused";
	readonly why:
		| "cancelled"
		| "state"
		| "issuer"
		| "code"
		| "token"
		| "nonce"
		| "expired"
		| "audience"
		| "provider away"
		| "no assertion";
	/** What exactly, in English, for the log. */
	readonly detail: string;
};
export type Identified = { readonly kind: "identified"; readonly identity: Identity } | SignInRefusal;

/** An OpenID Connect provider, by authorization code with PKCE. */
export type OidcSignIn = {
	readonly kind: "oidc";
	readonly issuer: string;
	/** Where the browser is sent. */
	readonly start: (
		secrets: SignInSecrets,
		redirectUri: string,
	) => Promise<{ readonly kind: "go"; readonly to: string } | SignInRefusal>;
	/** Who came back with these parameters of the redirect address. */
	readonly finish: (parameters: URLSearchParams, secrets: SignInSecrets, redirectUri: string) => Promise<Identified>;
};

/** Cloudflare Access in front: each request brings an assertion. */
export type AccessSignIn = {
	readonly kind: "access";
	readonly issuer: string;
	/** `assertion` is the header Cf-Access-Jwt-Assertion. */
	readonly identify: (assertion: string | undefined) => Promise<Identified>;
};

/** How staff come in. */
export type SignIn =
	| OidcSignIn
	| AccessSignIn
	/** Nothing is set up: only a demonstration may have a one-time link, and never in production. */
	| { readonly kind: "none"; readonly production: boolean }
	/** Set up in a way that cannot work: nobody comes in, and the operator is told why. */
	| { readonly kind: "misconfigured"; readonly why: string };
