import type { Child } from "hono/jsx";
import type { Words } from "#content/library.ts";
import type { RouteGroups } from "#domain/conversation/turn.ts";
import type { Area } from "#domain/directory/area.ts";
import { freshnessLimits, freshnessOf } from "#domain/directory/search/freshness.ts";
import { dayNumber, type Moment } from "#domain/directory/search/moment.ts";
import type { Phone, Schedule, Service, ServiceAtLocation } from "#domain/directory/service.ts";
import { agesText } from "#pages/directory/ages-text.ts";
import { freshText } from "#pages/directory/fresh-text.ts";
import { openingOf } from "#pages/directory/opening-text.ts";
import { paths } from "#pages/paths.ts";
import { Layout } from "#pages/ui/layout.tsx";
import { plainTime } from "#pages/ui/plain-date.ts";
import { Routes } from "#pages/ui/routes.tsx";

export type ServicePageProps = {
	readonly words: Words;
	readonly area: Area;
	readonly service: Service;
	readonly routes: RouteGroups;
	readonly now: Moment;
};

/** One service: what it is and how to reach it, then who for, when, where, what it costs; and how fresh all that is. */
export function ServicePage({ words, area, service, routes, now }: ServicePageProps) {
	const { directory } = words.site;
	const phones = [...(service.phones ?? []), ...(service.contacts ?? []).flatMap((contact) => contact.phones ?? [])];
	const places = service.service_at_locations ?? [];
	const schedules = [...(service.schedules ?? []), ...places.flatMap((place) => place.schedules ?? [])];
	const costs = (service.cost_options ?? []).map(costText).filter((text) => text !== "");
	const assured = service.assured_date ? (dayNumber(service.assured_date) ?? 0) : 0;
	const freshness = freshnessOf(assured, freshnessLimits(now.day));
	const closed = service.status === "temporarily closed";
	const opening = closed ? null : openingOf(words, schedules, now);
	return (
		<Layout
			words={words}
			title={directory.title}
			demonstration={area.demonstration}
			area={area.slug}
			beside={<Routes words={words} routes={routes} />}
		>
			<p class="up">
				<a href={paths.directory(area.slug)}>{directory.back}</a>
			</p>
			<h1>{service.name}</h1>
			<p>
				{opening ? <span class={opening.open ? "state open" : "state"}>{opening.text}</span> : null}{" "}
				<span class={`small fresh-${freshness}`}>{freshText(words, freshness, service.assured_date)}</span>
			</p>
			{closed ? <p class="note">{directory.temporarily_closed}</p> : null}
			{service.alert ? <p class="note">{service.alert}</p> : null}
			<Paragraphs text={service.description} />
			<Contacts words={words} service={service} phones={phones} />
			<dl class="facts">
				<Fact title={directory.who_for}>{service.eligibility_description}</Fact>
				<Fact title={directory.ages}>{agesText(words, service)}</Fact>
				<Fact title={directory.when}>
					{schedules.length > 0 ? <Schedules words={words} schedules={schedules} /> : null}
				</Fact>
				<Fact title={directory.where_title}>{places.length > 0 ? <Places words={words} places={places} /> : null}</Fact>
				<Fact title={directory.cost}>{service.fees_description ?? (costs.length > 0 ? costs.join("; ") : null)}</Fact>
				<Fact title={directory.how_to}>{service.application_process}</Fact>
				<Fact title={directory.languages}>
					{(service.languages ?? []).flatMap((language) => language.name ?? []).join(", ") || null}
				</Fact>
				<Fact title={directory.access}>{accessText(places)}</Fact>
				<Fact title={directory.run_by}>{service.organization.name}</Fact>
			</dl>
		</Layout>
	);
}

type ContactsProps = { readonly words: Words; readonly service: Service; readonly phones: readonly Phone[] };

function Contacts({ words, service, phones }: ContactsProps) {
	const { directory, ways } = words.site;
	if (phones.length === 0 && !service.email && !service.url) return null;
	return (
		<section aria-labelledby="contact">
			<h2 id="contact">{directory.contact}</h2>
			<ul class="ways">
				{phones.map(({ number, description }) => (
					<li>
						<a class="way first" href={`tel:${number.replace(/[^\d+]/g, "")}`}>
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
						<a class="way" href={service.url} rel="noreferrer nofollow">
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
		<div>
			<dt>{title}</dt>
			<dd>{children}</dd>
		</div>
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
	const days = new Map<string, string>(Object.entries(words.site.directory.days));
	const dayName = (code: string) => days.get(code.replace(/[^A-Z]/g, "")) ?? code;
	const time = (text: string | undefined) => (text ? plainTime(words, text) : undefined);
	return (
		<ul>
			{schedules.map((line) => (
				<li>
					{[
						line.byday?.split(",").map(dayName).join(", "),
						[time(line.opens_at), time(line.closes_at)].filter(Boolean).join(words.site.directory.until),
						line.description ?? line.notes,
					]
						.filter(Boolean)
						.join(" · ")}
				</li>
			))}
		</ul>
	);
}

function Places({ words, places }: { readonly words: Words; readonly places: readonly ServiceAtLocation[] }) {
	return (
		<ul>
			{places.map((place) => (
				<li>{placeText(words, place)}</li>
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

function accessText(places: readonly ServiceAtLocation[]): string | null {
	const told = places.flatMap(({ location }) =>
		location.masked ? [] : (location.accessibility ?? []).flatMap(({ description }) => description ?? []),
	);
	return told.length > 0 ? [...new Set(told)].join(", ") : null;
}

function costText({ option, amount, amount_description }: NonNullable<Service["cost_options"]>[number]): string {
	const money = amount === undefined || amount === 0 ? "" : `£${amount.toFixed(2)}`;
	return [option, money, amount_description].filter(Boolean).join(" ");
}
