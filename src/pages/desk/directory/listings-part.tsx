import type { Context } from "hono";
import { listingChanges } from "#domain/directory/editing/listing-changes.ts";
import { listingFields } from "#domain/directory/editing/listing-fields.ts";
import { readListing } from "#domain/directory/editing/read-listing.ts";
import type { AppEnv } from "#env.ts";
import type { Desk, DeskPart } from "#pages/desk/desk-part.ts";
import { EditPage, type EditPageProps } from "#pages/desk/directory/edit-page.tsx";
import { EMPTY, postedFields } from "#pages/desk/directory/form-values.ts";
import { HistoryPage } from "#pages/desk/directory/history-page.tsx";
import { ListPage } from "#pages/desk/directory/list-page.tsx";
import { listingPaths } from "#pages/desk/directory/paths.ts";
import { deskError } from "#pages/desk/message-page.tsx";
import { changeListings, LISTING_ACTIONS } from "#services/change-listings.ts";
import { LISTING_WORK, listListings } from "#services/list-listings.ts";
import { listingGround } from "#services/listing-ground.ts";
import { listingHistory } from "#services/listing-history.ts";
import { type OpenListing, openListing } from "#services/open-listing.ts";
import { saveListing } from "#services/save-listing.ts";

type Answer = Response | Promise<Response>;

/** Keeping listings true: the day's work, a listing's form, its earlier states, the same done to many. */
export const listingsPart: DeskPart = {
	label: (words) => words.desk_directory.label,
	bar: { path: "/listings", permission: "directory.read" },
	waiting: {
		permission: "directory.edit",
		of: async (deps, { area }) => {
			const { counts } = await listListings(deps, { area: area.slug, work: "all" });
			const { waiting } = deps.content.words.desk_directory;
			return [
				{ count: counts.reported, text: waiting.reported, href: listingPaths.list(area.slug, "reported") },
				{ count: counts.stale, text: waiting.stale, href: listingPaths.list(area.slug, "stale") },
			];
		},
	},
	routes: [
		{ method: "GET", path: "/listings", permission: "directory.read", answer: (c, desk) => list(c, desk) },
		{ method: "POST", path: "/listings/bulk", permission: "directory.edit", answer: changeMany },
		{
			method: "GET",
			path: "/listings/new",
			permission: "directory.edit",
			answer: (c, desk) => form(c, desk, null, {}),
		},
		{ method: "POST", path: "/listings/new", permission: "directory.edit", answer: (c, desk) => save(c, desk, null) },
		{
			method: "GET",
			path: "/listings/of/:id",
			permission: "directory.edit",
			answer: (c, desk) => withListing(c, desk, (listing) => form(c, desk, listing, { told: doneOf(c) })),
		},
		{
			method: "POST",
			path: "/listings/of/:id",
			permission: "directory.edit",
			answer: (c, desk) => withListing(c, desk, (listing) => save(c, desk, listing)),
		},
		{
			method: "POST",
			path: "/listings/of/:id/withdraw",
			permission: "directory.edit",
			answer: (c, desk) => withListing(c, desk, (listing) => withdraw(c, desk, listing)),
		},
		{
			method: "GET",
			path: "/listings/of/:id/history",
			permission: "directory.read",
			answer: (c, desk) => withListing(c, desk, (listing) => history(c, desk, listing, doneOf(c))),
		},
		{
			method: "POST",
			path: "/listings/of/:id/history",
			permission: "directory.edit",
			answer: (c, desk) => withListing(c, desk, (listing) => restore(c, desk, listing)),
		},
	],
};

async function withListing(
	c: Context<AppEnv>,
	desk: Desk,
	answer: (listing: OpenListing) => Answer,
): Promise<Response> {
	const listing = await openListing(c.var.deps, { area: desk.area.slug, id: c.req.param("id") ?? "" });
	return listing === null ? deskError(c, "not_found") : answer(listing);
}

async function list(c: Context<AppEnv>, desk: Desk, told?: string): Promise<Response> {
	const asked = desk.form.text("work") || c.req.query("work");
	const work = LISTING_WORK.find((kind) => kind === asked) ?? "stale";
	const searched = (c.req.query("words") ?? "").slice(0, 100);
	const found = await listListings(c.var.deps, { area: desk.area.slug, work, words: searched });
	const { words } = c.var.deps.content;
	return c.html(
		<ListPage words={words} desk={desk} work={work} searched={searched} {...found} {...(told ? { told } : {})} />,
	);
}

async function changeMany(c: Context<AppEnv>, desk: Desk): Promise<Response> {
	const { bulk } = c.var.deps.content.words.desk_directory;
	const ids = desk.form.all("listing");
	const action = LISTING_ACTIONS.find((known) => known === desk.form.text("action"));
	if (ids.length === 0 || action === undefined) return list(c, desk, bulk.nothing);
	const { changed, left } = await changeListings(c.var.deps, { area: desk.area.slug, ids, action, by: desk.actor });
	await told(c, desk, `service.${action}`, null, { changed: [...changed] });
	const done = bulk.done.replace("{changed}", String(changed.length));
	return list(c, desk, left.length > 0 ? `${done} ${bulk.left.replace("{left}", String(left.length))}` : done);
}

type Shown = Pick<EditPageProps, "problems" | "preview" | "told"> & { readonly values?: EditPageProps["values"] };

async function form(c: Context<AppEnv>, desk: Desk, listing: OpenListing | null, shown: Shown): Promise<Response> {
	const { deps } = c.var;
	const ground = listing?.ground ?? (await listingGround(deps, desk.area.slug));
	const values = shown.values ?? listing?.fields ?? listingFields(EMPTY, ground);
	const edited = listing && {
		id: listing.service.id,
		name: listing.service.name,
		source: listing.source,
		edited: listing.edited,
	};
	const status = (shown.problems ?? []).length > 0 ? 400 : 200;
	return c.html(
		<EditPage
			{...shown}
			words={deps.content.words}
			desk={desk}
			listing={edited}
			ground={ground}
			values={values}
			places={listing?.service.service_at_locations?.length ?? 0}
			keptLines={listing?.keptLines ?? 0}
		/>,
		status,
	);
}

async function save(c: Context<AppEnv>, desk: Desk, listing: OpenListing | null): Promise<Response> {
	const { deps } = c.var;
	const area = desk.area.slug;
	const ground = listing?.ground ?? (await listingGround(deps, area));
	const before = listing?.service ?? null;
	const values = postedFields(desk.form, before, ground);
	if (desk.form.text("do") === "preview") {
		const read = readListing(values, before ?? EMPTY, ground);
		if (read.kind === "invalid") return form(c, desk, listing, { values, problems: read.problems });
		const preview = listingChanges(listing?.fields ?? {}, listingFields(read.service, ground));
		return form(c, desk, listing, { values, preview });
	}
	const saved = await saveListing(deps, { area, id: before?.id ?? null, fields: values, by: desk.actor });
	switch (saved.kind) {
		case "invalid":
			return form(c, desk, listing, { values, problems: saved.problems });
		case "unknown":
			return deskError(c, "not_found");
		case "unchanged":
			return c.redirect(`${listingPaths.edit(area, saved.id)}?done=unchanged`, 303);
		case "waiting":
			await told(c, desk, "service.drafted", before?.id ?? null, { draft: saved.draft });
			return c.redirect(listingPaths.drafts(area), 303);
		case "saved":
			await told(c, desk, before ? "service.changed" : "service.created", saved.id, {});
			return c.redirect(`${listingPaths.edit(area, saved.id)}?done=saved`, 303);
	}
}

async function withdraw(c: Context<AppEnv>, desk: Desk, { service }: OpenListing): Promise<Response> {
	const { deps } = c.var;
	const made = { by: desk.actor, at: deps.clock.now(), why: "undo" };
	await deps.localEdits.withdraw(desk.area.slug, service.id, null, made);
	await told(c, desk, "service.withdrawn", service.id, {});
	return c.redirect(`${listingPaths.edit(desk.area.slug, service.id)}?done=saved`, 303);
}

async function history(c: Context<AppEnv>, desk: Desk, { service }: OpenListing, done?: string): Promise<Response> {
	const { deps } = c.var;
	const { ground, states } = await listingHistory(deps, { area: desk.area.slug, id: service.id });
	const { words } = deps.content;
	return c.html(
		<HistoryPage
			words={words}
			desk={desk}
			id={service.id}
			name={service.name}
			needs={ground.needs}
			states={states}
			told={done}
		/>,
	);
}

async function restore(c: Context<AppEnv>, desk: Desk, listing: OpenListing): Promise<Response> {
	const { deps } = c.var;
	const version = Number(desk.form.text("version"));
	const { id } = listing.service;
	const made = { by: desk.actor, at: deps.clock.now() };
	const restored = await deps.serviceHistory.restore(desk.area.slug, id, version, made);
	if (restored.kind === "unknown" || restored.kind === "invalid") return deskError(c, "not_found");
	await told(c, desk, "service.restored", id, { version });
	return c.redirect(`${listingPaths.history(desk.area.slug, id)}?done=restored`, 303);
}

/** What was done just before, as the address says it. */
function doneOf(c: Context<AppEnv>): string | undefined {
	const { saved, unchanged, history } = c.var.deps.content.words.desk_directory;
	const done: Readonly<Record<string, string>> = { saved, unchanged, restored: history.restored };
	return done[c.req.query("done") ?? ""];
}

/** Into the area's log, beside the history that the listing itself keeps. */
function told(
	c: Context<AppEnv>,
	desk: Desk,
	action: string,
	entityId: string | null,
	detail: { readonly [key: string]: string | number | readonly string[] },
): Promise<void> {
	const at = c.var.deps.clock.now();
	return c.var.deps.auditLog.append([
		{ area: desk.area.slug, at, actor: desk.actor, action, entity: "service", entityId, detail },
	]);
}
