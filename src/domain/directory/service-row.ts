import { completenessOf } from "#domain/directory/completeness.ts";
import type { Service } from "#domain/directory/service.ts";

/** The head of a directory as a table. */
export const SERVICE_COLUMNS = [
	"id",
	"name",
	"organisation",
	"description",
	"status",
	"web",
	"email",
	"phones",
	"youngest",
	"oldest",
	"cost",
	"places",
	"postcodes",
	"times",
	"needs",
	"languages",
	"who_for",
	"how_to_join",
	"assured_date",
	"freshness",
	"completeness",
	"missing",
] as const;

/** A service, as the public may see it, as one row of that table. */
export function serviceRow(service: Service, freshness: string): readonly (string | number)[] {
	const places = service.service_at_locations ?? [];
	const addresses = places.flatMap(({ location }) => location.addresses ?? []);
	const phones = [
		...(service.phones ?? []),
		...places.flatMap((at) => [...(at.phones ?? []), ...(at.location.phones ?? [])]),
	];
	const schedules = [...(service.schedules ?? []), ...places.flatMap((at) => at.schedules ?? [])];
	const { score, missing } = completenessOf(service);
	return [
		service.id,
		service.name,
		service.organization.name,
		service.description ?? "",
		service.status,
		service.url ?? "",
		service.email ?? "",
		joined(phones.map((phone) => phone.number)),
		service.minimum_age ?? "",
		service.maximum_age ?? "",
		service.fees_description ??
			joined(
				(service.cost_options ?? []).map((cost) =>
					[cost.option, cost.amount].filter((part) => part !== undefined).join(" "),
				),
			),
		joined(
			places.map(({ location }) =>
				[location.name, location.addresses?.[0]?.address_1, location.addresses?.[0]?.city]
					.filter((part) => part !== undefined)
					.join(", "),
			),
		),
		joined(addresses.map((address) => address.postal_code)),
		joined(
			schedules.map(({ freq, byday, opens_at, closes_at }) =>
				[freq, byday, opens_at, closes_at].filter((part) => part !== undefined).join(" "),
			),
		),
		joined((service.attributes ?? []).map((attribute) => attribute.taxonomy_term.name)),
		joined((service.languages ?? []).flatMap((language) => language.name ?? language.code ?? [])),
		service.eligibility_description ?? "",
		service.application_process ?? "",
		service.assured_date ?? "",
		freshness,
		score,
		joined(missing),
	];
}

function joined(parts: readonly string[]): string {
	return [...new Set(parts.filter((part) => part !== ""))].join("; ");
}
