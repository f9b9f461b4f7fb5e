import { checkAddress, FEED_LIMITS, FeedError, type FeedLimits } from "#adapters/feed-reader/fetch-politely.ts";
import { fromBase64, toBase64 } from "#domain/encoding/base64.ts";
import type { HandedOver, WebhookMessage } from "#ports/outbox.ts";

const PATIENCE_MS = 10_000;
/** As much of an answer as is read before it counts as whole. */
const MOST_READ = 64 * 1024;
const GONE = 410;

/**
 * Hands a message over by Standard Webhooks: signed with each secret the receiver may know, followed nowhere else, sent to no
 * address inside a network. An answer that breaks off counts as none: the message is sent again under the same id.
 */
export async function sendWebhook(
	{ id, url, secrets, body }: WebhookMessage,
	at: Date,
	limits: Partial<FeedLimits> = {},
	patience = PATIENCE_MS,
): Promise<HandedOver> {
	try {
		await checkAddress(new URL(url), { ...FEED_LIMITS, ...limits });
	} catch (error) {
		if (error instanceof FeedError) return failed("address refused");
		throw error;
	}
	const timestamp = String(Math.floor(at.getTime() / 1000));
	const signatures = await Promise.all(secrets.map((secret) => sign(secret, `${id}.${timestamp}.${body}`)));
	try {
		const response = await fetch(url, {
			method: "POST",
			redirect: "manual",
			signal: AbortSignal.timeout(patience),
			headers: {
				"content-type": "application/json",
				"user-agent": "Fingerpost",
				"webhook-id": id,
				"webhook-timestamp": timestamp,
				"webhook-signature": signatures.join(" "),
			},
			body,
		});
		await readOut(response);
		if (response.ok) return { kind: "sent" };
		return { kind: "failed", fault: `status ${response.status}`, forGood: response.status === GONE };
	} catch (error) {
		return failed(error instanceof Error && error.name === "TimeoutError" ? "timeout" : "unreachable");
	}
}

/** "v1," and the HMAC-SHA256 in base64, with a secret such as "whsec_…" (base64 after the prefix). */
export async function sign(secret: string, text: string): Promise<string> {
	const bytes = fromBase64(secret.replace(/^whsec_/, ""));
	const key = await crypto.subtle.importKey("raw", bytes, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
	const mac = new Uint8Array(await crypto.subtle.sign("HMAC", key, new TextEncoder().encode(text)));
	return `v1,${toBase64(mac)}`;
}

async function readOut(response: Response): Promise<void> {
	let size = 0;
	const reader = response.body?.getReader();
	while (reader && size < MOST_READ) {
		const { done, value } = await reader.read();
		if (done) return;
		size += value.byteLength;
	}
	await reader?.cancel();
}

function failed(fault: string): HandedOver {
	return { kind: "failed", fault, forGood: false };
}
