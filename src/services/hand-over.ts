import { messagePlace, SealedMessage } from "#domain/call-backs/message.ts";
import type { Webhook } from "#domain/directory/area-settings.ts";
import type { HandedOver, TakenMessage } from "#ports/outbox.ts";
import type { Dependencies } from "#ports.ts";
import { promiseText } from "#services/promise-text.ts";

type Needs = Pick<Dependencies, "areaSettings" | "carriers" | "clock" | "content" | "publicUrl" | "sealing">;

/** Sends one message its way. The inbox is looked up now, so that one that was put right is used at once. */
export async function handOver(deps: Needs, message: TakenMessage): Promise<HandedOver> {
	switch (message.channel) {
		case "webhook":
			return byWebhook(deps, message);
		case "email":
		case "sms":
			return byNotify(deps, message, message.channel);
	}
}

async function byNotify(deps: Needs, message: TakenMessage, channel: "email" | "sms"): Promise<HandedOver> {
	const addressed = message.payload.to === "sealed" ? await sealedAddress(deps, message) : await inbox(deps, message);
	if (!addressed) return failed("no inbox");
	const { address, template, words } = addressed;
	return deps.carriers[channel]({ area: message.area, id: message.id, template, to: address, words });
}

async function sealedAddress(deps: Needs, { id, area, payload }: TakenMessage): Promise<SealedMessage | null> {
	const opened = payload.sealed ? await deps.sealing.open(area, messagePlace(id), payload.sealed) : null;
	if (opened === null) return null;
	const read = SealedMessage.safeParse(JSON.parse(opened));
	return read.success ? read.data : null;
}

/** Of the area: where to, with which template, and words that say no name and no story. */
async function inbox(deps: Needs, message: TakenMessage): Promise<SealedMessage | null> {
	const { settings } = await deps.areaSettings.read(message.area);
	const { email_template, sms_template, duty_email, duty_phone, manager_email } = settings.delivery ?? {};
	const mail = message.payload.to === "manager" ? (manager_email ?? duty_email) : duty_email;
	const [address, template] = message.channel === "sms" ? [duty_phone, sms_template] : [mail, email_template];
	if (!address || !template) return null;
	return { address, template, words: wordsOf(deps, message) };
}

function wordsOf(deps: Needs, message: TakenMessage): Readonly<Record<string, string>> {
	const { messages } = deps.content.words.call_backs;
	const due = message.payload.promised_by ?? null;
	const what: Readonly<Record<string, string>> = messages.what;
	return {
		what: what[message.kind.replace(/\W/g, "_")] ?? message.kind,
		reference: message.subject,
		due: due === null ? messages.no_time : promiseText(deps.content.words, due),
		link: linkTo(deps, message),
	};
}

function linkTo({ publicUrl }: Needs, { area, kind, subject }: TakenMessage): string {
	const page = kind.startsWith("call_back.") ? `/${subject}` : "";
	return `${publicUrl ?? ""}/desk/${area}/call-backs${page}`;
}

async function byWebhook(deps: Needs, message: TakenMessage): Promise<HandedOver> {
	const { settings } = await deps.areaSettings.read(message.area);
	const hook = settings.delivery?.webhooks.find(({ url }) => url === message.payload.url);
	if (!hook) return { kind: "failed", fault: "webhook removed", forGood: true };
	const secrets = await openSecrets(deps, message.area, hook);
	if (secrets.length === 0) return failed("secret cannot be opened");
	const at = deps.clock.now();
	const due = message.payload.promised_by ?? null;
	const body = JSON.stringify({
		type: message.kind,
		timestamp: new Date(message.createdAt).toISOString(),
		data: {
			area: message.area,
			reference: message.subject,
			link: linkTo(deps, message),
			promised_by: due === null ? null : new Date(due).toISOString(),
		},
	});
	return deps.carriers.webhook({ id: message.id, url: hook.url, secrets, body }, at);
}

async function openSecrets({ sealing }: Needs, area: string, hook: Webhook): Promise<readonly string[]> {
	const opened = await Promise.all(hook.secrets.map((secret) => sealing.open(area, webhookPlace(hook.url), secret)));
	return opened.filter((secret) => secret !== null);
}

/** Where the sealed secret of a webhook stands; whoever saves one seals it for this place. */
export function webhookPlace(url: string): string {
	return `area_settings/webhook/${url}`;
}

function failed(fault: string): HandedOver {
	return { kind: "failed", fault, forGood: false };
}
