import type { Child } from "hono/jsx";
import type { Words } from "#content/library.ts";
import type { RouteGroups } from "#domain/conversation/turn.ts";
import type { Area } from "#domain/directory/area.ts";
import type { Phone, Schedule, Service, ServiceAtLocation } from "#domain/directory/service.ts";
import { paths } from "#pages/paths.ts";
import { Layout } from "#pages/ui/layout.tsx";
import { Routes } from "#pages/ui/routes.tsx";

export type ServicePageProps = {
	readonly words: Words;
	readonly area: Area;
	readonly service: Service;
	readonly routes: RouteGroups;
};

/** One service: what it is, who for, when, where, what it costs, how to reach it, and how fresh all that is. */
export function ServicePage({ words, area, service, routes }: ServicePageProps) {
	const { directory } = words.site;
	const phones = [...(service.phones ?? []), ...(service.contacts ?? []).flatMap((contact) => contact.phones ?? [])];
	const places = service.service_at_locations ?? [];
	const schedules = [...(service.schedules ?? []), ...places.flatMap((place) => place.schedules ?? [])];
	const costs = (service.cost_options ?? []).map(costText).filter((text) => text !== "");
	return (
		<Layout words={words} title={service.name} demonstration={area.demonstration} area={area.slug}>
			<p>
				<a href={paths.directory(area.slug)}>{directory.back}</a>
			</p>
			<h1>{service.name}</h1>
			<p class="small">
				{service.assured_date
					? directory.freshness.fresh.replace("{date}", service.assured_date)
					: directory.freshness.unknown}
				.
			</p>
			{service.status === "temporarily closed" ? <p class="note">{directory.temporarily_closed}</p> : null}
			{service.alert ? <p class="note">{service.alert}</p> : null}
			<Paragraphs text={service.description} />
			<Fact title={directory.who_for}>{service.eligibility_description}</Fact>
			<Fact title={directory.ages}>{agesText(words, service)}</Fact>
			<Fact title={directory.when}>
				{schedules.length > 0 ? <Schedules words={words} schedules={schedules} /> : null}
			</Fact>
			<Fact title={directory.where_title}>
				{places.length > 0 ? (
					<ul>
						{places.map((place) => (
							<li>{placeText(words, place)}</li>
						))}
					</ul>
				) : null}
			</Fact>
			<Fact title={directory.cost}>{service.fees_description ?? (costs.length > 0 ? costs.join("; ") : null)}</Fact>
			<Fact title={directory.how_to}>{service.application_process}</Fact>
			<Fact title={directory.languages}>
				{(service.languages ?? []).flatMap((language) => language.name ?? []).join(", ") || null}
			</Fact>
			<Fact title={directory.run_by}>{service.organization.name}</Fact>
			<Contacts words={words} service={service} phones={phones} />
			<Routes words={words} routes={routes} />
		</Layout>
	);
}

function Contacts({
	words,
	service,
	phones,
}: {
	readonly words: Words;
	readonly service: Service;
	readonly phones: readonly Phone[];
}) {
	const { directory, ways } = words.site;
	if (phones.length === 0 && !service.email && !service.url) return null;
	return (
		<section aria-labelledby="contact">
			<h2 id="contact">{directory.contact}</h2>
			<ul class="ways">
				{phones.map(({ number, description }) => (
					<li>
						<a class="way" href={`tel:${number.replace(/[^\d+]/g, "")}`}>
							{ways.call.replace("{number}", number)}
							{description ? ` (${description})` : ""}
						</a>
					</li>
				))}
				{service.email ? (
					<li>
						<a class="way" href={`mailto:${service.email}`}>
							{ways.email}
						</a>
					</li>
				) : null}
				{service.url ? (
					<li>
						<a class="way" href={service.url} rel="noopener nofollow">
							{ways.website}
						</a>
					</li>
				) : null}
			</ul>
		</section>
	);
}

function Fact({ title, children }: { readonly title: string; readonly children?: Child | null }) {
	if (children === null || children === undefined || children === "") return null;
	return (
		<section class="fact">
			<h2>{title}</h2>
			<div>{children}</div>
		</section>
	);
}

/** Text stays text: paragraphs at empty lines, nothing else. */
function Paragraphs({ text }: { readonly text: string | undefined }) {
	return (
		<>
			{(text ?? "").split(/\n{2,}/).map((paragraph) => (
				<p class="as-written">{paragraph}</p>
			))}
		</>
	);
}

function Schedules({ words, schedules }: { readonly words: Words; readonly schedules: readonly Schedule[] }) {
	const { days } = words.site.directory;
	const dayName = (code: string) => {
		const letters = code.replace(/[^A-Z]/g, "");
		return new Map<string, string>(Object.entries(days)).get(letters) ?? code;
	};
	return (
		<ul>
			{schedules.map((line) => (
				<li>
					{[
						line.byday?.split(",").map(dayName).join(", "),
						line.opens_at && line.closes_at ? `${line.opens_at} – ${line.closes_at}` : line.opens_at,
						line.description ?? line.notes,
					]
						.filter(Boolean)
						.join(" · ")}
				</li>
			))}
		</ul>
	);
}

function placeText(words: Words, { location }: ServiceAtLocation): string {
	const address = location.addresses?.[0];
	const parts = [location.name, address?.address_1, address?.address_2, address?.city, address?.postal_code];
	const text = [...new Set(parts.filter((part) => part !== undefined))].join(", ");
	return location.masked ? words.site.directory.secret_place : text;
}

function agesText(words: Words, { minimum_age: from, maximum_age: to }: Service): string | null {
	const { directory } = words.site;
	if (from !== undefined && to !== undefined)
		return directory.ages_from_to.replace("{from}", String(from)).replace("{to}", String(to));
	if (from !== undefined) return directory.ages_from.replace("{from}", String(from));
	return to === undefined ? null : directory.ages_to.replace("{to}", String(to));
}

function costText({ option, amount, amount_description }: NonNullable<Service["cost_options"]>[number]): string {
	const money = amount === undefined || amount === 0 ? "" : `£${amount.toFixed(2)}`;
	return [option, money, amount_description].filter(Boolean).join(" ");
}
