import { SignJWT } from "jose";
import type { Carriers, HandedOver, NotifyMessage } from "#ports/outbox.ts";

export type NotifyConfig = {
	/** The API key of an area, "name-SERVICE-SECRET"; null where it has none. */
	readonly keyOf: (area: string) => string | null;
	/** https://api.notifications.service.gov.uk, or a stand-in. */
	readonly url: string;
	/** Milliseconds for one answer. */
	readonly patience?: number;
};

const PATIENCE_MS = 10_000;
const KEY = /([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

/** GOV.UK Notify by its REST API: its own client does not run at the edge. */
export function createNotify(config: NotifyConfig): Pick<Carriers, "canNotify" | "email" | "sms"> {
	const send = async (path: string, message: NotifyMessage, to: Readonly<Record<string, string>>) => {
		const key = KEY.exec(config.keyOf(message.area) ?? "");
		if (!key) return failed("no Notify key");
		const body = {
			...to,
			template_id: message.template,
			personalisation: message.words,
			reference: message.id,
			// The link is ours and must stay one; nothing else may become a link or a heading.
			sanitise_content_for: Object.keys(message.words).filter((name) => name !== "link"),
		};
		const [, service = "", secret = ""] = key;
		try {
			const response = await fetch(`${config.url}${path}`, {
				method: "POST",
				redirect: "manual",
				signal: AbortSignal.timeout(config.patience ?? PATIENCE_MS),
				headers: { "content-type": "application/json", authorization: `Bearer ${await token(service, secret)}` },
				body: JSON.stringify(body),
			});
			await response.body?.cancel();
			return response.ok ? ({ kind: "sent" } as const) : failed(`status ${response.status}`);
		} catch (error) {
			return failed(error instanceof Error && error.name === "TimeoutError" ? "timeout" : "unreachable");
		}
	};
	return {
		canNotify: (area) => KEY.test(config.keyOf(area) ?? ""),
		email: (message) => send("/v2/notifications/email", message, { email_address: message.to }),
		sms: (message) => send("/v2/notifications/sms", message, { phone_number: message.to }),
	};
}

/** Notify takes a token for half a minute around its own clock. */
function token(service: string, secret: string): Promise<string> {
	return new SignJWT({ iss: service })
		.setProtectedHeader({ alg: "HS256", typ: "JWT" })
		.setIssuedAt()
		.sign(new TextEncoder().encode(secret));
}

function failed(fault: string): HandedOver {
	return { kind: "failed", fault, forGood: false };
}
