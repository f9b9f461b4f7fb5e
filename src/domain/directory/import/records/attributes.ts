import type { Context } from "#domain/directory/import/context.ts";
import type { Fields } from "#domain/directory/import/fields.ts";
import { distinct, idFor, madeId, ownId, partId } from "#domain/directory/import/records/record-id.ts";
import { stableId } from "#domain/directory/import/stable-id.ts";
import { mendWebAddress } from "#domain/directory/import/values/web-address.ts";
import { withoutUnset } from "#domain/directory/import/without-unset.ts";
import type { Attribute, Taxonomy, TaxonomyTerm } from "#domain/directory/service.ts";

/** The taxonomy of terms of which the source says no more. */
const UNNAMED_TAXONOMY = "Service types";

/** Reads a taxonomy and keeps it on the shelf. Null where it has no name. */
export function readTaxonomy(fields: Fields, context: Context): Taxonomy | null {
	const name = fields.line("name", "value");
	const id = ownId(fields, "taxonomy", context);
	if (name === undefined) return null;
	const taxonomy = withoutUnset({
		id: id ?? context.taxonomies.named(name).id,
		name,
		description: fields.text("description") ?? name,
		uri: fields.mend(mendWebAddress, "uri"),
		version: fields.line("version"),
	});
	context.taxonomies.putTaxonomy(taxonomy);
	return context.taxonomies.taxonomy(taxonomy.id) ?? taxonomy;
}

/** Reads a term with the taxonomy it belongs to and keeps both on the shelf. Null where it has no name. */
export function readTerm(fields: Fields, context: Context, linkType?: string): TaxonomyTerm | null {
	const name = fields.line("name", "term", "label", "value");
	const given = ownId(fields, "taxonomy_term", context);
	if (name === undefined) return null;
	const taxonomy = taxonomyOf(fields, context, linkType);
	const parent = fields.child("parent");
	const id = given ?? stableId("taxonomy_term", taxonomy.id, name.toLowerCase());
	const parentId = idFor("taxonomy_term", fields.line("parent_id") ?? parent?.line("id"), context.scope);
	context.taxonomies.putTerm(
		withoutUnset({
			id,
			code: fields.line("code"),
			name,
			description: fields.text("description") ?? name,
			parent_id: parentId === id ? undefined : parentId,
			taxonomy: taxonomy.name,
			taxonomy_id: taxonomy.id,
			language: fields.line("language"),
			term_uri: fields.mend(mendWebAddress, "term_uri", "uri"),
		}),
	);
	if (parent) readTerm(parent, context, linkType);
	return context.taxonomies.term(id) ?? null;
}

function taxonomyOf(fields: Fields, context: Context, linkType: string | undefined): Taxonomy {
	const detail = fields.child("taxonomy_detail");
	const detailed = detail ? readTaxonomy(detail, context) : null;
	const name = fields.line("taxonomy", "vocabulary");
	const id = idFor("taxonomy", fields.line("taxonomy_id"), context.scope);
	if (detailed !== null) return detailed;
	if (id === undefined) return context.taxonomies.named(name ?? titled(linkType));
	const known = context.taxonomies.taxonomy(id);
	if (known) return known;
	const made = name ?? titled(linkType);
	const taxonomy = { id, name: made, description: made };
	context.taxonomies.putTaxonomy(taxonomy);
	return taxonomy;
}

/** "send_need" as "Send need". */
function titled(linkType: string | undefined): string {
	const words = linkType?.replace(/[_-]+/g, " ").trim() ?? "";
	return words === "" || words === "link type" ? UNNAMED_TAXONOMY : words.charAt(0).toUpperCase() + words.slice(1);
}

/** How a service is classified, from version 3's attributes and version 1's taxonomy lists. */
export function readAttributes(parent: Fields, serviceId: string, context: Context): readonly Attribute[] {
	const lists = ["attributes", "service_taxonomys", "service_taxonomies", "taxonomies", "taxonomy"];
	const attributes = parent.list(...lists).flatMap((fields): readonly Attribute[] => {
		const nested = fields.child("taxonomy_term", "taxonomy");
		const linkType = fields.line("link_type");
		const pointer = idFor("taxonomy_term", fields.line("taxonomy_term_id"), context.scope);
		// A list of plain terms, or of their names, has no entry around the term.
		const bare = nested === undefined && pointer === undefined && fields.holds("name", "value");
		const term =
			(nested ? readTerm(nested, context, linkType) : null) ??
			(bare ? readTerm(fields, context, linkType) : null) ??
			(pointer ? context.taxonomies.term(pointer) : undefined);
		if (!term) {
			fields.tally("taxonomy_term", "classification that the source does not name left out", pointer ?? "");
			return [];
		}
		const said = bare
			? {}
			: { value: fields.line("value"), label: fields.line("label"), link_entity: fields.line("link_entity") };
		const content = withoutUnset({
			link_id: serviceId,
			link_type: linkType,
			...said,
			taxonomy_term_id: term.id,
			taxonomy_term: term,
		});
		const marks = { ...content, taxonomy_term: undefined };
		return [
			{ id: bare ? madeId("attribute", serviceId, marks) : partId(fields, "attribute", serviceId, marks), ...content },
		];
	});
	return distinct(parent, "attributes", attributes);
}

/** A classification that a source gives in words of its own, as terms of a taxonomy named for it. */
export function attributesNamed(
	taxonomyName: string,
	linkType: string,
	names: readonly string[],
	serviceId: string,
	context: Context,
): readonly Attribute[] {
	if (names.length === 0) return [];
	const taxonomy = context.taxonomies.named(taxonomyName);
	return names.map((name) => {
		const term = namedTerm(name.split(/\s*>\s*/), taxonomy, context);
		const marks = { link_id: serviceId, link_type: linkType, taxonomy_term_id: term.id };
		return { id: madeId("attribute", serviceId, marks), ...marks, taxonomy_term: term };
	});
}

/** The term at the end of a path, "Carers>Young carers", with the terms above it. */
function namedTerm(path: readonly string[], taxonomy: Taxonomy, context: Context): TaxonomyTerm {
	const name = path.at(-1) ?? "";
	const above = path.slice(0, -1);
	const parent = above.length === 0 ? undefined : namedTerm(above, taxonomy, context);
	const id = stableId("taxonomy_term", taxonomy.id, path.join(">").toLowerCase());
	const term = withoutUnset({
		id,
		name,
		description: name,
		parent_id: parent?.id,
		taxonomy: taxonomy.name,
		taxonomy_id: taxonomy.id,
	});
	context.taxonomies.putTerm(term);
	return context.taxonomies.term(id) ?? term;
}
