import * as z from "zod";
import type { SignInConfig } from "#adapters/oidc/sign-in-config.ts";

const text = z.string().min(1).optional();

/** How staff sign in at the desk: see `docs/desk.md`. What does not fit together is told at the desk; the public pages serve. */
export const signInVariables = {
	/** "https://login.microsoftonline.com/TENANT/v2.0", "https://idp.example.org/realms/council", … */
	OIDC_ISSUER: text,
	OIDC_CLIENT_ID: text,
	OIDC_CLIENT_SECRET: text,
	OIDC_SCOPES: text,
	/** The claim that holds roles as "area:role". */
	OIDC_ROLE_CLAIM: text,
	/** "GROUP-ID=area:role, …" */
	OIDC_ROLE_MAP: text,
	OIDC_SUBJECT_CLAIM: text,
	OIDC_TRUST_EMAIL: z.enum(["yes", "no"]).default("no"),
	CF_ACCESS_TEAM: text,
	CF_ACCESS_AUD: text,
	/** "production" counts as ENVIRONMENT does, for the desk. */
	NODE_ENV: text,
} as const;

type SignInEnv = z.infer<z.ZodObject<typeof signInVariables>> & {
	readonly ENVIRONMENT: "development" | "production";
	readonly PUBLIC_URL?: string | undefined;
};

export function signInConfig(env: SignInEnv): SignInConfig {
	return {
		production: env.ENVIRONMENT === "production" || env.NODE_ENV === "production",
		publicUrl: env.PUBLIC_URL,
		issuer: env.OIDC_ISSUER,
		clientId: env.OIDC_CLIENT_ID,
		clientSecret: env.OIDC_CLIENT_SECRET,
		scopes: env.OIDC_SCOPES,
		roleClaim: env.OIDC_ROLE_CLAIM,
		roleMap: env.OIDC_ROLE_MAP,
		subjectClaim: env.OIDC_SUBJECT_CLAIM,
		trustEmail: env.OIDC_TRUST_EMAIL === "yes",
		accessTeam: env.CF_ACCESS_TEAM,
		accessAudience: env.CF_ACCESS_AUD,
	};
}
