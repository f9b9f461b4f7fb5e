import type { Message } from "#domain/call-backs/message.ts";
import type { AreaSettings, DeliverySettings } from "#domain/directory/area-settings.ts";

/** What is announced, and to whom: the duty inbox, or the area's manager. */
export type Announcement = {
	readonly area: string;
	readonly kind: "call_back.received" | "call_back.overdue" | "call_back.still_overdue" | "canary";
	/** A reference, or the day of a canary. */
	readonly subject: string;
	readonly to: "duty" | "manager";
	readonly promisedBy?: number | null;
};

/** Whether an area's requests are announced anywhere but at the desk. */
export function isAnnounced({ delivery }: AreaSettings): boolean {
	return ways(delivery, "duty").length > 0;
}

/** One message for each way that the area set up. Their ids follow from what they tell, so that telling twice is telling once. */
export function announce(
	{ delivery }: AreaSettings,
	{ area, kind, subject, to, promisedBy = null }: Announcement,
): readonly Message[] {
	return ways(delivery, to).map(({ channel, name, url }) => ({
		id: `${area}.${subject}.${kind}.${name}`,
		area,
		kind,
		subject,
		channel,
		payload: { to: channel === "webhook" ? "webhook" : to, ...(url ? { url } : {}), promised_by: promisedBy },
	}));
}

type Way = { readonly channel: Message["channel"]; readonly name: string; readonly url?: string };

function ways(delivery: DeliverySettings | undefined, to: "duty" | "manager"): readonly Way[] {
	if (!delivery) return [];
	const { email_template, sms_template, duty_phone, webhooks } = delivery;
	const inbox = to === "duty" ? delivery.duty_email : (delivery.manager_email ?? delivery.duty_email);
	return [
		...(email_template && inbox ? [{ channel: "email", name: "email" } as const] : []),
		...(sms_template && duty_phone ? [{ channel: "sms", name: "sms" } as const] : []),
		...webhooks.map(({ url }, at) => ({ channel: "webhook", name: `webhook-${at + 1}`, url }) as const),
	];
}
