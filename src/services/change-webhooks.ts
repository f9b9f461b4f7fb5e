import type { AreaSettings, Webhook } from "#domain/directory/area-settings.ts";
import { toBase64 } from "#domain/encoding/base64.ts";
import type { Dependencies } from "#ports.ts";
import { announce } from "#services/announce.ts";
import { webhookPlace } from "#services/hand-over.ts";

/** What is done with an area's webhooks. `rotate` puts a new secret beside the old one, `retire` takes the old one away. */
export type WebhookAct = "add" | "rotate" | "retire" | "remove";

export type ChangeWebhookInput = {
	readonly area: string;
	readonly act: WebhookAct;
	readonly url: string;
	readonly actor: string;
};

export type WebhookOutcome =
	/** `secret` is shown this once, where a new one was made. */
	| { readonly kind: "changed"; readonly secret: string | null }
	| { readonly kind: "not_an_address" | "known" | "unknown" | "too_many" | "no_key" | "changed_meanwhile" };

const MOST_WEBHOOKS = 5;
const SECRET_BYTES = 32;
const LOOPBACK = /^(?:127\.0\.0\.1|localhost|\[::1\])$/;

type Needs = Pick<Dependencies, "areaSettings" | "chance" | "clock" | "sealing">;

/** Changes one of an area's webhooks. Its secret is made here, kept sealed, and told once. */
export async function changeWebhook(
	deps: Needs,
	{ area, act, url: typed, actor }: ChangeWebhookInput,
): Promise<WebhookOutcome> {
	if (!deps.sealing.ready) return { kind: "no_key" };
	const url = readAddress(typed);
	if (url === null) return { kind: "not_an_address" };
	const { settings, version } = await deps.areaSettings.read(area);
	const before = settings.delivery?.webhooks ?? [];
	const hook = before.find((one) => one.url === url.href);
	if (act === "add" && hook) return { kind: "known" };
	if (act === "add" && before.length >= MOST_WEBHOOKS) return { kind: "too_many" };
	if (act !== "add" && !hook) return { kind: "unknown" };
	// The same form sent again must not push out the secret that is still in use.
	if (act === "rotate" && (hook?.secrets.length ?? 0) > 1) return { kind: "changed_meanwhile" };
	const secret = act === "add" || act === "rotate" ? newSecret(deps) : null;
	const sealed = secret === null ? [] : [await deps.sealing.seal(area, webhookPlace(url.href), secret)];
	const [newest] = hook?.secrets ?? [];
	const kept: Readonly<Record<WebhookAct, readonly Webhook[]>> = {
		add: [...before, { url: url.href, secrets: sealed }],
		rotate: changed(before, url.href, [...sealed, ...(newest ? [newest] : [])]),
		retire: changed(before, url.href, newest ? [newest] : []),
		remove: before.filter((one) => one.url !== url.href),
	};
	const entry = { area, at: deps.clock.now(), actor, action: `settings.webhook_${DONE[act]}`, entity: "settings" };
	// The rest of an address may hold a password of the receiver's making.
	const audit = { ...entry, entityId: "webhooks", detail: { host: url.host } };
	const next: AreaSettings = { ...settings, delivery: { ...settings.delivery, webhooks: [...kept[act]] } };
	const saved = await deps.areaSettings.save(area, next, version, actor, audit);
	return saved.kind === "saved" ? { kind: "changed", secret } : { kind: "changed_meanwhile" };
}

const DONE = { add: "added", rotate: "rotated", retire: "retired", remove: "removed" } as const satisfies Record<
	WebhookAct,
	string
>;

/** Puts a test message on its way to everything that the area announces by. Answers how many. */
export async function sendTestMessage(
	deps: Pick<Dependencies, "areaSettings" | "auditLog" | "clock" | "outbox">,
	{ area, actor }: { readonly area: string; readonly actor: string },
): Promise<number> {
	const { settings } = await deps.areaSettings.read(area);
	const at = deps.clock.now();
	const messages = announce(settings, { area, kind: "canary", subject: `test-${at.getTime()}`, to: "duty" });
	await deps.outbox.add(messages, at.getTime());
	const entry = { area, at, actor, action: "message.tested", entity: "message", entityId: null, detail: {} };
	await deps.auditLog.append([entry]);
	return messages.length;
}

function changed(all: readonly Webhook[], url: string, secrets: Webhook["secrets"]): readonly Webhook[] {
	return all.map((one) => (one.url === url ? { url, secrets } : one));
}

function newSecret({ chance }: Pick<Dependencies, "chance">): string {
	return `whsec_${toBase64(chance.bytes(SECRET_BYTES))}`;
}

/** An https address without a password in it; this machine's own may do without https, for trying things out. */
function readAddress(typed: string): URL | null {
	const text = typed.trim();
	if (text.length > 500 || !URL.canParse(text)) return null;
	const url = new URL(text);
	if (url.username !== "" || url.password !== "") return null;
	return url.protocol === "https:" || (url.protocol === "http:" && LOOPBACK.test(url.hostname)) ? url : null;
}
