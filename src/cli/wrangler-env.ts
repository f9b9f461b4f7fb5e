/** What keeps wrangler from reaching anybody: no counts, no error reports, no look for updates, no sample of request data. */
export const WRANGLER_ENV = {
	WRANGLER_SEND_METRICS: "false",
	WRANGLER_SEND_ERROR_REPORTS: "false",
	WRANGLER_HIDE_BANNER: "true",
	CLOUDFLARE_CF_FETCH_ENABLED: "false",
	CI: "true",
} as const;
