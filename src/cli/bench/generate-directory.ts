import { type Random, seededRandom } from "#cli/bench/random.ts";
import type { SearchVocabulary } from "#domain/directory/search/vocabulary.ts";
import type { Schedule, Service, ServiceAtLocation } from "#domain/directory/service.ts";

/** Made-up towns of a made-up county, with the middle of each in degrees. Their postcodes begin with ZZ. */
const TOWNS = [
	["Ashcombe", 52.41, -1.51],
	["Briarley", 52.47, -1.6],
	["Coldwell", 52.36, -1.42],
	["Dunmere", 52.52, -1.48],
	["Elmsworth", 52.44, -1.33],
	["Fenbridge", 52.3, -1.55],
	["Gorsefield", 52.57, -1.66],
	["Hartlow", 52.39, -1.71],
	["Inglewick", 52.49, -1.25],
	["Kestrel Green", 52.33, -1.28],
] as const;
const KINDS = ["group", "drop-in", "service", "club", "workshop", "support", "project", "advice", "session", "course"];
const GIVERS = [
	"Riverside",
	"Oaktree",
	"Beacon",
	"Harbour",
	"Lantern",
	"Meadow",
	"Compass",
	"Willow",
	"Bridge",
	"Orchard",
];
const BODIES = ["Trust", "Community Association", "Charity", "Partnership", "Centre", "Network"];
const FILLER =
	"we offer support for families and children in a warm and friendly place with trained workers who listen and help you find your way each week during term time at our centre where people can meet others share ideas learn new skills build confidence and get advice on what is next please ring before you come parking is nearby sessions are run by volunteers from the local area".split(
		" ",
	);
const ACCESS = ["Wheelchair accessible", "Hearing loop", "Step-free entrance", "Baby changing", "Quiet room"];
const LANGUAGES = ["pl", "pa", "ur", "so", "ar", "ro", "en"];
const DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

export type Generated = { readonly services: readonly Service[]; readonly topics: readonly string[] };

/** A directory of this many services, about the needs and topics of the vocabulary. Same seed, same directory. */
export function generateDirectory(count: number, seed: number, vocabulary: SearchVocabulary): Generated {
	const random = seededRandom(seed);
	const topics = topicsOf(vocabulary);
	const rare = Array.from({ length: Math.ceil(Math.sqrt(count) * 40) }, () => rareWord(random));
	return { services: Array.from({ length: count }, (_, number) => service(number, random, topics, rare)), topics };
}

function topicsOf({ needs, synonyms }: SearchVocabulary): readonly string[] {
	const said = [...needs.flatMap((need) => need.services_say), ...synonyms.same.flat()];
	return [...new Set(said.map((text) => text.toLowerCase()))];
}

const SYLLABLES = "bar cel dun fen gar hol kes lin mor nor pel ras sel tor ven wil yar zel ash bri".split(" ");

function rareWord(random: Random): string {
	return Array.from({ length: 2 + random.below(3) }, () => random.pick(SYLLABLES)).join("");
}

function service(number: number, random: Random, topics: readonly string[], rare: readonly string[]): Service {
	const id = `bench-${number}`;
	const [town, latitude, longitude] = random.pick(TOWNS);
	const topic = random.pickCommon(topics);
	const second = random.pickCommon(topics);
	const giver = `${random.pick(GIVERS)} ${random.pick(BODIES)}`;
	const words = Array.from({ length: 30 + random.below(60) }, () =>
		random.chance(0.03)
			? random.pickCommon(topics)
			: random.chance(0.04)
				? random.pickCommon(rare)
				: random.pickCommon(FILLER),
	);
	const low = random.below(16);
	const price = random.below(12);
	return {
		id,
		name: `${random.chance(0.3) ? `${town} ` : ""}${topic} ${random.pick(KINDS)}`,
		description: `${topic} in ${town}. ${words.join(" ")}. We also help with ${second}.`,
		status: "active",
		url: `https://example.org/${id}`,
		email: `${id}@example.org`,
		...(random.chance(0.6) ? { minimum_age: low, maximum_age: low + random.below(14) } : {}),
		...(random.chance(0.9) ? { assured_date: `2026-${two(1 + random.below(11))}-${two(1 + random.below(28))}` } : {}),
		...(random.chance(0.7) ? { cost_options: [{ id: `${id}-cost`, amount: price > 6 ? price : 0 }] } : {}),
		...(random.chance(0.2) ? { languages: [{ id: `${id}-language`, code: random.pick(LANGUAGES) }] } : {}),
		organization: { id: giver, name: giver, description: giver },
		phones: [{ id: `${id}-phone`, number: `01632 960${String(random.below(1000)).padStart(3, "0")}` }],
		schedules: Array.from({ length: random.below(4) }, (_, line) => schedule(`${id}-${line}`, random)),
		...(random.chance(0.85) ? { service_at_locations: [place(id, town, latitude, longitude, random)] } : {}),
	};
}

function schedule(id: string, random: Random): Schedule {
	const from = 7 + random.below(12);
	return {
		id,
		freq: "WEEKLY",
		byday: random.pick(DAYS),
		opens_at: `${two(from)}:00`,
		closes_at: `${two(from + 1 + random.below(4))}:30`,
	};
}

function place(id: string, town: string, latitude: number, longitude: number, random: Random): ServiceAtLocation {
	return {
		id: `${id}-at`,
		location: {
			id: `${id}-place`,
			location_type: "physical",
			name: `${random.pick(GIVERS)} Hall`,
			latitude: latitude + (random.unit() - 0.5) * 0.06,
			longitude: longitude + (random.unit() - 0.5) * 0.1,
			addresses: [
				{
					id: `${id}-address`,
					address_1: `${1 + random.below(200)} High Street`,
					city: town,
					state_province: "Demoshire",
					postal_code: `ZZ${1 + random.below(20)} ${random.below(10)}ZZ`,
					country: "GB",
					address_type: "physical",
				},
			],
			...(random.chance(0.4) ? { accessibility: [{ id: `${id}-access`, description: random.pick(ACCESS) }] } : {}),
		},
	};
}

function two(value: number): string {
	return String(value).padStart(2, "0");
}
