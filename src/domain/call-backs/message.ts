import * as z from "zod";
import { SealedText } from "#domain/directory/area-settings.ts";

export const Channel = z.enum(["email", "sms", "webhook"]);
export type Channel = z.infer<typeof Channel>;

/**
 * What an entry of the outbox holds besides its kind, area and subject: to whom it goes. "duty" and "manager" are looked up when
 * it is sent, so that a changed inbox is used; "sealed" is an address with its own words, sealed for `messagePlace(id)`.
 */
export const MessagePayload = z.strictObject({
	to: z.enum(["duty", "manager", "sealed", "webhook"]),
	/** Of a webhook: its address, by which its secrets are found in the area's settings. */
	url: z.string().optional(),
	sealed: SealedText.optional(),
	/** The end of a promise, for the message's words. */
	promised_by: z.number().nullable().optional(),
});
export type MessagePayload = Readonly<z.infer<typeof MessagePayload>>;

/** What a sealed payload opens to: a Notify template, an address and the template's words. */
export const SealedMessage = z.strictObject({
	address: z.string(),
	template: z.string(),
	words: z.record(z.string(), z.string()),
});
export type SealedMessage = Readonly<z.infer<typeof SealedMessage>>;

/** What must leave the house. `id` is the same each time it is sent, so that a receiver can tell a repeat. */
export type Message = {
	readonly id: string;
	readonly area: string;
	readonly kind: string;
	readonly subject: string;
	readonly channel: Channel;
	readonly payload: MessagePayload;
};

/** Where the sealed payload of a message stands. */
export function messagePlace(id: string): string {
	return `outbox/${id}/payload`;
}
