import type { Service } from "#domain/directory/service.ts";

/** What a family looks for in a listing, and what each is worth out of 100. Their names for people are in `content/words/completeness.yaml`. */
const WORTH = {
	description: 20,
	contact: 20,
	place: 15,
	times: 10,
	cost: 10,
	need: 10,
	ages: 5,
	who_for: 5,
	confirmed: 5,
} as const;
export type CompletenessPart = keyof typeof WORTH;
/** The weightiest first. */
const PARTS = [
	"description",
	"contact",
	"place",
	"times",
	"cost",
	"need",
	"ages",
	"who_for",
	"confirmed",
] as const satisfies readonly CompletenessPart[];

/** 0 to 100, and what is missing, the weightiest first. */
export type Completeness = { readonly score: number; readonly missing: readonly CompletenessPart[] };

/** What a listing lacks as one number, a bit for each part in the order above. */
export function lackingBits(missing: readonly CompletenessPart[]): number {
	return missing.reduce((bits, part) => bits | (1 << PARTS.indexOf(part)), 0);
}

export function completenessFrom(bits: number): Completeness {
	const missing = PARTS.filter((_, number) => (bits & (1 << number)) !== 0);
	return { score: scoreWithout(missing), missing };
}

/** How complete a listing is, for counting: from 80, from 50, or less. */
export const COMPLETENESS_BANDS = ["most", "half", "little"] as const;
export function completenessBand(score: number): number {
	return score >= 80 ? 0 : score >= 50 ? 1 : 2;
}

/** A text shorter than this says little more than the name, in characters. */
const SHORTEST_DESCRIPTION = 40;

const has: Readonly<Record<CompletenessPart, (service: Service) => boolean>> = {
	description: ({ description }) => (description?.trim().length ?? 0) >= SHORTEST_DESCRIPTION,
	contact: (service) =>
		[service.email, service.url].some((way) => way !== undefined) ||
		some(service.phones) ||
		(service.contacts ?? []).some((contact) => contact.email !== undefined || some(contact.phones)) ||
		placesOf(service).some((at) => some(at.phones) || some(at.location.phones)),
	place: (service) =>
		some(service.service_areas) ||
		placesOf(service).some(
			({ location }) => some(location.addresses) || location.masked === true || location.location_type === "virtual",
		),
	times: (service) => some(service.schedules) || placesOf(service).some((at) => some(at.schedules)),
	cost: ({ cost_options, fees_description }) => some(cost_options) || fees_description !== undefined,
	need: ({ attributes }) => some(attributes),
	ages: ({ minimum_age, maximum_age }) => minimum_age !== undefined || maximum_age !== undefined,
	who_for: ({ eligibility_description, application_process }) =>
		eligibility_description !== undefined || application_process !== undefined,
	confirmed: ({ assured_date }) => assured_date !== undefined,
};

/** How much of what a family needs a listing says. */
export function completenessOf(service: Service): Completeness {
	const missing = PARTS.filter((part) => !has[part](service));
	return { score: scoreWithout(missing), missing };
}

function scoreWithout(missing: readonly CompletenessPart[]): number {
	return 100 - missing.reduce((lost, part) => lost + WORTH[part], 0);
}

function some(list: readonly unknown[] | undefined): boolean {
	return list !== undefined && list.length > 0;
}

function placesOf(service: Service) {
	return service.service_at_locations ?? [];
}
