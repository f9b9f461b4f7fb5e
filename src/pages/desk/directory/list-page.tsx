import type { Words } from "#content/library.ts";
import { DeskLayout, FormToken } from "#pages/desk/desk-layout.tsx";
import type { Desk } from "#pages/desk/desk-part.ts";
import { listingPaths } from "#pages/desk/directory/paths.ts";
import { Told } from "#pages/desk/told.tsx";
import { plainDate } from "#pages/ui/plain-date.ts";
import { LISTING_ACTIONS } from "#services/change-listings.ts";
import { LISTING_WORK, type ListedListing, type ListingWork } from "#services/list-listings.ts";

type ListPageProps = {
	readonly words: Words;
	readonly desk: Desk;
	readonly work: ListingWork;
	readonly searched: string;
	readonly listings: readonly ListedListing[];
	readonly counts: Readonly<Record<ListingWork, number>>;
	/** What was just done. */
	readonly told?: string;
};

/** More than anybody looks through; the search finds the rest. */
const MOST_SHOWN = 100;

/** The day's work on listings: what is stale, incomplete or reported, the most used first. */
export function ListPage({ words, desk, work, searched, listings, counts, told }: ListPageProps) {
	const said = words.desk_directory;
	const area = desk.area.slug;
	const shown = listings.slice(0, MOST_SHOWN);
	const edits = desk.may("directory.edit");
	return (
		<DeskLayout words={words} desk={desk} title={said.title} here={listingPaths.list(area)}>
			<h1>{said.title}</h1>
			<Told text={told} />
			<p class="lead">{said.lead}</p>
			{edits ? (
				<p>
					<a class="button" href={listingPaths.create(area)}>
						{said.new}
					</a>
				</p>
			) : null}
			<nav class="tabs" aria-label={said.title}>
				<ul>
					{LISTING_WORK.map((kind) => (
						<li>
							<a href={listingPaths.list(area, kind)} aria-current={kind === work ? "page" : undefined}>
								{said.work[kind]} ({counts[kind]})
							</a>
						</li>
					))}
				</ul>
			</nav>
			<form method="get" action={listingPaths.list(area)} class="row">
				<input type="hidden" name="work" value={work} />
				<div>
					<label for="words">{said.search}</label>
					<input type="search" id="words" name="words" value={searched} />
				</div>
				<button class="quiet" type="submit">
					{said.find}
				</button>
			</form>
			<p class="hint">{said.work_means[work]}</p>
			{shown.length === 0 ? (
				<p>{said.none}</p>
			) : (
				<form method="post" action={listingPaths.bulk(area)} class="wide-room">
					<FormToken token={desk.token} />
					<input type="hidden" name="work" value={work} />
					<Listings words={words} area={area} listings={shown} choosable={edits} />
					{listings.length > shown.length ? (
						<p class="hint">
							{said.shown_of.replace("{shown}", String(shown.length)).replace("{total}", String(listings.length))}
						</p>
					) : null}
					{edits ? <Bulk words={words} /> : null}
				</form>
			)}
			<h2>{said.export.title}</h2>
			<ul>
				<li>
					<a href={`/api/v1/areas/${area}/services.csv`}>{said.export.csv}</a>
				</li>
				<li>
					<a href={`/oruk/v3/${area}/services?full=true&format=ndjson`}>{said.export.ndjson}</a>
				</li>
			</ul>
		</DeskLayout>
	);
}

type ListingsProps = {
	readonly words: Words;
	readonly area: string;
	readonly listings: readonly ListedListing[];
	readonly choosable: boolean;
};

function Listings({ words, area, listings, choosable }: ListingsProps) {
	const said = words.desk_directory;
	return (
		<div class="table-room">
			<table>
				<thead>
					<tr>
						<th scope="col">{said.columns.name}</th>
						<th scope="col">{said.columns.confirmed}</th>
						<th scope="col">{said.columns.complete}</th>
						<th scope="col">{said.columns.opened}</th>
						<th scope="col">{said.columns.problems}</th>
					</tr>
				</thead>
				<tbody>
					{listings.map((listing) => (
						<tr>
							<th scope="row">
								<div class="choose">
									{choosable ? (
										<input
											type="checkbox"
											name="listing"
											value={listing.id}
											aria-label={said.bulk.select.replace("{name}", () => listing.name)}
										/>
									) : null}
									<span>
										<a href={listingPaths.edit(area, listing.id)}>{listing.name}</a>
										<br />
										<span class="small">{listing.organization}</span>
									</span>
								</div>
							</th>
							<td class={`fresh-${listing.freshness}`}>
								{listing.assured ? plainDate(words, listing.assured) : said.confirmed_never}
							</td>
							<td>{said.complete.replace("{score}", String(listing.completeness.score))}</td>
							<td>{listing.opened}</td>
							<td>{problemsOf(words, listing)}</td>
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}

function problemsOf(words: Words, { reports, waiting }: ListedListing): string {
	const { report, change_waits } = words.desk_directory;
	const named: Readonly<Record<string, string>> = words.reports.reasons;
	const reported = reports.map(({ reason, reports: count }) =>
		report.replace("{reason}", () => named[reason] ?? reason).replace("{reports}", String(count)),
	);
	return [...reported, ...(waiting ? [change_waits] : [])].join("; ");
}

function Bulk({ words }: { readonly words: Words }) {
	const { bulk } = words.desk_directory;
	return (
		<fieldset class="bulk">
			<legend>{bulk.legend}</legend>
			{LISTING_ACTIONS.map((action) => (
				<div class="tick">
					<input type="radio" id={`do-${action}`} name="action" value={action} />
					<label for={`do-${action}`}>{bulk.actions[action]}</label>
				</div>
			))}
			<button class="primary" type="submit">
				{bulk.do}
			</button>
		</fieldset>
	);
}
