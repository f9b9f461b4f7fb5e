import type { Words } from "#content/library.ts";

type Ages = { readonly minimum_age?: number | undefined; readonly maximum_age?: number | undefined };

/** "4 to 11", "16 and over", "up to 5"; null where no age is given. */
export function agesText(words: Words, { minimum_age: from, maximum_age: to }: Ages): string | null {
	const { directory } = words.site;
	if (from !== undefined && to !== undefined)
		return directory.ages_from_to.replace("{from}", String(from)).replace("{to}", String(to));
	if (from !== undefined) return directory.ages_from.replace("{from}", String(from));
	return to === undefined ? null : directory.ages_to.replace("{to}", String(to));
}
