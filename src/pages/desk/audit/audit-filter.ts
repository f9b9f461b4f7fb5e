import { dayOf } from "#domain/hours/local-date.ts";
import { instantAt } from "#domain/hours/zone-clock.ts";

/** Kinds of actions by which a reader filters; the part of an action before its dot. */
export const AUDIT_KINDS = [
	"session",
	"member",
	"call_back",
	"service",
	"draft",
	"merge",
	"import",
	"message",
	"settings",
] as const;

/** What of the log is looked at. Empty for no condition; a day is a date on London's calendar. */
export type AuditFilter = {
	readonly kind: string;
	readonly who: string;
	readonly from: string;
	readonly until: string;
	readonly before: number | undefined;
};

/** A filter from an address. What is no kind, day or number counts as not said. */
export function readAuditFilter(question: (name: string) => string | undefined): AuditFilter {
	const day = (name: string) => (dayOf(question(name) ?? "") === null ? "" : (question(name) ?? ""));
	const before = question("before") ?? "";
	return {
		kind: AUDIT_KINDS.find((kind) => kind === question("kind")) ?? "",
		who: (question("who") ?? "").trim().slice(0, 100),
		from: day("from"),
		until: day("until"),
		before: /^\d{1,12}$/.test(before) ? Number(before) : undefined,
	};
}

/** The filter as the log is asked; both days count whole. */
export function questionOf({ kind, who, from, until, before }: AuditFilter) {
	const at = (date: string, later: number) => {
		const day = dayOf(date);
		return day === null ? undefined : new Date(instantAt("Europe/London", day + later, 0));
	};
	return {
		action: kind === "" ? undefined : `${kind}.`,
		actor: who || undefined,
		from: at(from, 0),
		until: at(until, 1),
		before,
	};
}

/** The filter in an address, with what is put over it. */
export function filterAddress(filter: AuditFilter, over: Partial<AuditFilter> = {}): string {
	const said = Object.entries({ ...filter, ...over }).flatMap(([name, value]) =>
		value === undefined || value === "" ? [] : [[name, String(value)]],
	);
	return said.length === 0 ? "" : `?${new URLSearchParams(said)}`;
}
