import type { Json } from "#domain/desk/json.ts";

/** Something that was done or seen, to be put into an area's audit log. */
export type AuditEntry = {
	/** The area, or EVERY_AREA for what concerns the whole platform. */
	readonly area: string;
	readonly at: Date;
	/** Of `actorOf`, or the name of a scheduled job. */
	readonly actor: string;
	/** A verb in the past, "call_back.claimed"; part before the dot is the kind that a reader filters by. */
	readonly action: string;
	/** What it was done to: "call_back", "service", "member", "settings", … */
	readonly entity: string;
	readonly entityId: string | null;
	/** Anything else worth knowing, without personal data of families. */
	readonly detail: { readonly [key: string]: Json };
};

/** An entry in its place in the chain. Positions count from 1 in each area. */
export type AuditRecord = AuditEntry & {
	readonly position: number;
	readonly previous: string;
	readonly hash: string;
};

/** What the first entry of an area has in place of a hash before it. */
export const CHAIN_START = "0".repeat(64);

/**
 * What an entry's hash is taken of (SHA-256 of these bytes in UTF-8): the hash before it, then every column in a fixed
 * order. `detail` is the text as it is stored.
 */
export function chainText(
	previous: string,
	position: number,
	entry: Omit<AuditEntry, "detail">,
	detail: string,
): string {
	const { area, at, actor, action, entity, entityId } = entry;
	return JSON.stringify([previous, area, position, at.getTime(), actor, action, entity, entityId, detail]);
}

/** What is wrong with a chain, and at which position it begins. */
export type ChainFault = {
	readonly position: number;
	/** A row's own columns do not give its hash; a row is not there; a row does not follow the one before. */
	readonly fault: "changed" | "missing" | "broken link";
};
export type ChainState =
	| { readonly kind: "whole"; readonly entries: number; readonly head: string }
	| ({ readonly kind: "broken" } & ChainFault);
