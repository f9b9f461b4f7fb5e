import type { Context } from "#domain/directory/import/context.ts";
import { valueAsText } from "#domain/directory/import/excerpt.ts";
import { type Fields, openFields } from "#domain/directory/import/fields.ts";
import { agreeOnShared, joinRepeated, type Named } from "#domain/directory/import/join-records.ts";
import type { Ledger } from "#domain/directory/import/ledger.ts";
import { readTaxonomy, readTerm } from "#domain/directory/import/records/attributes.ts";
import { readService } from "#domain/directory/import/records/service.ts";
import { dropSharedHomePages } from "#domain/directory/import/shared-home-page.ts";
import type { Source, SourceRecord } from "#domain/directory/import/source.ts";
import { openTaxonomyShelf } from "#domain/directory/import/taxonomy-shelf.ts";
import type { ImportBatch } from "#domain/directory/import-batch.ts";
import { Service } from "#domain/directory/service.ts";

export type BuildOptions = {
	/** The area's slug. */
	readonly scope: string;
	/** "2026-05-17". */
	readonly today: string;
};

/** Reads every record of a source, joins what belongs together and checks the outcome against the directory's schema. */
export function buildBatch(source: Source, options: BuildOptions, ledger: Ledger): ImportBatch {
	const pointedTo: Fields[] = [];
	const context = openContext(source, options, ledger, pointedTo);
	for (const reject of source.rejects) ledger.reject(reject);
	const lostTerms = readTaxonomies(source, context);
	const found: Named[] = [];
	for (const { value, position } of source.services) {
		const result = readService(value, position, context);
		if (result.kind === "service") found.push({ record: result.service.name, service: result.service });
		else ledger.reject({ record: result.record, reason: result.reason, row: valueAsText(value) });
	}
	for (const fields of pointedTo) fields.sweep();
	const { services: distinct, joined } = joinRepeated(found, ledger);
	const services = dropSharedHomePages(agreeOnShared(distinct, ledger), ledger).map((service) =>
		withSharedTerms(service, context),
	);
	const valid = services.filter((service) => isValid(service, ledger));
	return {
		format: source.format,
		services: valid,
		taxonomies: context.taxonomies.allTaxonomies(),
		taxonomyTerms: context.taxonomies.allTerms(),
		repairs: ledger.repairs(),
		rejects: ledger.rejects(),
		read: source.services.length + source.rejects.length + source.folded + lostTerms,
		folded: source.folded + joined,
	};
}

/** `pointedTo` collects the first reading of each record that services share, to be asked later what nobody read. */
function openContext(source: Source, options: BuildOptions, ledger: Ledger, pointedTo: Fields[]): Context {
	const open = (records: ReadonlyMap<string, unknown>, path: string) => {
		const seen = new Set<string>();
		return (id: string, record: string) => {
			if (!records.has(id)) return null;
			const fields = openFields(records.get(id), record, path, ledger);
			if (!seen.has(id)) pointedTo.push(fields);
			seen.add(id);
			return fields;
		};
	};
	return {
		...options,
		ledger,
		taxonomies: openTaxonomyShelf(options.scope),
		organizations: open(source.organizations, "organization"),
		locations: open(source.locations, "location"),
	};
}

/** Puts the source's own taxonomies on the shelf first; answers how many rows had to be rejected. */
function readTaxonomies(source: Source, context: Context): number {
	const read = (records: readonly SourceRecord[], path: string, reading: typeof readTaxonomy | typeof readTerm) =>
		records.filter(({ value, position }) => {
			const fields = openFields(value, position, path, context.ledger);
			const taken = reading(fields, context) !== null;
			if (taken) fields.sweep();
			else
				context.ledger.reject({
					record: position,
					reason: "This classification has no name. Give it one and import again.",
					row: valueAsText(value),
				});
			return !taken;
		}).length;
	return read(source.taxonomies, "taxonomy", readTaxonomy) + read(source.terms, "taxonomy_term", readTerm);
}

/** The same classification says the same in every service. */
function withSharedTerms(service: Service, context: Context): Service {
	if (service.attributes === undefined) return service;
	return {
		...service,
		attributes: service.attributes.map((attribute) => ({
			...attribute,
			taxonomy_term: context.taxonomies.term(attribute.taxonomy_term.id) ?? attribute.taxonomy_term,
		})),
	};
}

/** The last check: what the repairs did not foresee is rejected with the schema's own reason, never passed on. */
function isValid(service: Service, ledger: Ledger): boolean {
	const checked = Service.safeParse(service);
	if (checked.success) return true;
	const reasons = checked.error.issues.slice(0, 3).map((issue) => `${issue.path.join(".")}: ${issue.message}`);
	ledger.reject({
		record: service.name,
		reason: `It does not fit the standard even after repair: ${reasons.join("; ")}.`,
		row: valueAsText(service),
	});
	return false;
}
