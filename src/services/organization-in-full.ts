import type { Organization, Service } from "#domain/directory/service.ts";
import type { Dependencies } from "#ports.ts";

/** An organisation with all its published services. */
export async function organizationInFull(
	deps: Pick<Dependencies, "feed">,
	area: string,
	organization: Organization,
): Promise<Organization & { readonly services: readonly Service[] }> {
	const services: Service[] = [];
	const query = { page: 1, perPage: 1, organizationId: organization.id };
	for await (const service of deps.feed.everyService(area, query)) services.push(service);
	return { ...organization, services };
}
