import { stableId } from "#domain/directory/import/stable-id.ts";
import type { Taxonomy, TaxonomyTerm } from "#domain/directory/service.ts";

/** All taxonomies and terms a source mentions, one version of each: the first, with its gaps filled from later ones. */
export type TaxonomyShelf = {
	readonly putTaxonomy: (taxonomy: Taxonomy) => void;
	readonly putTerm: (term: TaxonomyTerm) => void;
	/** The version that all records share. */
	readonly term: (id: string) => TaxonomyTerm | undefined;
	readonly taxonomy: (id: string) => Taxonomy | undefined;
	/** The taxonomy of that name, made and kept if there is none yet. */
	readonly named: (name: string) => Taxonomy;
	readonly allTaxonomies: () => readonly Taxonomy[];
	readonly allTerms: () => readonly TaxonomyTerm[];
};

export function openTaxonomyShelf(scope: string): TaxonomyShelf {
	const taxonomies = new Map<string, Taxonomy>();
	const terms = new Map<string, TaxonomyTerm>();
	const byName = new Map<string, Taxonomy>();
	const putTaxonomy = (taxonomy: Taxonomy) => {
		const kept = { ...taxonomy, ...taxonomies.get(taxonomy.id) };
		taxonomies.set(kept.id, kept);
		const name = kept.name.toLowerCase();
		if (!byName.has(name) || byName.get(name)?.id === kept.id) byName.set(name, kept);
	};
	return {
		putTaxonomy,
		putTerm: (term) => terms.set(term.id, { ...term, ...terms.get(term.id) }),
		term: (id) => terms.get(id),
		taxonomy: (id) => taxonomies.get(id),
		named: (name) => {
			const known = byName.get(name.toLowerCase());
			if (known) return known;
			const made = { id: stableId("taxonomy", scope, name.toLowerCase()), name, description: name };
			putTaxonomy(made);
			return made;
		},
		allTaxonomies: () => [...taxonomies.values()],
		allTerms: () => [...terms.values()],
	};
}
