import type { CallBack, CallBackStatus } from "#domain/call-backs/call-back.ts";
import type { Message } from "#domain/call-backs/message.ts";
import type { AuditEntry } from "#domain/desk/audit-entry.ts";

export type NewCallBack = Pick<
	CallBack,
	| "reference"
	| "area"
	| "secretHash"
	| "fold"
	| "receivedAt"
	| "promisedBy"
	| "audience"
	| "topic"
	| "urgency"
	| "sealedWith"
> & { readonly sealed: string };

/** What a worker changes. `by` may be null where the person cancels. */
export type CallBackChange = {
	readonly status?: CallBackStatus;
	/** Null gives it back to the team. */
	readonly claimedBy?: string | null;
	readonly outcome?: string;
	readonly at: number;
};

/** The week that an instant lies in, "2026-W48". */
export type WeekOf = (instant: number) => string;

export type ErasedCounts = { readonly closed: number; readonly old: number; readonly remains: number };

/** Requests to be rung back, and what must leave the house for them, always in one transaction. */
export type CallBacks = {
	/**
	 * Keeps a request with its messages. "already" where the very same one is there (sent twice), "taken" where the reference
	 * belongs to another. Each request has messages of its own, also one with the `fold` of another: that one may be taken back.
	 */
	readonly accept: (request: NewCallBack, messages: readonly Message[]) => Promise<"accepted" | "already" | "taken">;
	readonly find: (reference: string) => Promise<CallBack | null>;
	/** Those of an area that wait, what is due first at the top; then those done, the newest first. */
	readonly waiting: (area: string, most: number) => Promise<readonly CallBack[]>;
	readonly done: (area: string, most: number) => Promise<readonly CallBack[]>;
	/** Requests that wait with the same fold as this one, itself among them. */
	readonly same: (request: CallBack) => Promise<readonly CallBack[]>;
	/** False where it was changed since `version` was read. Its line of the audit log is written with it, or neither. */
	readonly change: (reference: string, version: number, change: CallBackChange, audit?: AuditEntry) => Promise<boolean>;
	/** Cancels what waits. False where it does not wait any more. */
	readonly cancel: (reference: string, at: number) => Promise<boolean>;
	/** Received and not yet tried, with a promise that ended, or with none and older than `without`. */
	readonly overdue: (now: number, without: number) => Promise<readonly CallBack[]>;
	/** Marks a broken promise as told, with the messages that tell it. Twice is once. */
	readonly escalate: (reference: string, step: 1 | 2, at: number, messages: readonly Message[]) => Promise<void>;
	/** Erases one at the person's wish, or by somebody at the desk with a line in the audit log. False where there was nothing to erase. */
	readonly eraseOne: (reference: string, at: number, weekOf: WeekOf, audit?: AuditEntry) => Promise<boolean>;
	/** Erases everything that is due at `now`, counts it by week, and logs the counts. Twice at once erases once. */
	readonly eraseDue: (now: number, weekOf: WeekOf) => Promise<ErasedCounts>;
	readonly erasures: (
		area: string,
		most: number,
	) => Promise<readonly { readonly at: number; readonly why: string; readonly erased: number }[]>;
	/** Notes the morning's canary with its messages; false where the day has one. */
	readonly addCanary: (area: string, day: string, at: number, messages: readonly Message[]) => Promise<boolean>;
	/** Canaries sent before `before` that never arrived, of the days from `since`. */
	readonly lostCanaries: (before: number, since: string) => Promise<readonly string[]>;
	/** How many wait by area, and how many of them are overdue. */
	readonly counts: (
		now: number,
	) => Promise<readonly { readonly area: string; readonly waiting: number; readonly overdue: number }[]>;
};
