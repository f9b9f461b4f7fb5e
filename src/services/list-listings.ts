import { type Completeness, completenessOf } from "#domain/directory/completeness.ts";
import { type Freshness, freshnessLimits, freshnessOf } from "#domain/directory/search/freshness.ts";
import { dayNumber, londonMoment } from "#domain/directory/search/moment.ts";
import type { Service } from "#domain/directory/service.ts";
import { weekOf } from "#domain/tallies/tally.ts";
import type { Dependencies } from "#ports.ts";

/** A listing as the desk's daily work sees it. */
export type ListedListing = {
	readonly id: string;
	readonly name: string;
	readonly organization: string;
	readonly freshness: Freshness;
	readonly assured: string | null;
	readonly completeness: Completeness;
	/** How often readers said that something is wrong, and what, the most first. */
	readonly reports: readonly { readonly reason: string; readonly reports: number }[];
	/** How often it was opened in the last weeks; what many use comes first. */
	readonly opened: number;
	/** A change of it waits. */
	readonly waiting: boolean;
	readonly hidden: boolean;
};

/** What there may be to do. "all" is everything that is not hidden. */
export const LISTING_WORK = ["due", "stale", "incomplete", "reported", "waiting", "hidden", "all"] as const;
export type ListingWork = (typeof LISTING_WORK)[number];

/** Below this a listing lacks something that families look for first. */
const COMPLETE_ENOUGH = 70;
/** How long use is looked back on. */
const WEEKS_OF_USE = 12;
const WEEK_MS = 7 * 86_400_000;

type ListNeeds = Pick<Dependencies, "directory" | "localEdits" | "serviceReports" | "drafts" | "tallies" | "clock">;
export type ListListingsInput = {
	readonly area: string;
	readonly work: ListingWork;
	/** Words that the name or the organisation holds. */
	readonly words?: string;
};

/** An area's listings that want this work, the most used first; and how many want each kind of it. */
export async function listListings(
	deps: ListNeeds,
	{ area, work, words = "" }: ListListingsInput,
): Promise<{ readonly listings: readonly ListedListing[]; readonly counts: Readonly<Record<ListingWork, number>> }> {
	const all = await everyListing(deps, area);
	const found = all.filter((listing) => wants(listing, work) && holds(listing, words));
	return {
		listings: found.toSorted((a, b) => b.opened - a.opened || a.name.localeCompare(b.name, "en")),
		counts: {
			due: countOf(all, "due"),
			stale: countOf(all, "stale"),
			incomplete: countOf(all, "incomplete"),
			reported: countOf(all, "reported"),
			waiting: countOf(all, "waiting"),
			hidden: countOf(all, "hidden"),
			all: countOf(all, "all"),
		},
	};
}

async function everyListing(deps: ListNeeds, area: string): Promise<readonly ListedListing[]> {
	const at = deps.clock.now();
	const since = weekOf(new Date(at.getTime() - WEEKS_OF_USE * WEEK_MS));
	const [shown, hidden, reports, drafts, tallies] = await Promise.all([
		deps.directory.publishable(area),
		hiddenServices(deps, area),
		deps.serviceReports.of(area),
		deps.drafts.list(area, "waiting"),
		deps.tallies.of(area, since),
	]);
	const limits = freshnessLimits(londonMoment(at, []).day);
	const waiting = new Set(drafts.map(({ service }) => service));
	const opened = new Map<string, number>();
	for (const { measure, item, count } of tallies)
		if (measure === "opened") opened.set(item, (opened.get(item) ?? 0) + count);
	const listed = (service: Service, isHidden: boolean): ListedListing => ({
		id: service.id,
		name: service.name,
		organization: service.organization.name,
		freshness: freshnessOf(service.assured_date ? (dayNumber(service.assured_date) ?? 0) : 0, limits),
		assured: service.assured_date ?? null,
		completeness: completenessOf(service),
		reports: reports.filter((report) => report.service === service.id),
		opened: opened.get(service.id) ?? 0,
		waiting: waiting.has(service.id),
		hidden: isHidden,
	});
	return [...shown.map((service) => listed(service, false)), ...hidden.map((service) => listed(service, true))];
}

/** Those that somebody at the desk took out; what a feed archived is its own affair. */
async function hiddenServices({ localEdits }: ListNeeds, area: string): Promise<readonly Service[]> {
	const edits = await localEdits.list(area);
	const ids = edits.filter(({ field, value }) => field === "internal.archived" && value === true);
	const records = await Promise.all(ids.map(({ service }) => localEdits.read(area, service)));
	return records.flatMap((record) => record?.service ?? []);
}

function wants(listing: ListedListing, work: ListingWork): boolean {
	if (listing.hidden || work === "hidden") return listing.hidden && work === "hidden";
	switch (work) {
		case "due":
			return listing.freshness === "due";
		case "stale":
			return ["stale", "hidden", "unknown"].includes(listing.freshness);
		case "incomplete":
			return listing.completeness.score < COMPLETE_ENOUGH;
		case "reported":
			return listing.reports.length > 0;
		case "waiting":
			return listing.waiting;
		case "all":
			return true;
	}
}

function countOf(all: readonly ListedListing[], work: ListingWork): number {
	return all.filter((listing) => wants(listing, work)).length;
}

function holds({ name, organization }: ListedListing, words: string): boolean {
	const text = `${name} ${organization}`.toLowerCase();
	return words
		.toLowerCase()
		.split(/\s+/)
		.every((word) => text.includes(word));
}
