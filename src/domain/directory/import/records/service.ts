import type { Context } from "#domain/directory/import/context.ts";
import { valueAsText } from "#domain/directory/import/excerpt.ts";
import { type Fields, openFields } from "#domain/directory/import/fields.ts";
import { readAttributes } from "#domain/directory/import/records/attributes.ts";
import { contactsFor, readContacts } from "#domain/directory/import/records/contacts.ts";
import { readDescription } from "#domain/directory/import/records/description.ts";
import { readEligibility } from "#domain/directory/import/records/eligibility.ts";
import { readChecked, readExtraAttributes } from "#domain/directory/import/records/extensions.ts";
import { readLanguages } from "#domain/directory/import/records/languages.ts";
import { readOrganization } from "#domain/directory/import/records/organization.ts";
import { readPhones } from "#domain/directory/import/records/phones.ts";
import { distinct, madeId, ownId } from "#domain/directory/import/records/record-id.ts";
import { closedOn, readClosedDates, readSchedules } from "#domain/directory/import/records/schedules.ts";
import { readPlaces } from "#domain/directory/import/records/service-at-location.ts";
import { readCostOptions, readServiceAreas } from "#domain/directory/import/records/small-parts.ts";
import { readStatus } from "#domain/directory/import/records/status.ts";
import { canonical, isUuid, stableId } from "#domain/directory/import/stable-id.ts";
import { joinTexts } from "#domain/directory/import/text/clean-text.ts";
import { mendEmails } from "#domain/directory/import/values/email-address.ts";
import { mendYesNo } from "#domain/directory/import/values/number.ts";
import { mendWebAddress } from "#domain/directory/import/values/web-address.ts";
import { withoutUnset } from "#domain/directory/import/without-unset.ts";
import type { Schedule, Service } from "#domain/directory/service.ts";

export type ServiceFound =
	| { readonly kind: "service"; readonly service: Service }
	| { readonly kind: "reject"; readonly record: string; readonly reason: string };

/** Reads one record of a source, whatever shape it came in, into a service; says what it mended and why it could not. */
export function readService(source: unknown, position: string, context: Context): ServiceFound {
	const record = labelOf(source, position, context);
	const fields = openFields(source, record, "", context.ledger);
	const name = fields.line("name", "title");
	if (name === undefined) return { kind: "reject", record, reason: "It has no name. Give it one and import again." };
	const service = readNamed(fields, name, context);
	fields.sweep();
	return { kind: "service", service };
}

function readNamed(fields: Fields, name: string, context: Context): Service {
	const givenId = fields.line("id");
	const owner = fields.line("organization_id", "organisation_id");
	const id = ownId(fields, "service", context, givenId) ?? unnamedId(fields, name, owner ?? "", context);
	const found = readOrganization(fields, owner, name, id, context);
	const emails = fields.mend(mendEmails, "email") ?? [];
	const own = readContacts(fields, id);
	const places = readPlaces(fields, id, context);
	const ownPhones = readPhones(fields, id);
	const reachable =
		[...own.contacts, ...places.places].some((each) => each.phones !== undefined) || ownPhones.length > 0;
	const borrows = !reachable && own.contacts.length === 0 && emails.length === 0;
	if (!borrows && (found.phones.length > 0 || found.contacts.contacts.length > 0))
		fields.tally(
			"organization.phones",
			"organisation's contact left out, the service has its own",
			found.phones[0]?.number ?? "",
		);
	const contacts = [...own.contacts, ...(borrows ? found.contacts.contacts : []), ...contactsFor(emails.slice(1), id)];
	const checked = readChecked(fields);
	const url = fields.mend(mendWebAddress, "url", "website");
	const costs = readCosts(fields, id);
	const there = new Set(places.places.flatMap((place) => place.schedules ?? []).map(withoutId));
	const schedules = readSchedules(fields, id, "schedules", "regular_schedules", "regular_schedule");
	const attributes = [...readAttributes(fields, id, context), ...readExtraAttributes(fields, id, context)];
	return withoutUnset({
		id,
		name,
		alternate_name: fields.line("alternate_name"),
		description: readDescription(fields, url),
		url,
		email: emails[0],
		status: readStatus(fields, context.today),
		interpretation_services: fields.text("interpretation_services"),
		application_process: readApplication(fields),
		fees_description: costs.fees_description,
		wait_time: fields.line("wait_time"),
		accreditations: fields.text("accreditations"),
		...readEligibility(fields),
		assured_date: checked.assured_date,
		last_modified: checked.last_modified,
		alert: fields.text("alert"),
		organization: found.organization,
		phones: [...ownPhones, ...(borrows ? found.phones : [])],
		// A timetable line that hangs on one of the places is told there.
		schedules: closedOn(schedules, readClosedDates(fields)).filter((line) => !there.has(withoutId(line))),
		service_areas: [...readServiceAreas(fields, id)],
		service_at_locations: [...places.places],
		languages: [...readLanguages(fields, id)],
		cost_options: costs.cost_options,
		contacts: [...distinct(fields, "contacts", contacts)],
		attributes: [...distinct(fields, "attributes", attributes)],
		internal: readInternal(
			fields,
			checked.assurer,
			[...own.hidden, ...found.contacts.hidden, ...places.hidden],
			givenId,
		),
	});
}

function withoutId(line: Schedule): string {
	return canonical({ ...line, id: undefined });
}

/** A record without an id is known by its name and who runs it. */
function unnamedId(fields: Fields, name: string, owner: string, context: Context): string {
	fields.tally("id", "id missing, made from the name and the organisation", name);
	return stableId("service", context.scope, owner, name.toLowerCase());
}

function readApplication(fields: Fields): string | undefined {
	const said = [fields.text("application_process"), fields.text("pc_attending_access_additional_info")].filter(
		(text) => text,
	);
	const referral = fields.mend(mendYesNo, "needs_referral") === true && said.length === 0;
	return referral ? "You need a referral." : [...new Set(said)].join("\n") || undefined;
}

function readCosts(fields: Fields, id: string): Pick<Service, "cost_options" | "fees_description"> {
	const options = readCostOptions(fields, id);
	const fees_description = fields.text("fees_description", "fees");
	const free = fields.mend(mendYesNo, "free", "is_free");
	if (options.length > 0) return { cost_options: [...options], fees_description };
	if (free === false) return { fees_description: fees_description ?? "There is a charge." };
	if (free !== true) return { fees_description };
	const content = { option: "Free", amount: 0 };
	return { cost_options: [{ id: madeId("cost_option", id, content), ...content }], fees_description };
}

function readInternal(
	fields: Fields,
	assurer: string | undefined,
	hidden: readonly string[],
	givenId: string | undefined,
): Service["internal"] {
	const kept = fields.child("internal");
	const notes = [kept?.text("notes"), fields.text("notes"), ...hidden.map((note) => `Not for publication: ${note}`)];
	const external = kept?.list("external_ids").flatMap((item) => item.line("value") ?? []) ?? [];
	const foreign = givenId !== undefined && !isUuid(givenId) ? [givenId] : [];
	const internal = withoutUnset({
		assurer: kept?.line("assurer") ?? assurer,
		notes: joinTexts(notes, "\n\n"),
		archived: kept?.mend(mendYesNo, "archived") ?? fields.mend(mendYesNo, "archived"),
		external_ids: [...new Set([...external, ...foreign])],
	});
	return Object.keys(internal).length > 0 ? internal : undefined;
}

/** What the report calls a record: its name and the source's own id, as far as it has them. */
function labelOf(source: unknown, position: string, context: Context): string {
	const quiet = openFields(source, "", "", { ...context.ledger, repair: () => {}, tally: () => {}, reject: () => {} });
	const name = quiet.line("name", "title");
	const id = quiet.line("id");
	if (name === undefined) return id === undefined ? position : `${position} (${id})`;
	return `${valueAsText(name, 80)} (${id ?? position})`;
}
