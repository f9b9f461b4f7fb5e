import type { Ledger } from "#domain/directory/import/ledger.ts";
import { hostOf, pageOf } from "#domain/directory/import/values/web-address.ts";
import type { Organization, Service } from "#domain/directory/service.ts";

/** An address on more than a fifth of the records, and on five at least, is the directory's own and not theirs. */
const SHARE = 0.2;
const LEAST = 5;

function sharedPages(addresses: readonly (string | undefined)[], outOf: number): ReadonlySet<string> {
	const counts = new Map<string, number>();
	for (const address of addresses) {
		if (address !== undefined) counts.set(pageOf(address), (counts.get(pageOf(address)) ?? 0) + 1);
	}
	const shared = [...counts].filter(([, count]) => count >= LEAST && count > outOf * SHARE);
	return new Set(shared.map(([page]) => page));
}

/**
 * Takes away the directory's home page where it stands as the own address of services or organisations.
 * Learnt from the records themselves. An address on the host of the service's own organisation stays: that is whose it is.
 */
export function dropSharedHomePages(services: readonly Service[], ledger: Ledger): readonly Service[] {
	const organizations = new Map(services.map((service) => [service.organization.id, service.organization]));
	const websites = sharedPages(
		[...organizations.values()].map((each) => each.website),
		organizations.size,
	);
	const uris = sharedPages(
		[...organizations.values()].map((each) => each.uri),
		organizations.size,
	);
	const told = new Set<string>();
	const cleaned = services.map((service) => {
		const organization = without(without(service.organization, "website", websites), "uri", uris);
		if (organization !== service.organization && !told.has(organization.id)) {
			told.add(organization.id);
			ledger.repair(
				service.name,
				"organization.website",
				RULE,
				service.organization.website ?? service.organization.uri ?? "",
				"",
			);
		}
		return { ...service, organization };
	});
	const foreign = cleaned.filter((service) => service.url !== undefined && !isOwn(service.url, service.organization));
	const pages = sharedPages(
		foreign.map((service) => service.url),
		services.length,
	);
	return cleaned.map((service) => {
		const { url, ...rest } = service;
		if (url === undefined || !pages.has(pageOf(url)) || isOwn(url, service.organization)) return service;
		ledger.repair(service.name, "url", RULE, url, "");
		return rest;
	});
}

const RULE = "directory's home page left out";

function isOwn(url: string, organization: Organization): boolean {
	return organization.website !== undefined && hostOf(organization.website) === hostOf(url);
}

function without(organization: Organization, field: "uri" | "website", pages: ReadonlySet<string>): Organization {
	const { [field]: address, ...rest } = organization;
	return address !== undefined && pages.has(pageOf(address)) ? rest : organization;
}
