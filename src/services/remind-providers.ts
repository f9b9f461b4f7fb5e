import { type Message, messagePlace } from "#domain/call-backs/message.ts";
import type { NoticeKind, ServiceNotice } from "#domain/directory/notices.ts";
import type { Service } from "#domain/directory/service.ts";
import type { Dependencies } from "#ports.ts";
import { hashOf, newSecret } from "#services/desk-secrets.ts";
import { noticesDue } from "#services/notices-due.ts";

type Needs = Pick<
	Dependencies,
	| "areas"
	| "areaSettings"
	| "carriers"
	| "clock"
	| "content"
	| "directory"
	| "outbox"
	| "publicUrl"
	| "sealing"
	| "serviceNotices"
	| "singleUseLinks"
>;

export type Reminded = {
	readonly sent: number;
	readonly withoutAddress: number;
	readonly bounced: number;
	/** Areas in which something is due that cannot be mailed: no template, no key of Notify, no public address. */
	readonly cannotMail: readonly string[];
};

/** Longer than the four weeks' notice before a listing is left out, milliseconds. */
const LINK_LASTS_MS = 60 * 86_400_000;
/** Mails of one area in one run, so that an old directory's first run does not flood its providers' inboxes or ours. */
const MOST_AT_ONCE = 25;
/** Of all areas together: a run at the edge may ask the database only so often. The others wait for the next. */
const MOST_IN_A_RUN = 100;
const MOST_DEAD_LETTERS = 500;
const KIND = "listing.";
/** "24 November 2025". */
const longDate = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "Europe/London" });

/**
 * Writes to the provider of each listing that is 3, 6 or nearly 12 months old, once for each age, with a link that opens
 * that listing once. The mail and its link go through the outbox, sealed; what came of it is recorded. Safe to run twice
 * at once: a message's id follows from what it is about, so that the second is the first.
 */
export async function remindProviders(deps: Needs): Promise<Reminded> {
	const bounced = await noteBounces(deps);
	const counts = { sent: 0, withoutAddress: 0 };
	const cannotMail: string[] = [];
	for (const { slug, name, demonstration } of await deps.areas.list()) {
		if (demonstration) continue;
		const due = await noticesDue(deps, { area: slug });
		const template = (await deps.areaSettings.read(slug)).settings.delivery?.email_template;
		const able = template !== undefined && deps.sealing.ready && deps.carriers.canNotify(slug) && deps.publicUrl;
		const left = MOST_IN_A_RUN - counts.sent - counts.withoutAddress;
		for (const { service, kind } of due.slice(0, Math.min(MOST_AT_ONCE, left))) {
			const about = { service: service.id, kind, assured: service.assured_date ?? "", sentAt: deps.clock.now() };
			const address = addressOf(service);
			if (address === null) {
				await deps.serviceNotices.record(slug, { ...about, state: "no address" });
				counts.withoutAddress += 1;
			} else if (able) {
				await send(deps, { slug, name }, { service, about, address, template });
				counts.sent += 1;
			} else if (!cannotMail.includes(slug)) cannotMail.push(slug);
		}
	}
	return { ...counts, bounced, cannotMail };
}

type Mail = {
	readonly service: Service;
	readonly about: Omit<ServiceNotice, "state">;
	readonly address: string;
	readonly template: string;
};

/** The link first, then the mail, then the record: whoever dies between them begins again, and one mail leaves. */
async function send(
	deps: Needs,
	area: { readonly slug: string; readonly name: string },
	{ service, about, address, template }: Mail,
): Promise<void> {
	const secret = newSecret();
	const madeAt = about.sentAt;
	const expiresAt = new Date(madeAt.getTime() + LINK_LASTS_MS);
	const link = { hash: await hashOf(secret), area: area.slug, subject: service.id, madeAt, expiresAt };
	await deps.singleUseLinks.make({ ...link, purpose: "reconfirm" });
	const id = `${area.slug}.${service.id}.${KIND}${about.kind}.${about.assured}`;
	const { mail } = deps.content.words.listing;
	const filled = (text: string) =>
		text
			.replace("{service}", service.name)
			.replace("{area}", area.name)
			.replace("{date}", longDate.format(new Date(about.assured)));
	const words = {
		what: filled(mail[about.kind]),
		reference: service.name,
		due: mail.until.replace("{date}", longDate.format(expiresAt)),
		link: `${deps.publicUrl ?? ""}/listing/${secret}`,
	};
	const sealed = await deps.sealing.seal(area.slug, messagePlace(id), JSON.stringify({ address, template, words }));
	await deps.outbox.add([messageOf(id, area.slug, about.kind, service.id, sealed)], madeAt.getTime());
	await deps.serviceNotices.record(area.slug, { ...about, state: "sent" });
}

type Sealed = NonNullable<Message["payload"]["sealed"]>;

function messageOf(id: string, area: string, kind: NoticeKind, subject: string, sealed: Sealed): Message {
	return { id, area, kind: `${KIND}${kind}`, subject, channel: "email", payload: { to: "sealed", sealed } };
}

/** Where the provider reads mail: the service's own address, else its organisation's, else a contact's. */
export function addressOf({ email, organization, contacts = [] }: Service): string | null {
	const known = [email, organization.email, ...contacts.map((contact) => contact.email)];
	return known.find((address) => address !== undefined && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address)) ?? null;
}

/** What the outbox gave up never reached its provider, so that the listing is not left out for their silence. */
async function noteBounces(deps: Needs): Promise<number> {
	let bounced = 0;
	for (const letter of await deps.outbox.deadLetters(null, MOST_DEAD_LETTERS)) {
		if (!letter.kind.startsWith(KIND)) continue;
		const had = await deps.serviceNotices.list(letter.area, letter.subject);
		const about = had.find(
			({ kind, assured, state, service }) =>
				state === "sent" && letter.id === `${letter.area}.${service}.${KIND}${kind}.${assured}`,
		);
		if (about === undefined) continue;
		await deps.serviceNotices.record(letter.area, { ...about, state: "bounced" });
		bounced += 1;
	}
	return bounced;
}
