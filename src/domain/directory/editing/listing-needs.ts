import { stableId } from "#domain/directory/import/stable-id.ts";
import type { Attribute } from "#domain/directory/service.ts";

/** A need as the form offers it, with the terms that feeds use for the same. */
export type ListingNeed = { readonly id: string; readonly name: string; readonly family_hubs_terms: readonly string[] };

/** Which needs a listing's terms stand for, by the need's own name or a term that feeds use for it. */
export function needsOf(attributes: readonly Attribute[], needs: readonly ListingNeed[]): readonly string[] {
	return needs.filter((need) => attributes.some((attribute) => standsFor(attribute, need))).map(({ id }) => id);
}

/** The terms with exactly these needs: what stands for another need goes, what stands for none stays. */
export function withNeeds(
	attributes: readonly Attribute[],
	needs: readonly ListingNeed[],
	ticked: ReadonlySet<string>,
	service: string,
): readonly Attribute[] {
	const kept = attributes.filter((attribute) => {
		const meant = needs.filter((need) => standsFor(attribute, need));
		return meant.length === 0 || meant.some(({ id }) => ticked.has(id));
	});
	const missing = needs.filter((need) => ticked.has(need.id) && !kept.some((attribute) => standsFor(attribute, need)));
	return [...kept, ...missing.map((need) => attributeFor(need, service))];
}

/** The term is one for the whole deployment, so that two listings of the same need share it. */
function attributeFor({ id, name }: ListingNeed, service: string): Attribute {
	const term = stableId("need", id);
	return {
		id: stableId(service, "need", id),
		taxonomy_term_id: term,
		taxonomy_term: { id: term, code: id, name, description: name },
	};
}

function standsFor({ taxonomy_term }: Attribute, { name, family_hubs_terms }: ListingNeed): boolean {
	return [name, ...family_hubs_terms].some((term) => term.toLowerCase() === taxonomy_term.name.toLowerCase());
}
