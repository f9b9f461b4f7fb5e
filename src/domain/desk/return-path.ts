/** Addresses of the desk, with letters that neither a browser nor a proxy reads in two ways; no segment of dots alone. */
const deskPathRe = /^\/desk(?:\/(?!\.+(?:\/|\?|$))[\w.~-]{1,120}){0,8}(?:\?[\w.~&=%+-]{0,400})?$/;

/** Where somebody goes on after signing in: a page of the desk, whatever was asked for. */
export function returnPath(asked: string | null | undefined): string {
	if (asked === null || asked === undefined || !deskPathRe.test(asked)) return "/desk";
	return /^\/desk\/sign-/.test(asked) ? "/desk" : asked;
}
