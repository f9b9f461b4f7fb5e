import type { Service } from "#domain/directory/service.ts";

/** A service with where it came from. */
export type SourcedService = {
	readonly service: Service;
	readonly source: string | null;
	/** Its ids in other systems. */
	readonly externalIds: readonly string[];
};

/** Two records that may be one service. Nobody has merged anything. */
export type SamePair = {
	readonly one: SourcedService;
	readonly other: SourcedService;
	/** 0 to 1: 1 for a shared id elsewhere, else how much speaks for it. */
	readonly score: number;
	readonly because: readonly Sign[];
};
export type Sign = "external id" | "name" | "postcode" | "phone";

/** What each agreement is worth; together 1. A pair needs a like name and one more: people share buildings and switchboards. */
const WORTH = { name: 0.5, postcode: 0.25, phone: 0.25 } as const;
/** Names less alike than this do not count, whatever else agrees. */
const LEAST_LIKENESS = 0.55;
const LEAST_SCORE = 0.6;
/** A postcode or number that more records share than this is a town hall's or a helpline's. */
const MOST_SHARING = 40;

/**
 * Proposes pairs of records from different feeds that seem to be one service, the surest first: by an id they share in
 * another system, else by name with postcode or phone. The order of the records makes no difference.
 */
export function samePairs(services: readonly SourcedService[]): readonly SamePair[] {
	const records = services.map((service) => ({ ...service, ...marksOf(service) }));
	type Marked = (typeof records)[number];
	const byMark = new Map<string, Marked[]>();
	for (const record of records)
		for (const mark of record.marks) byMark.set(mark, [...(byMark.get(mark) ?? []), record]);

	const pairs = new Map<string, SamePair>();
	for (const [mark, sharing] of byMark) {
		if (sharing.length > MOST_SHARING && !mark.startsWith("id:")) continue;
		for (const [index, first] of sharing.entries()) {
			for (const second of sharing.slice(index + 1)) {
				if (first.source === second.source) continue;
				const [one, other] = first.service.id < second.service.id ? [first, second] : [second, first];
				const key = `${one.service.id} ${other.service.id}`;
				const pair = pairs.has(key) ? null : compared(one, other);
				if (pair !== null) pairs.set(key, pair);
			}
		}
	}
	return [...pairs.values()].sort(
		(a, b) =>
			b.score - a.score ||
			compare(a.one.service.id, b.one.service.id) ||
			compare(a.other.service.id, b.other.service.id),
	);
}

type Marks = { readonly marks: ReadonlySet<string>; readonly pieces: ReadonlySet<string> };

function compared(one: SourcedService & Marks, other: SourcedService & Marks): SamePair | null {
	const shared = [...one.marks].filter((mark) => other.marks.has(mark));
	const has = (kind: string) => shared.some((mark) => mark.startsWith(kind));
	const likeness = likenessOf(one.pieces, other.pieces);
	const named = likeness >= LEAST_LIKENESS;
	const because: readonly Sign[] = [
		...(has("id:") ? (["external id"] as const) : []),
		...(named ? (["name"] as const) : []),
		...(has("postcode:") ? (["postcode"] as const) : []),
		...(has("phone:") ? (["phone"] as const) : []),
	];
	const score = has("id:")
		? 1
		: named
			? likeness * WORTH.name + (has("postcode:") ? WORTH.postcode : 0) + (has("phone:") ? WORTH.phone : 0)
			: 0;
	if (score < LEAST_SCORE) return null;
	return { one: bare(one), other: bare(other), score: Math.round(score * 100) / 100, because };
}

function bare({ service, source, externalIds }: SourcedService): SourcedService {
	return { service, source, externalIds };
}

function marksOf({ service, externalIds }: SourcedService): Marks {
	const places = service.service_at_locations ?? [];
	const phones = [
		...(service.phones ?? []),
		...(service.contacts ?? []).flatMap((contact) => contact.phones ?? []),
		...places.flatMap((at) => [...(at.phones ?? []), ...(at.location.phones ?? [])]),
	];
	// The address of a secret place ties nothing together: a list of pairs is read by people.
	const open = places.filter(({ location }) => !location.masked);
	const postcodes = open.flatMap(({ location }) => (location.addresses ?? []).map((address) => address.postal_code));
	return {
		marks: new Set([
			...externalIds.map((id) => `id:${id.trim().toLowerCase()}`),
			...postcodes.map((postcode) => `postcode:${postcode.toUpperCase().replace(/\s/g, "")}`),
			...phones.map(({ number }) => `phone:${digitsOf(number)}`),
		]),
		pieces: piecesOf(service.name),
	};
}

/** "+44 20 7946 0000" and "020 7946 0000" are one number. */
function digitsOf(number: string): string {
	return number.replace(/\D/g, "").replace(/^(?:0044|44)(?=\d{9,10}$)/, "0");
}

/** Threes of letters, so that a plural, a hyphen or a slip of the pen costs little. */
function piecesOf(name: string): ReadonlySet<string> {
	const words = name
		.normalize("NFKD")
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, " ")
		.replace(/\b(?:the|and|of|for|ltd|cio)\b/g, " ")
		.trim()
		.split(/\s+/);
	return new Set(
		words.flatMap((word) => Array.from({ length: word.length }, (_, at) => ` ${word} `.slice(at, at + 3))),
	);
}

/** Dice's coefficient, 0 to 1. */
function likenessOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
	const shared = [...one].filter((piece) => other.has(piece)).length;
	return one.size + other.size === 0 ? 0 : (2 * shared) / (one.size + other.size);
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
