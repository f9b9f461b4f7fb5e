import type { Library } from "#content/library.ts";
import { digitsOf } from "#domain/privacy/contacts.ts";

/** The digits of every number that anyone may ring: they tell nothing of who asks. */
export function publishedPhones({ content }: Library): ReadonlySet<string> {
	const routes = [...content.helplines, ...content.areas.flatMap((area) => area.routes)];
	return new Set(
		routes.flatMap(({ phone, text }) => [phone, text]).flatMap((number) => (number ? [digitsOf(number)] : [])),
	);
}
