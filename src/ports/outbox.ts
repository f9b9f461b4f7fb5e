import type { Message } from "#domain/call-backs/message.ts";

/** A message that somebody took to send. */
export type TakenMessage = Message & {
	/** Tries so far, this one among them. */
	readonly attempts: number;
	readonly createdAt: number;
};

export type DeadMessage = {
	readonly id: string;
	readonly area: string;
	readonly kind: string;
	readonly subject: string;
	readonly channel: string;
	readonly deadAt: number;
	readonly attempts: number;
	readonly fault: string;
};

/** What must leave the house. Written with what made it true, sent until it arrives. */
export type Outbox = {
	readonly add: (messages: readonly Message[], at: number) => Promise<void>;
	/** At most so many that are due, held for `lease` milliseconds: no other drainer gets them meanwhile. */
	readonly take: (now: number, lease: number, most: number) => Promise<readonly TakenMessage[]>;
	readonly delivered: (id: string, at: number) => Promise<void>;
	/** Tried again at `nextAt`. `fault` is a kind of fault, never an answer's body. */
	readonly failed: (id: string, nextAt: number, fault: string) => Promise<void>;
	/** Given up. */
	readonly dead: (id: string, at: number, fault: string) => Promise<void>;
	/** Those given up, the newest first; of one area or of all. */
	readonly deadLetters: (area: string | null, most: number) => Promise<readonly DeadMessage[]>;
	/** Sends one that was given up, or that arrived, once more. False where there is none in the area. */
	readonly replay: (area: string, id: string, at: number) => Promise<boolean>;
	/** By area: given up, and the age in milliseconds of the oldest that still waits. */
	readonly state: (
		now: number,
	) => Promise<readonly { readonly area: string; readonly dead: number; readonly oldest: number | null }[]>;
	/** Takes out what arrived, or was given up, before these instants. */
	readonly clear: (arrivedBefore: number, deadBefore: number) => Promise<number>;
};

/** What came of trying to hand over a message. */
export type HandedOver =
	| { readonly kind: "sent" }
	/** `forGood`: the receiver says that it will never take it. */
	| { readonly kind: "failed"; readonly fault: string; readonly forGood: boolean };

export type NotifyMessage = {
	readonly area: string;
	readonly id: string;
	readonly template: string;
	readonly to: string;
	readonly words: Readonly<Record<string, string>>;
};

export type WebhookMessage = {
	readonly id: string;
	readonly url: string;
	/** Opened, "whsec_…", the newest first. */
	readonly secrets: readonly string[];
	readonly body: string;
};

/** The ways out of the house. */
export type Carriers = {
	/** Whether the area has a key of GOV.UK Notify. */
	readonly canNotify: (area: string) => boolean;
	readonly email: (message: NotifyMessage) => Promise<HandedOver>;
	readonly sms: (message: NotifyMessage) => Promise<HandedOver>;
	readonly webhook: (message: WebhookMessage, at: Date) => Promise<HandedOver>;
};
