import type { ListingProblem } from "#domain/directory/editing/field-reader.ts";
import { type ListingFields, listingFields } from "#domain/directory/editing/listing-fields.ts";
import { readListing } from "#domain/directory/editing/read-listing.ts";
import { publicView } from "#domain/directory/public-view.ts";
import { londonMoment } from "#domain/directory/search/moment.ts";
import type { Service } from "#domain/directory/service.ts";
import { dateOf } from "#domain/hours/local-date.ts";
import type { SingleUseLink } from "#ports/single-use-links.ts";
import type { Dependencies } from "#ports.ts";
import { hashOf, isSecret } from "#services/desk-secrets.ts";
import { listingGround } from "#services/listing-ground.ts";

type Needs = Pick<
	Dependencies,
	"clock" | "content" | "drafts" | "feed" | "localEdits" | "serviceNotices" | "singleUseLinks"
>;

/** What a provider may change by its link: words, not places or hours, which the desk writes as rules. */
export const PROVIDER_FIELDS = [
	...["name", "description", "phones", "email", "url", "eligibility_description"],
	...["application_process", "fees_description", "wait_time", "alert"],
] as const;
export type ProviderField = (typeof PROVIDER_FIELDS)[number];

const BY = "provider";

export type ProviderListing = {
	readonly area: string;
	/** As families read it: what may not leave the building is left out. */
	readonly service: Service;
	readonly fields: ListingFields;
};

/**
 * The listing that a link from a mail opens; null where the link was used, is too old or was never made. Looking does not
 * use it up: programs look at links before people do.
 */
export async function openListing(deps: Needs, secret: string | undefined): Promise<ProviderListing | null> {
	const opened = await open(deps, secret);
	if (opened === null) return null;
	const { link, service, shown } = opened;
	const ground = await listingGround(deps, link.area);
	const all = listingFields(service, ground);
	const fields = Object.fromEntries(PROVIDER_FIELDS.map((field) => [field, all[field] ?? ""]));
	return { area: link.area, service: shown, fields };
}

/** "Still right": assured today, by the provider. The link is then used up. Twice is once. */
export async function confirmListing(deps: Needs, secret: string | undefined): Promise<ProviderListing | null> {
	const opened = await open(deps, secret);
	if (opened === null) return null;
	const { link, service, shown } = opened;
	const at = deps.clock.now();
	const edits = [
		{ field: "assured_date", value: dateOf(londonMoment(at, []).day) },
		{ field: "internal.assurer", value: BY },
	];
	// Written before the link is used up: where the database goes away between the two, the person can press again.
	await deps.localEdits.save(link.area, service.id, edits, { by: BY, at, why: "provider" });
	await deps.singleUseLinks.use(link.hash, "reconfirm", at);
	await settled(deps, link, service, "confirmed");
	return { area: link.area, service: shown, fields: {} };
}

export type Suggested =
	| { readonly kind: "sent" }
	| { readonly kind: "unchanged"; readonly listing: ProviderListing }
	| { readonly kind: "invalid"; readonly problems: readonly ListingProblem[]; readonly listing: ProviderListing }
	| { readonly kind: "gone" };

/** "Send a change": what differs waits for the desk, and the link is used up. Families see nothing of it before. */
export async function suggestChange(
	deps: Needs,
	secret: string | undefined,
	sent: ReadonlyMap<string, string>,
): Promise<Suggested> {
	const opened = await open(deps, secret);
	const listing = await openListing(deps, secret);
	if (opened === null || listing === null) return { kind: "gone" };
	const { link, service } = opened;
	const fields = changed(listing.fields, sent);
	const asSent = { ...listing, fields: { ...listing.fields, ...fields } };
	if (Object.keys(fields).length === 0) return { kind: "unchanged", listing };
	const ground = await listingGround(deps, link.area);
	const read = readListing({ name: service.name, ...fields }, service, ground);
	if (read.kind === "invalid") return { kind: "invalid", problems: read.problems, listing: asSent };
	const at = deps.clock.now();
	// Its id follows from the link, so that a form sent twice is one change.
	const id = `provider-${link.hash.slice(0, 32)}`;
	if ((await deps.drafts.find(link.area, id)) === null)
		await deps.drafts.add({
			id,
			area: link.area,
			service: service.id,
			origin: "provider",
			fields: { name: service.name, ...fields },
			madeBy: BY,
			madeAt: at,
		});
	await deps.singleUseLinks.use(link.hash, "reconfirm", at);
	await settled(deps, link, service, "changed");
	return { kind: "sent" };
}

async function open(
	{ singleUseLinks, localEdits, clock }: Needs,
	secret: string | undefined,
): Promise<{ readonly link: SingleUseLink; readonly service: Service; readonly shown: Service } | null> {
	if (!isSecret(secret)) return null;
	const link = await singleUseLinks.look(await hashOf(secret), "reconfirm", clock.now());
	const record = link === null ? null : await localEdits.read(link.area, link.subject);
	const shown = record === null ? null : publicView(record.service);
	return link === null || record === null || shown === null ? null : { link, service: record.service, shown };
}

function changed(before: ListingFields, sent: ReadonlyMap<string, string>): ListingFields {
	const said = PROVIDER_FIELDS.flatMap((field) => {
		const text = sent.get(field)?.replaceAll("\r\n", "\n").trim();
		return text === undefined || text === (before[field] ?? "").trim() ? [] : [[field, text] as const];
	});
	return Object.fromEntries(said);
}

/** The notices about this age have had their answer. */
async function settled(
	deps: Needs,
	{ area }: SingleUseLink,
	service: Service,
	state: "confirmed" | "changed",
): Promise<void> {
	for (const notice of await deps.serviceNotices.list(area, service.id))
		if (notice.assured === service.assured_date && notice.state === "sent")
			await deps.serviceNotices.record(area, { ...notice, state });
}
