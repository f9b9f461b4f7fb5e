import * as z from "zod";
import { RouteSource } from "#domain/conversation/route.ts";
import { Hours } from "#domain/hours/hours.ts";

/** Something that was switched off at the desk, and why. */
export const Switch = z.strictObject({ off: z.boolean(), reason: z.string().max(300).default("") });
export type Switch = Readonly<z.infer<typeof Switch>>;

const NamedSwitch = Switch.extend({ id: z.string().min(1).max(120) });

/** A text that only the environment's key opens. The words stand in `box`; `with` names the data key. */
export const SealedText = z.strictObject({ box: z.string().min(1), with: z.string().min(1) });
export type SealedText = Readonly<z.infer<typeof SealedText>>;

export const Webhook = z.strictObject({
	url: z.url({ protocol: /^https?$/ }).max(500),
	/** The newest first; a second one stands while the receiver changes over. */
	secrets: z.array(SealedText).min(1).max(2),
});
export type Webhook = Readonly<z.infer<typeof Webhook>>;

/** Where an area's requests are announced. Nothing set: the desk alone shows them. */
export const DeliverySettings = z.strictObject({
	email_template: z.uuid().optional(),
	sms_template: z.uuid().optional(),
	duty_email: z.email().max(200).optional(),
	duty_phone: z.string().max(30).optional(),
	manager_email: z.email().max(200).optional(),
	webhooks: z.array(Webhook).max(5).default([]),
});
export type DeliverySettings = Readonly<z.infer<typeof DeliverySettings>>;

/**
 * What an area set at the desk over what its file in `content/areas/` says. What is left out stays as the file has it. An area
 * that has no file has only this.
 */
export const AreaSettings = z.strictObject({
	name: z.string().min(1).max(120).optional(),
	early_help_hours: Hours.optional(),
	routes: z.array(RouteSource).min(1).max(40).optional(),
	theme: z.strictObject({ accent: z.string().regex(/^#[0-9a-f]{6}$/i, 'Write a colour as "#0d4753".') }).optional(),
	/** Languages that the area's team can offer beside English, as people call them. */
	languages: z.array(z.string().min(1).max(60)).max(60).optional(),
	switches: z
		.strictObject({
			call_backs: Switch.optional(),
			model: Switch.optional(),
			services: z.array(NamedSwitch).max(500).default([]),
			answers: z.array(NamedSwitch).max(500).default([]),
		})
		.optional(),
	delivery: DeliverySettings.optional(),
	/** A change to a listing waits for somebody else than who made it. */
	approval_by_second_person: z.boolean().optional(),
});
export type AreaSettings = Readonly<z.infer<typeof AreaSettings>>;

/** Settings with their version, which goes up by one with each change; 0 where nothing was ever set. */
export type VersionedSettings = { readonly settings: AreaSettings; readonly version: number };

/** Why something of an area is switched off; null while it is on. */
export function switchedOff(settings: AreaSettings | null, what: "call_backs" | "model"): string | null {
	const one = settings?.switches?.[what];
	return one?.off ? one.reason : null;
}

/** Whether one service or one answer is switched off in the area. */
export function isSwitchedOff(settings: AreaSettings | null, what: "services" | "answers", id: string): boolean {
	return settings?.switches?.[what].some((one) => one.off && one.id === id) ?? false;
}
