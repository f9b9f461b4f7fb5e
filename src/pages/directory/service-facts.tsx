import type { Child } from "hono/jsx";
import type { Words } from "#content/library.ts";
import type { Phone, Schedule, Service, ServiceAtLocation } from "#domain/directory/service.ts";
import { agesText } from "#pages/directory/ages-text.ts";
import { plainTime } from "#pages/ui/plain-date.ts";

type ServiceProps = { readonly words: Words; readonly service: Service };

/** Every number of a service: its own, and those of its contacts. */
export function phonesOf(service: Service): readonly Phone[] {
	const all = [...(service.phones ?? []), ...(service.contacts ?? []).flatMap((contact) => contact.phones ?? [])];
	return [...new Map(all.map((phone) => [phone.number, phone])).values()];
}

/** When a service is there: its own timetable and those of its places. */
export function schedulesOf(service: Service): readonly Schedule[] {
	const places = service.service_at_locations ?? [];
	return [...(service.schedules ?? []), ...places.flatMap((place) => place.schedules ?? [])];
}

/** The ways to reach a service, its numbers first. */
export function Contacts({ words, service }: ServiceProps) {
	const { ways } = words.site;
	const phones = phonesOf(service);
	if (phones.length === 0 && !service.email && !service.url) return null;
	return (
		<ul class="ways">
			{phones.map(({ number, description }) => (
				<li>
					<a class="way first" href={`tel:${number.replace(/[^\d+]/g, "")}`}>
						{ways.call.replace("{number}", number)}
						{description ? ` (${description})` : ""}
						<span class="visually-hidden"> ({service.name})</span>
					</a>
				</li>
			))}
			{service.email ? (
				<li>
					<a class="way" href={`mailto:${service.email}`}>
						{ways.email}
						<span class="visually-hidden"> ({service.name})</span>
						<span class="on-paper"> {service.email}</span>
					</a>
				</li>
			) : null}
			{service.url ? (
				<li>
					<a class="way" href={service.url} rel="noreferrer nofollow">
						{ways.website}
						<span class="visually-hidden"> ({service.name})</span>
					</a>
				</li>
			) : null}
		</ul>
	);
}

/** Who it is for, when, where, what it costs and how to get it. What is not known is left out. */
export function ServiceFacts({ words, service }: ServiceProps) {
	const { directory } = words.site;
	const places = service.service_at_locations ?? [];
	const schedules = schedulesOf(service);
	const costs = (service.cost_options ?? []).map(costText).filter((text) => text !== "");
	return (
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
