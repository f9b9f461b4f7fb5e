import type { Service } from "#domain/directory/service.ts";
import { addMonths, dateOf, dayOf } from "#domain/hours/local-date.ts";

/** What a provider is told of a listing's age: at 3 and 6 months, and before it leaves the lists at 12. */
export const NOTICE_KINDS = ["due", "stale", "hiding"] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** One notice about one assured date. */
export type ServiceNotice = {
	readonly service: string;
	readonly kind: NoticeKind;
	/** The assured date that it was about, so that each age is told once. */
	readonly assured: string;
	readonly sentAt: Date;
	readonly state: "sent" | "bounced" | "no address" | "confirmed" | "changed";
};

const MONTHS_BEFORE: Readonly<Record<NoticeKind, number>> = { due: 3, stale: 6, hiding: 11 };
const MONTHS_SHOWN = 12;
/** However late a notice is, this many days pass between it and the day on which a listing leaves the lists. */
const DAYS_OF_NOTICE = 28;

/**
 * The notice that is due for a service today, "2026-11-24", given those it had; null where none is. Only the latest age
 * is told. A listing that nobody ever confirmed has no age to tell of.
 */
export function noticeDue(
	service: Pick<Service, "id" | "assured_date">,
	had: readonly ServiceNotice[],
	today: string,
): NoticeKind | null {
	const assured = dayOf(service.assured_date ?? "");
	const now = dayOf(today);
	if (assured === null || now === null) return null;
	const reached = NOTICE_KINDS.filter((kind) => addMonths(assured, MONTHS_BEFORE[kind]) <= now).at(-1);
	if (reached === undefined) return null;
	const told = had.some(
		({ service: id, kind, assured: about }) => id === service.id && kind === reached && about === service.assured_date,
	);
	return told ? null : reached;
}

/**
 * From which day a listing is left out of the lists: twelve months after it was confirmed, and four weeks after the
 * provider was told at the earliest. Null where nobody was told: then it stays, marked as stale.
 */
export function hiddenFrom(
	service: Pick<Service, "id" | "assured_date">,
	had: readonly ServiceNotice[],
): string | null {
	const assured = dayOf(service.assured_date ?? "");
	const told = had.find(
		({ service: id, kind, assured: about, state }) =>
			id === service.id && kind === "hiding" && about === service.assured_date && state === "sent",
	);
	if (assured === null || told === undefined) return null;
	const sent = dayOf(told.sentAt.toISOString().slice(0, 10)) ?? 0;
	return dateOf(Math.max(addMonths(assured, MONTHS_SHOWN), sent + DAYS_OF_NOTICE));
}
