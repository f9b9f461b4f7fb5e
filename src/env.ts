import * as z from "zod";
import { modelVariables } from "#model-env.ts";
import type { Limited } from "#ports/limits.ts";
import type { Dependencies } from "#ports.ts";
import { signInVariables } from "#sign-in-env.ts";

/** What a deployment may set. Read once by an entry; nothing below it looks at the environment. */
export const Env = z.object({
	/** "libsql://…" or "https://…" at the edge; "file:…" on Node as well. */
	DATABASE_URL: z.string().min(1).optional(),
	DATABASE_AUTH_TOKEN: z.string().min(1).optional(),
	/** 32 bytes in base64: seals the one cookie. Without it each start makes its own, and conversations end with it. */
	COOKIE_KEY: z.string().min(43).optional(),
	/** 32 bytes in base64: locks and opens backups. Keep it elsewhere than the backups. */
	BACKUP_KEY: z.string().min(43).optional(),
	PORT: z.coerce.number().int().min(0).max(65535).default(8787),
	/** Where the site is reached, for absolute addresses in feeds: "https://help.example.org". */
	PUBLIC_URL: z.url().optional(),
	/** "postcodes.io" sends postcodes that our own tables do not know to PLACES_LOOKUP_URL. Off, they go to nobody. */
	PLACES_LOOKUP: z.enum(["off", "postcodes.io"]).default("off"),
	/** postcodes.io itself, or a council's own copy of it. */
	PLACES_LOOKUP_URL: z.url().default("https://api.postcodes.io"),
	ENVIRONMENT: z.enum(["development", "production"]).default("development"),
	/** What requests to be rung back are kept with: "id:base64 of 32 bytes", the newest first. Without it none are taken. */
	CALL_BACK_KEYS: z
		.string()
		.regex(
			/^ *[\w-]{1,30}:[A-Za-z0-9+/_-]{43}=? *(?:, *[\w-]{1,30}:[A-Za-z0-9+/_-]{43}=? *)*$/,
			'Write each key as "id:…", 32 bytes in base64. Make one with: npm run keys -- make',
		)
		.optional(),
	/** GOV.UK Notify: one key for every area, and "area=key,area=key" for areas with a service of their own. */
	NOTIFY_API_KEY: z.string().optional(),
	NOTIFY_API_KEYS: z.string().optional(),
	NOTIFY_API_URL: z.url().default("https://api.notifications.service.gov.uk"),
	...signInVariables,
	...modelVariables,
	/** GOV.UK's list of bank holidays, or a copy of it; "off" asks nobody, and the list of the build is used. */
	BANK_HOLIDAYS_URL: z.union([z.literal("off"), z.url()]).default("https://www.gov.uk/bank-holidays.json"),
	/** Where people report a weakness, for /.well-known/security.txt: "mailto:security@example.org" or an https address. */
	SECURITY_CONTACT: z.url({ protocol: /^(?:mailto|https|tel)$/ }).optional(),
	/**
	 * Node only: how many machines of your own stand in front and add to `X-Forwarded-For`. 0 believes nobody; with a
	 * number too high a caller could choose its own address.
	 */
	TRUSTED_PROXY: z.coerce.number().int().min(0).max(5).default(0),
});
export type Env = z.infer<typeof Env>;

/** The environment, or what is wrong with it in one line a person can act on. */
export function readEnv(source: Readonly<Record<string, unknown>>): Env {
	const blankless = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
	const result = Env.safeParse(blankless);
	if (result.success) return result.data;
	const problems = result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
	throw new Error(`The environment is not right. ${problems.join("; ")}`);
}

/** Where postcodes are looked up besides our own tables; undefined for nowhere. */
export function placesLookup(env: Env): string | undefined {
	return env.PLACES_LOOKUP === "postcodes.io" ? env.PLACES_LOOKUP_URL : undefined;
}

/** Where bank holidays are read; null for nowhere. */
export function bankHolidaysUrl(env: Env): string | null {
	return env.BANK_HOLIDAYS_URL === "off" ? null : env.BANK_HOLIDAYS_URL;
}

/** What an app is told of its deployment, besides its dependencies. */
export type Settings = {
	/** "https://help.example.org"; null to take it from each request. */
	readonly publicUrl: string | null;
	readonly production: boolean;
	/** "mailto:security@example.org"; null or left out where there is none. */
	readonly securityContact?: string | null;
	/** Seals the conversation's cookie where there is no script. */
	readonly cookieKey: CryptoKey;
	/** Every request that is no reading is asked of it once, by `guardWrites`; a route that guards a secret asks again. */
	readonly limited: Limited;
};

/** What a request carries through the app. */
export type AppEnv = {
	/** The address of the network that asks, as the entry knows it. Never kept, never logged. */
	readonly Bindings: { readonly who?: string };
	readonly Variables: {
		readonly deps: Dependencies;
		readonly settings: Settings;
		readonly requestId: string;
		/** The same, "unknown" where no entry told. */
		readonly who: string;
	};
};
