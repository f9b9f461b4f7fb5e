import { RouteKind, RouteSource } from "#domain/conversation/route.ts";
import { londonMoment } from "#domain/directory/search/moment.ts";
import { dateOf } from "#domain/hours/local-date.ts";
import type { DeskForm } from "#pages/desk/desk-form.ts";
import { readHoursFields } from "#pages/desk/settings/hours-fields.tsx";
import { type FieldError, type FormGround, plainLine, withoutEmpty } from "#pages/desk/settings/settings-form.ts";

const AUDIENCES = ["everyone", "parent", "young_person", "family", "professional"] as const;

type ReadRoute = { readonly errors: readonly FieldError[] } | { readonly errors: null; readonly route: RouteSource };

/** A way to reach people as the form says it, under the id it has; or what of it cannot be. Text stays text. */
export function readRoute(
	form: DeskForm,
	id: string,
	before: RouteSource | undefined,
	{ content, now }: Pick<FormGround, "content" | "now">,
): ReadRoute {
	const { errors: say } = content.words.desk_settings;
	const line = (name: string, longest?: number) => plainLine(form.text(name), longest) || undefined;
	const times = form.text("hours-kind") === "times" ? readHoursFields(form, content.words) : null;
	const kind = RouteKind.safeParse(form.text("kind"));
	const audiences = AUDIENCES.filter((one) => form.all("for").includes(one));
	const [phone, text, email] = [line("phone", 40), line("text", 40), line("email", 200)];
	const [url, webchat] = [line("url", 500), line("webchat", 500)];
	const bad = (field: string, wrong: boolean, message: string): readonly FieldError[] =>
		wrong ? [{ field, text: message }] : [];
	const errors: readonly FieldError[] = [
		...bad("kind", !kind.success || kind.data === "urgent", say.what),
		...bad("name", line("name") === undefined, say.what),
		...bad("what_for", line("what_for") === undefined, say.what),
		...bad("for", audiences.length === 0, say.who),
		...bad(
			"phone",
			[phone, text, email, url, webchat].every((way) => way === undefined),
			say.way,
		),
		...bad("phone", phone !== undefined && !isPhone(phone), say.phone),
		...bad("text", text !== undefined && !isPhone(text), say.phone),
		...bad("email", email !== undefined && !/^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]{2,}$/.test(email), say.email),
		...bad("url", url !== undefined && !isWebAddress(url), say.address),
		...bad("webchat", webchat !== undefined && !isWebAddress(webchat), say.address),
		...bad("hours_text", line("hours_text") === undefined, say.hours_text),
		...(times?.errors ?? []),
	];
	if (errors.length > 0) return { errors };
	const today = dateOf(londonMoment(now, []).day);
	const read = RouteSource.safeParse(
		withoutEmpty({
			...keptOf(before),
			id,
			kind: kind.data,
			name: line("name", 120),
			what_for: line("what_for", 200),
			for: audiences,
			phone,
			text,
			email,
			url,
			webchat,
			hours: hoursOf(form.text("hours-kind"), times),
			hours_text: line("hours_text", 200),
			cost: line("cost", 100),
			languages: line("languages", 200),
			checked: form.text("checked") === "yes" || before === undefined ? today : before.checked,
		}),
	);
	if (read.success) return { errors: null, route: read.data };
	return { errors: read.error.issues.map(({ message }) => ({ field: "day-Mon", text: message })) };
}

/** What the form does not show of a route and what therefore stays. */
function keptOf(before: RouteSource | undefined): Partial<RouteSource> {
	return before?.more === undefined ? {} : { more: before.more };
}

function hoursOf(kind: string, times: ReturnType<typeof readHoursFields> | null): RouteSource["hours"] {
	if (kind === "always") return "always";
	return times === null || times.errors !== null ? null : { ...times.hours, promise: { kind: "none" } };
}

function isPhone(text: string): boolean {
	return /^\+?[\d ()-]{3,30}$/.test(text);
}

/** https, with a host's name, and nobody's name in it. */
function isWebAddress(text: string): boolean {
	if (!URL.canParse(text)) return false;
	const { protocol, hostname, username } = new URL(text);
	return protocol === "https:" && hostname.includes(".") && username === "";
}

/** An id for a new route, from its name, that none of the others has. */
export function newRouteId(name: string, taken: readonly string[]): string {
	const base =
		name
			.toLowerCase()
			.normalize("NFKD")
			.replace(/[^a-z0-9]+/g, "-")
			.replace(/^-+|-+$/g, "")
			.slice(0, 60) || "route";
	const free = (number: number): string => {
		const id = number === 1 ? base : `${base}-${number}`;
		return taken.includes(id) || id === "new" ? free(number + 1) : id;
	};
	return free(1);
}
