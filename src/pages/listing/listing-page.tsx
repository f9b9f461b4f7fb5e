import type { Words } from "#content/library.ts";
import type { RouteGroups } from "#domain/conversation/turn.ts";
import type { Area } from "#domain/directory/area.ts";
import type { ListingFields } from "#domain/directory/editing/listing-fields.ts";
import type { Service } from "#domain/directory/service.ts";
import { Layout } from "#pages/ui/layout.tsx";
import { plainDate } from "#pages/ui/plain-date.ts";
import { Routes } from "#pages/ui/routes.tsx";
import { PROVIDER_FIELDS } from "#services/provider-listing.ts";

type ListingPageProps = {
	readonly words: Words;
	readonly area: Area | null;
	readonly service: Service;
	/** What the form holds: the listing, or what was just sent. */
	readonly fields: ListingFields;
	readonly action: string;
	/** Why what was sent could not be taken. */
	readonly problem: string | null;
	/** A family that gets here by mistake is at no dead end. */
	readonly routes: RouteGroups;
};

const LONG = new Set<string>(["description", "phones", "eligibility_description", "application_process"]);

/** The listing as families read it, with two ways on: it is still right, or here is a change. */
export function ListingPage({ words, area, service, fields, action, problem, routes }: ListingPageProps) {
	const { page } = words.listing;
	const labels: Readonly<Record<string, string>> = page.fields;
	return (
		<Layout
			words={words}
			title={page.title}
			demonstration={area?.demonstration ?? false}
			area={area?.slug}
			beside={<Routes words={words} routes={routes} />}
		>
			<h1>{service.name}</h1>
			<p class="lead">{page.lead.replace("{service}", service.name)}</p>
			{problem ? (
				<p class="note" role="alert">
					{problem}
				</p>
			) : null}
			<p>
				{service.assured_date
					? page.checked.replace("{date}", plainDate(words, service.assured_date))
					: page.never_checked}
			</p>
			<dl class="facts">
				{PROVIDER_FIELDS.filter((field) => shownOf(service, fields, field) !== "").map((field) => (
					<div>
						<dt>{labels[field]}</dt>
						<dd class="as-written">{shownOf(service, fields, field)}</dd>
					</div>
				))}
			</dl>
			<h2>{page.right_title}</h2>
			<form method="post" action={`${action}/right`}>
				<p class="hint">{page.right_hint}</p>
				<button class="primary" type="submit">
					{page.right}
				</button>
			</form>
			<h2>{page.change_title}</h2>
			<form method="post" action={`${action}/change`}>
				<p>{page.change_lead}</p>
				<p class="hint">{page.privacy}</p>
				{PROVIDER_FIELDS.map((field) => (
					<p>
						<label for={field}>{labels[field]}</label>
						{LONG.has(field) ? (
							<textarea id={field} name={field} rows={field === "description" ? 8 : 3}>
								{fields[field] ?? ""}
							</textarea>
						) : (
							<input type="text" id={field} name={field} value={fields[field] ?? ""} autocomplete="off" />
						)}
					</p>
				))}
				<button class="button" type="submit">
					{page.send}
				</button>
			</form>
		</Layout>
	);
}

/** What families read now, whatever was just sent. */
function shownOf(service: Service, fields: ListingFields, field: string): string {
	const held: Readonly<Record<string, unknown>> = service;
	const value = held[field];
	if (typeof value === "string") return value;
	return field === "phones" ? (fields[field] ?? "") : "";
}
