import type { Mended } from "#domain/directory/import/values/mended.ts";

/** As JSON Schema's "email" checks it (RFC 5321 without quoted names and address literals). */
const EMAIL =
	/^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/i;
const CANDIDATE = /[^\s<>(),;:|"[\]]+@[^\s<>(),;:|"[\]]+/g;

/** Nobody reads what is sent here, at whatever address. */
const UNREAD = /^(?:no|donot|do-not|do_not|dont)[-_.]?reply\d*$/i;
const STAND_IN =
	/^(?:tests?|testing|tester|e?-?mail|example|sample|dummy|fake|none|no|na|nil|null|unknown|undefined|tbc|tba|name|your[-_.]?(?:name|email)|someone|somebody|anyone|user(?:name)?|admin|no[-_.]?e?-?mail|abc|xyz|x+|a+|asdf|foo|bar)\d*$/i;
/** RFC 2606 and what forms are filled with. */
const STAND_IN_HOST =
	/^(?:(?:www\.)?example\.(?:com|org|net)|tests?\.(?:com|org|co\.uk)|e?mails?\.com|domain\.com|none\.com|abc\.com|xyz\.com)$/i;
const NO_HOST = /(?:^|\.)(?:invalid|localhost|no-?e?-?mail(?:\.\w+)*|no-?reply(?:\.\w+)*)$/i;

/** True for an address that looks right and reaches nobody. */
export function isPlaceholderEmail(email: string): boolean {
	const at = email.lastIndexOf("@");
	const name = email.slice(0, at);
	const host = email.slice(at + 1);
	return (
		UNREAD.test(name) ||
		NO_HOST.test(host) ||
		(STAND_IN.test(name) && STAND_IN_HOST.test(host)) ||
		`${name}.com` === host
	);
}

/** The e-mail addresses in a text, without placeholders; the first is the one the text is about. */
export function mendEmails(text: string): Mended<readonly string[]> {
	const spaced = text.replace(/\s*(?:\[at\]|\(at\)|\sat\s)\s*/gi, "@").replace(/\s*@\s*/g, "@");
	const candidates = (spaced.match(CANDIDATE) ?? []).map((found) => found.replace(/^['.]+|['.]+$/g, ""));
	const real = candidates.filter((found) => EMAIL.test(found));
	const kept = [...new Set(real.filter((found) => !isPlaceholderEmail(found)))];
	if (kept.length > 0) return kept[0] === text ? { value: kept } : { value: kept, rule: "e-mail address mended" };
	return { rule: real.length > 0 ? "placeholder e-mail left out" : "not an e-mail address, left out" };
}

/** The one e-mail address of a text. */
export function mendEmail(text: string): Mended<string> {
	const { value, rule } = mendEmails(text);
	return value?.[0] === undefined ? { rule } : { value: value[0], rule };
}
