import * as z from "zod";

/** What the standard's formats ask of a value. One that cannot be brought into form is left out of the feed. */

/** An absolute address in the letters that RFC 3986 allows. */
export function uri(text: string | undefined): string | undefined {
	if (text === undefined || !URL.canParse(text)) return undefined;
	const { href } = new URL(text);
	const escaped = href.replace(/%(?![0-9a-f]{2})/gi, "%25").replace(/[\s"<>\\^`{|}]/g, encodeURIComponent);
	return escaped === `${text}/` ? text : escaped;
}

/** An e-mail address of the plain form that validators take. */
export function email(text: string | undefined): string | undefined {
	return z.email().safeParse(text).success ? text : undefined;
}

/** "2026-01-31", also from an instant. */
export function date(text: string | undefined): string | undefined {
	const day = text?.slice(0, 10);
	return z.iso.date().safeParse(day).success ? day : undefined;
}

/** The standard's day has no 24:00; midnight at its end is a minute short of it, so that it still follows the start. */
export function time(text: string | undefined): string | undefined {
	return text?.startsWith("24") ? "23:59" : text;
}
