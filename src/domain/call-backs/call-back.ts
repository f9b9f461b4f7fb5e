import * as z from "zod";

/** Who asks to be rung. */
export const CallBackAudience = z.enum(["parent", "young_person", "family", "other"]);
export type CallBackAudience = z.infer<typeof CallBackAudience>;

/** What became of a request. */
export const CallBackStatus = z.enum(["received", "tried", "spoke", "closed", "cancelled"]);
export type CallBackStatus = z.infer<typeof CallBackStatus>;

/** Those that still wait for a worker. */
export const OPEN_STATUSES = ["received", "tried"] as const satisfies readonly CallBackStatus[];

export function isWaiting(status: CallBackStatus): boolean {
	return status === "received" || status === "tried";
}

/** The most that may be written, in characters. */
export const LONGEST = { name: 60, line: 200, when: 100, language: 40, email: 200, phone: 40 } as const;

/** What a person told us, as it is kept sealed. Nothing more is asked. */
export const CallBackDetails = z.strictObject({
	name: z.string(),
	phone: z.string().optional(),
	email: z.string().optional(),
	/** What is safe; null where it was not said. */
	safe: z.strictObject({ ring: z.boolean(), text: z.boolean(), message: z.boolean() }).nullable(),
	when: z.string().optional(),
	language: z.string().optional(),
	interpreter: z.boolean(),
	textphone: z.boolean(),
	bsl: z.boolean(),
	audience: CallBackAudience,
	line: z.string().optional(),
	/** Ids of stages and needs that were talked about in the guide, as the person left them. */
	about: z.array(z.string()),
});
export type CallBackDetails = Readonly<z.infer<typeof CallBackDetails>>;

/** What is asked over the API. */
export const CallBackRequest = z
	.strictObject({
		name: z.string().max(1000).describe("What to call the person"),
		phone: z.string().max(1000).optional().describe("A telephone number; or give an e-mail address"),
		email: z.string().max(1000).optional(),
		safe: z
			.strictObject({
				ring: z.boolean().default(false),
				text: z.boolean().default(false),
				message: z.boolean().default(false),
			})
			.optional()
			.describe("Whether it is safe to ring, to text, to leave a message"),
		when: z.string().max(1000).optional().describe("When is a good time"),
		language: z.string().max(1000).optional(),
		interpreter: z.boolean().default(false),
		textphone: z.boolean().default(false),
		bsl: z.boolean().default(false),
		who: CallBackAudience,
		line: z.string().max(20_000).optional().describe("At most 200 characters, without other people's names"),
		about: z.array(z.string().max(100)).max(20).default([]).describe("Ids of stages and needs, nothing else"),
	})
	.meta({ id: "CallBackRequest" });
export type CallBackRequest = z.infer<typeof CallBackRequest>;

/** A request as the database holds it: what says who it is stands in `sealed` alone. Instants in milliseconds. */
export type CallBack = {
	readonly reference: string;
	readonly area: string;
	readonly secretHash: string;
	readonly fold: string | null;
	readonly status: CallBackStatus;
	readonly receivedAt: number;
	readonly promisedBy: number | null;
	readonly audience: CallBackAudience;
	readonly topic: string | null;
	readonly urgency: string;
	readonly claimedBy: string | null;
	readonly claimedAt: number | null;
	readonly escalatedAt: number | null;
	readonly escalatedAgainAt: number | null;
	readonly closedAt: number | null;
	readonly outcome: string | null;
	readonly version: number;
	readonly sealed: string | null;
	readonly sealedWith: string;
	readonly erasedAt: number | null;
};

/** Where the sealed details of a request stand: bound into the seal, so that rows cannot be swapped. */
export function detailsPlace(reference: string): string {
	return `call_backs/${reference}/sealed`;
}
