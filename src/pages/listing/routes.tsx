import { type Context, Hono } from "hono";
import { routesNow } from "#domain/conversation/routes-now.ts";
import type { AppEnv } from "#env.ts";
import { ListingNote } from "#pages/listing/listing-note.tsx";
import { ListingPage } from "#pages/listing/listing-page.tsx";
import { paths } from "#pages/paths.ts";
import { readForm } from "#pages/read-form.ts";
import { areaBook } from "#services/area-book.ts";
import { confirmListing, openListing, type ProviderListing, suggestChange } from "#services/provider-listing.ts";

/** A provider's own listing behind the link of a mail: no sign-in, nothing kept of who pressed. */
export const listingPages = new Hono<AppEnv>()
	.use(async (c, next) => {
		c.header("cache-control", "no-store");
		await next();
	})
	.get("/:secret", async (c) => {
		const listing = await openListing(c.var.deps, c.req.param("secret"));
		return listing === null ? gone(c) : page(c, listing);
	})
	.post("/:secret/right", async (c) => {
		const listing = await confirmListing(c.var.deps, c.req.param("secret"));
		if (listing === null) return gone(c);
		const { thanks } = c.var.deps.content.words.listing;
		const body = [thanks.right.replace("{service}", listing.service.name)];
		return note(c, { title: thanks.title, body, link: paths.service(listing.area, listing.service.id) }, 200);
	})
	.post("/:secret/change", async (c) => {
		const { thanks, page: say } = c.var.deps.content.words.listing;
		const done = await suggestChange(c.var.deps, c.req.param("secret"), await readForm(c.req.raw));
		switch (done.kind) {
			case "sent":
				return note(c, { title: thanks.title, body: [thanks.change] }, 200);
			case "unchanged":
				return page(c, done.listing, say.nothing_changed, 422);
			case "invalid": {
				const names: Readonly<Record<string, string>> = say.fields;
				const fields = done.problems.map(({ field }) => names[field] ?? field).join(", ");
				return page(c, done.listing, say.problems.replace("{fields}", fields), 422);
			}
			case "gone":
				return gone(c);
		}
	});

async function page(
	c: Context<AppEnv>,
	{ area: slug, service, fields }: ProviderListing,
	problem: string | null = null,
	status: 200 | 422 = 200,
) {
	const { area, book } = await areaBook(c.var.deps, slug);
	const { content, clock } = c.var.deps;
	return c.html(
		<ListingPage
			words={content.words}
			area={area}
			service={service}
			fields={fields}
			action={paths.listing(c.req.param("secret") ?? "")}
			problem={problem}
			routes={routesNow(book, [], undefined, clock.now(), content.holidays)}
		/>,
		status,
	);
}

function gone(c: Context<AppEnv>) {
	const { gone: say } = c.var.deps.content.words.listing;
	return note(c, { title: say.title, body: [say.body, say.next, say.family] }, 410);
}

type Note = { readonly title: string; readonly body: readonly string[]; readonly link?: string };

function note(c: Context<AppEnv>, { title, body, link }: Note, status: 200 | 410) {
	const { content, clock } = c.var.deps;
	const routes = routesNow({ local: [], national: content.helpline }, [], undefined, clock.now(), content.holidays);
	return c.html(<ListingNote words={content.words} title={title} body={body} link={link} routes={routes} />, status);
}
