import { canonical } from "#domain/directory/import/stable-id.ts";
import { Service } from "#domain/directory/service.ts";

/** Fields of a record that people of an area may change, so that what they say wins over what its feed says. */
export const EDITABLE_FIELDS = [
	...["name", "alternate_name", "description", "url", "email", "status", "alert"],
	...["interpretation_services", "application_process", "fees_description", "wait_time", "accreditations"],
	...["eligibility_description", "minimum_age", "maximum_age", "assured_date", "organization"],
	...["phones", "schedules", "service_areas", "service_at_locations", "languages", "cost_options", "contacts"],
	...["attributes", "internal.assurer", "internal.notes", "internal.archived"],
] as const satisfies readonly string[];
const INTERNAL = "internal.";

/** A new value for a field; null where the field is to be empty. */
export type FieldEdit = { readonly field: string; readonly value: unknown };
/** A field that does not take a value, and why. */
export type FieldProblem = { readonly field: string; readonly message: string };
export type Edited =
	| { readonly kind: "edited"; readonly service: Service }
	| { readonly kind: "invalid"; readonly problems: readonly FieldProblem[] };

/** The record with these fields as the edits say, checked as a whole. Nothing is taken where one of them cannot be. */
export function withEdits(service: Service, edits: readonly FieldEdit[]): Edited {
	const unknown = edits.filter(({ field }) => !isEditable(field));
	if (unknown.length > 0)
		return {
			kind: "invalid",
			problems: unknown.map(({ field }) => ({ field, message: `There is no field "${field}".` })),
		};
	const { internal, ...own } = service;
	const within = (inner: boolean) => edits.filter(({ field }) => field.startsWith(INTERNAL) === inner);
	const read = Service.safeParse(
		patched(own, within(false), {
			internal: patched({ ...internal }, within(true)),
		}),
	);
	if (read.success) return { kind: "edited", service: withoutEmptyInternal(read.data) };
	return {
		kind: "invalid",
		problems: read.error.issues.map(({ path, message }) => ({ field: path.join("."), message })),
	};
}

/** What a record says in a field; null where it says nothing. */
export function fieldOf(service: Service, field: string): unknown {
	const held: Readonly<Record<string, unknown>> = field.startsWith(INTERNAL) ? (service.internal ?? {}) : service;
	return held[field.replace(INTERNAL, "")] ?? null;
}

/** The edits that make `before` say what `after` says. */
export function editsBetween(before: Service, after: Service): readonly FieldEdit[] {
	return EDITABLE_FIELDS.flatMap((field) => {
		const value = fieldOf(after, field);
		return canonical(fieldOf(before, field)) === canonical(value) ? [] : [{ field, value }];
	});
}

function isEditable(field: string): boolean {
	return EDITABLE_FIELDS.some((known) => known === field);
}

function patched(record: object, edits: readonly FieldEdit[], plus: object = {}): object {
	const values = edits.map(({ field, value }) => [field.replace(INTERNAL, ""), value ?? undefined]);
	return Object.fromEntries(
		Object.entries({ ...record, ...Object.fromEntries(values), ...plus }).filter(([, value]) => value !== undefined),
	);
}

function withoutEmptyInternal({ internal, ...service }: Service): Service {
	return internal === undefined || Object.keys(internal).length === 0 ? service : { ...service, internal };
}
