import type { Context } from "#domain/directory/import/context.ts";
import type { Fields } from "#domain/directory/import/fields.ts";
import { type Contacts, readContacts } from "#domain/directory/import/records/contacts.ts";
import { readPhones } from "#domain/directory/import/records/phones.ts";
import { idFor, ownId } from "#domain/directory/import/records/record-id.ts";
import { stableId } from "#domain/directory/import/stable-id.ts";
import { mendEmail } from "#domain/directory/import/values/email-address.ts";
import { mendWebAddress } from "#domain/directory/import/values/web-address.ts";
import { withoutUnset } from "#domain/directory/import/without-unset.ts";
import type { Organization, Phone } from "#domain/directory/service.ts";

export type OrganizationFound = {
	readonly organization: Organization;
	/** Ways to reach it, for services that have none of their own. */
	readonly phones: readonly Phone[];
	readonly contacts: Contacts;
};

/**
 * Who runs a service: nested in it, listed apart in the source, or known by its id or name only.
 * `pointer` is the source's own id of the organisation.
 */
export function readOrganization(
	service: Fields,
	pointer: string | undefined,
	serviceName: string,
	serviceId: string,
	context: Context,
): OrganizationFound {
	const nested = service.child("organization", "organisation");
	const fields = nested ?? (pointer === undefined ? null : context.organizations(pointer, service.record));
	const name = fields?.line("name", "value");
	const id =
		(fields ? ownId(fields, "organization", context) : undefined) ??
		idFor("organization", pointer, context.scope) ??
		stableId("organization", context.scope, (name ?? serviceName).toLowerCase());
	if (name === undefined)
		service.note("organization.name", "organisation not named, the service's name used", pointer ?? "", serviceName);
	const description = fields?.text("description");
	if (description === undefined)
		service.tally("organization.description", "description missing, the name used", name ?? serviceName);
	const organization = withoutUnset({
		id,
		name: name ?? serviceName,
		alternate_name: fields?.line("alternate_name"),
		description: description ?? name ?? serviceName,
		email: fields?.mend(mendEmail, "email"),
		website: fields?.mend(mendWebAddress, "website", "url"),
		logo: fields?.mend(mendWebAddress, "logo"),
		uri: fields?.mend(mendWebAddress, "uri"),
	});
	return {
		organization,
		phones: fields ? readPhones(fields, serviceId) : [],
		contacts: fields ? readContacts(fields, serviceId) : { contacts: [], hidden: [] },
	};
}
