import { readPhoneLines } from "#domain/directory/editing/contact-lines.ts";
import { FieldReader, type ListingProblem } from "#domain/directory/editing/field-reader.ts";
import {
	isFree,
	type ListingFields,
	type ListingGround,
	TEXT_FIELDS,
	YES,
} from "#domain/directory/editing/listing-fields.ts";
import { withNeeds } from "#domain/directory/editing/listing-needs.ts";
import { readHours } from "#domain/directory/editing/read-hours.ts";
import { readPlaces } from "#domain/directory/editing/read-places.ts";
import { stableId } from "#domain/directory/import/stable-id.ts";
import { languageOf } from "#domain/directory/import/values/language-name.ts";
import { withoutUnset } from "#domain/directory/import/without-unset.ts";
import { type Organization, type Service, ServiceStatus } from "#domain/directory/service.ts";

export type ReadListing =
	| { readonly kind: "read"; readonly service: Service }
	/** In the order of the form. Nothing of what was typed is lost: the form is shown again as it was sent. */
	| { readonly kind: "invalid"; readonly problems: readonly ListingProblem[] };

/**
 * The listing that a form asks for. A field that the form left out stays as it was; one that was emptied is emptied.
 * What the form cannot show (a second address, a rule for every other Friday) stays. `before` is the listing as it is;
 * for a new one, an empty one with its id.
 */
export function readListing(fields: ListingFields, before: Service, ground: ListingGround): ReadListing {
	const form = new FieldReader(fields);
	const texts = Object.fromEntries(
		TEXT_FIELDS.filter((field) => form.has(field)).map((field) => [field, textOf(form, field)]),
	);
	const idOf = (kind: string) => (says: string) => stableId(before.id, kind, says);
	const service: Service = withoutUnset({
		...before,
		...texts,
		name: form.needed("name") ?? before.name,
		status: ServiceStatus.safeParse(fields["status"]).data ?? before.status,
		...ages(form, before),
		organization: organizationOf(form, before, ground),
		phones: form.has("phones")
			? orNone(form.read("phones", "phone", (text) => readPhoneLines(text, before.phones ?? [], idOf("phone"))))
			: before.phones,
		languages: form.has("languages")
			? orNone(languages(form.plain("languages") ?? "", before, idOf("language")))
			: before.languages,
		cost_options: form.has("free")
			? orNone(costs(form.text("free") === YES ? ground.free : null, before, idOf("cost")))
			: before.cost_options,
		attributes: orNone(needs(form, before, ground)),
		schedules: orNone(readHours(form, "", before.schedules ?? [], ground.note, idOf("schedule"))),
		service_at_locations: orNone(readPlaces(form, before, ground.note)),
		internal: internal(form, before),
	});
	return form.problems.length > 0 ? { kind: "invalid", problems: form.problems } : { kind: "read", service };
}

function textOf(form: FieldReader, field: (typeof TEXT_FIELDS)[number]): string | undefined {
	if (field === "url") return form.link(field);
	if (field === "email") return form.email(field);
	return form.plain(field);
}

function ages(form: FieldReader, before: Service): Pick<Service, "minimum_age" | "maximum_age"> {
	if (!form.has("minimum_age") && !form.has("maximum_age"))
		return { minimum_age: before.minimum_age, maximum_age: before.maximum_age };
	const minimum_age = form.age("minimum_age");
	const maximum_age = form.age("maximum_age");
	if (minimum_age !== undefined && maximum_age !== undefined && minimum_age > maximum_age)
		form.problem("maximum_age", "ages_crossed");
	return { minimum_age, maximum_age };
}

function organizationOf(form: FieldReader, before: Service, { organizations }: ListingGround): Organization {
	if (!form.has("organization")) return before.organization;
	const name = form.needed("organization");
	if (name === undefined || name === before.organization.name) return before.organization;
	const known = organizations.find((organization) => organization.name.toLowerCase() === name.toLowerCase());
	return known ?? { id: stableId(before.id, "organization", name), name, description: name };
}

function languages(text: string, before: Service, idOf: (says: string) => string): Service["languages"] {
	const said = text
		.split(/[,\n]/)
		.map((language) => language.trim())
		.filter((language) => language !== "");
	return said.map(
		(language) =>
			before.languages?.find(({ name, code }) => (name ?? code) === language) ?? {
				id: idOf(language),
				...languageOf(language),
			},
	);
}

function costs(free: string | null, before: Service, idOf: (says: string) => string): Service["cost_options"] {
	if ((free !== null) === isFree(before)) return before.cost_options ?? [];
	const paid = (before.cost_options ?? []).filter(({ amount }) => amount !== 0);
	return free === null ? paid : [...paid, { id: idOf("free"), option: free, amount: 0 }];
}

function needs(form: FieldReader, before: Service, ground: ListingGround): Service["attributes"] {
	const shown = ground.needs.filter(({ id }) => form.has(`need_${id}`));
	if (shown.length === 0) return before.attributes ?? [];
	const ticked = new Set(shown.filter(({ id }) => form.text(`need_${id}`) === YES).map(({ id }) => id));
	return [...withNeeds(before.attributes ?? [], shown, ticked, before.id)];
}

function internal(form: FieldReader, before: Service): Service["internal"] {
	if (!form.has("notes")) return before.internal;
	const { notes: _notes, ...rest } = before.internal ?? {};
	const notes = form.plain("notes");
	const whole = notes === undefined ? rest : { ...rest, notes };
	return Object.keys(whole).length > 0 ? whole : undefined;
}

function orNone<T>(list: readonly T[] | null | undefined): T[] | undefined {
	return list && list.length > 0 ? [...list] : undefined;
}
