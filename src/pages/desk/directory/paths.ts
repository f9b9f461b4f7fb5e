import type { ListingWork } from "#services/list-listings.ts";

/** Addresses of the desk's pages for listings. */
export const listingPaths = {
	list: (area: string, work?: ListingWork) => `/desk/${area}/listings${work ? `?work=${work}` : ""}`,
	bulk: (area: string) => `/desk/${area}/listings/bulk`,
	create: (area: string) => `/desk/${area}/listings/new`,
	edit: (area: string, id: string) => `/desk/${area}/listings/of/${encodeURIComponent(id)}`,
	withdraw: (area: string, id: string) => `${listingPaths.edit(area, id)}/withdraw`,
	history: (area: string, id: string) => `${listingPaths.edit(area, id)}/history`,
	drafts: (area: string) => `/desk/${area}/drafts`,
	draft: (area: string, id: string) => `/desk/${area}/drafts/${encodeURIComponent(id)}`,
	merges: (area: string) => `/desk/${area}/merges`,
	imports: (area: string) => `/desk/${area}/imports`,
	importRun: (area: string, run: number) => `/desk/${area}/imports/${run}`,
	importTable: (area: string, run: number) => `/desk/${area}/imports/${run}/table.csv`,
} as const;
