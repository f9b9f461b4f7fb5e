import { decodeEntities } from "#domain/directory/import/text/entities.ts";
import { unwrapRedirect } from "#domain/directory/import/text/link-text.ts";
import type { Mended } from "#domain/directory/import/values/mended.ts";

/** Letters that RFC 3986 lets stand in an address as they are. */
const RFC_3986 = /^(?:[a-z0-9\-._~:/?#[\]@!$&'()*+,;=]|%[0-9a-f]{2})+$/i;
const HOST = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/i;
const BARE = /^(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?::\d+)?(?:[/?#]\S*)?$/i;
const FOUND = /(?:https?:\/\/|www\.)[^\s<>"]+/i;
const EMAIL_LIKE = /^(?:mailto:)?[^\s@/]+@[^\s@/]+$/i;

/**
 * An address of the web that a strict reader takes and a person can follow, http or https.
 * Mends a missing or misspelt scheme, spaces, escapes; leaves out placeholders, scripts, files and what is no address.
 */
export function mendWebAddress(text: string): Mended<string> {
	const candidate = candidateIn(unwrapRedirect(decodeEntities(text).trim()));
	if (candidate === null) return { rule: "not a web address, left out" };
	const url = URL.canParse(candidate) ? new URL(candidate) : null;
	if (url === null || !HOST.test(url.hostname) || url.username !== "" || url.password !== "")
		return { rule: "not a web address, left out" };
	if (isPlaceholder(url)) return { rule: "placeholder web address left out" };
	// An address that was right already stays letter by letter; `href` would add a slash or change its case.
	const whole = RFC_3986.test(candidate) && /^https?:/.test(candidate) ? candidate : url.href;
	const value = whole.replaceAll("[", "%5B").replaceAll("]", "%5D");
	if (!RFC_3986.test(value)) return { rule: "not a web address, left out" };
	return value === text ? { value } : { value, rule: "web address mended" };
}

function candidateIn(text: string): string | null {
	if (EMAIL_LIKE.test(text)) return null;
	const twice = text.replace(/^(?:https?:?\/*\s*)+(?=https?:\/\/)/i, "");
	const scheme = /^h?tt?p(s?)\s*[:;]?\s*(?:\/{1,3}\s*|(?=www\.))(?:www\s*\.\s*)?(?=\S)/i.exec(twice);
	if (scheme && !/\s/.test(twice.slice(scheme[0].length))) {
		const www = /www\s*\.\s*$/i.test(scheme[0]) ? "www." : "";
		const right = /^https?:\/\/(?:www\.)?$/i.test(scheme[0]);
		return right ? twice : `http${(scheme[1] ?? "").toLowerCase()}://${www}${twice.slice(scheme[0].length)}`;
	}
	if (BARE.test(text)) return `https://${text}`;
	const inside = FOUND.exec(text)?.[0].replace(/[.,;:!?)]+$/, "");
	if (inside === undefined) return null;
	return /^www\./i.test(inside) ? `https://${inside}` : inside;
}

/** RFC 2606's example hosts with nothing behind them, and hosts that cannot be. */
function isPlaceholder(url: URL): boolean {
	if (url.hostname.endsWith(".invalid")) return true;
	const root = url.pathname === "/" && url.search === "";
	return root && /^(?:www\.)?example\.(?:com|org|net)$/.test(url.hostname);
}

/** Host and path by which two addresses are one page: no scheme, no "www.", no closing slash, no query. */
export function pageOf(address: string): string {
	if (!URL.canParse(address)) return address;
	const url = new URL(address);
	return `${url.hostname.replace(/^www\./, "")}${url.pathname.replace(/\/+$/, "")}`;
}

/** The host alone, without "www.". */
export function hostOf(address: string): string {
	return URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, "") : address;
}
