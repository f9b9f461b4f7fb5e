import type { ListingGround } from "#domain/directory/editing/listing-fields.ts";
import type { Organization } from "#domain/directory/service.ts";
import type { Dependencies } from "#ports.ts";

const ORGANIZATIONS_AT_ONCE = 100;
/** Beyond this a form joins no organisation that it has not had before. */
const MOST_ORGANIZATIONS = 5000;

/** What a listing's form of an area is read against: needs, organisations, and how a note speaks of bank holidays. */
export async function listingGround(
	{ content: { content, words }, feed }: Pick<Dependencies, "content" | "feed">,
	area: string,
): Promise<ListingGround> {
	const organizations: Organization[] = [];
	for (let page = 1; organizations.length < MOST_ORGANIZATIONS; page += 1) {
		const found = await feed.organizations(area, { page, perPage: ORGANIZATIONS_AT_ONCE });
		organizations.push(...found.items);
		if (found.items.length < ORGANIZATIONS_AT_ONCE) break;
	}
	const { say } = content.filters.bank_holidays;
	return {
		needs: content.needs,
		organizations,
		free: words.desk_directory.free_cost,
		note: {
			write: say[0] ?? "",
			means: (note) => say.some((phrase) => note.toLowerCase().includes(phrase.toLowerCase())),
		},
	};
}
