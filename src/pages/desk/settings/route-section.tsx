import type { Context } from "hono";
import type { RouteSource } from "#domain/conversation/route.ts";
import type { Hours } from "#domain/hours/hours.ts";
import type { AppEnv } from "#env.ts";
import { FormToken } from "#pages/desk/desk-layout.tsx";
import type { DeskRoute } from "#pages/desk/desk-part.ts";
import { deskError } from "#pages/desk/message-page.tsx";
import { Choice, TextField, Tick } from "#pages/desk/settings/fields.tsx";
import { HoursFields, hoursValues } from "#pages/desk/settings/hours-fields.tsx";
import { settingsPaths } from "#pages/desk/settings/paths.ts";
import { newRouteId, readRoute } from "#pages/desk/settings/read-route.ts";
import type { Section } from "#pages/desk/settings/section.tsx";
import { plainLine, valuesOf } from "#pages/desk/settings/settings-form.ts";
import { plainDate } from "#pages/ui/plain-date.ts";
import type { AreaProfile } from "#services/area-profile.ts";
import { changeSettings } from "#services/change-settings.ts";
import { settingsNow } from "#services/settings-now.ts";

const NEW = "new";
const idOf = (c: Context<AppEnv>) => c.req.param("route") ?? "";
const routeOf = ({ routes }: AreaProfile, c: Context<AppEnv>) => routes.find(({ id }) => id === idOf(c));

/** One way to reach people: the front door, the emergency duty team, an advocate, a lawyer, a hub, complaints. */
export const routeSection: Section = {
	path: "/routes/:route",
	action: "settings.route_changed",
	title: (words) => words.desk_settings.sections.routes,
	entityId: idOf,
	values: (profile, c) => {
		const route = routeOf(profile, c);
		return route === undefined && idOf(c) !== NEW ? null : valuesOf(routeValues(route));
	},
	Fields: (props) => {
		const { routes: say } = props.words.desk_settings;
		const route = routeOf(props.profile, props.c);
		return (
			<>
				<Choice {...props} name="kind" label={say.kind} options={say.kinds} />
				<TextField {...props} name="name" label={say.name} />
				<TextField {...props} name="what_for" label={say.what_for} hint={say.what_for_hint} />
				<Choice {...props} name="for" label={say.for} options={say.audiences} several />
				<TextField {...props} name="phone" label={say.phone} type="tel" />
				<TextField {...props} name="text" label={say.text} type="tel" />
				<TextField {...props} name="email" label={say.email} type="email" />
				<TextField {...props} name="url" label={say.url} type="url" />
				<TextField {...props} name="webchat" label={say.webchat} type="url" />
				<TextField {...props} name="hours_text" label={say.hours_text} hint={say.hours_text_hint} />
				<Choice {...props} name="hours-kind" label={say.hours_kind} options={say.hours_kinds} />
				<HoursFields {...props} />
				<TextField {...props} name="cost" label={say.cost} />
				<TextField {...props} name="languages" label={say.languages} />
				{route ? <p class="hint">{say.checked_on.replace("{date}", plainDate(props.words, route.checked))}</p> : null}
				<Tick values={props.values} name="checked" label={say.checked} />
			</>
		);
	},
	read: (c) => (form, ground) => {
		const { routes } = ground.profile;
		const before = routeOf(ground.profile, c);
		const taken = routes.map(({ id }) => id);
		const id = before?.id ?? newRouteId(plainLine(form.text("name"), 120), taken);
		const read = readRoute(form, id, before, ground);
		if (read.errors !== null) return { kind: "errors", errors: read.errors };
		const next = before ? routes.map((route) => (route.id === id ? read.route : route)) : [...routes, read.route];
		return {
			kind: "change",
			detail: { route: id, now: JSON.stringify(read.route) },
			change: (settings) => ({ ...settings, routes: [...next] }),
		};
	},
	Below: ({ profile, c, desk }) => {
		const { routes: say, reason } = c.var.deps.content.words.desk_settings;
		if (routeOf(profile, c) === undefined) return null;
		if (profile.routes.length < 2) return <p class="hint">{say.last}</p>;
		return (
			<section aria-labelledby="remove">
				<h2 id="remove">{say.remove_title}</h2>
				<form method="post" action={settingsPaths.removeRoute(desk.area.slug, idOf(c))}>
					<FormToken token={desk.token} />
					<input type="hidden" name="version" value={String(profile.version)} />
					<label for="remove-reason">{reason}</label>
					<input id="remove-reason" name="reason" type="text" required autocomplete="off" />
					<button class="quiet" type="submit">
						{say.remove}
					</button>
				</form>
			</section>
		);
	},
};

/** Takes a way out. The last one stays: an area without any would be a dead end. */
export const removeRoute: DeskRoute = {
	method: "POST",
	path: `${settingsPaths.below}/routes/:route/remove`,
	permission: "settings.change",
	answer: async (c, desk) => {
		const { deps } = c.var;
		const profile = await settingsNow(deps, desk.area.slug);
		const reason = plainLine(desk.form.text("reason"));
		const route = profile === null ? undefined : routeOf(profile, c);
		if (profile === null || route === undefined) return deskError(c, "not_found");
		if (reason === "" || profile.routes.length < 2)
			return c.redirect(settingsPaths.route(desk.area.slug, route.id), 303);
		const outcome = await changeSettings(deps, {
			area: desk.area.slug,
			version: Number(desk.form.text("version")),
			actor: desk.actor,
			action: "settings.route_removed",
			entityId: route.id,
			detail: { reason, was: JSON.stringify(route) },
			change: (settings) => ({ ...settings, routes: profile.routes.filter(({ id }) => id !== route.id) }),
		});
		const saved = outcome.kind === "saved";
		return c.redirect(
			saved ? settingsPaths.list(desk.area.slug, true) : settingsPaths.route(desk.area.slug, route.id),
			303,
		);
	},
};

function routeValues(route: RouteSource | undefined): Readonly<Record<string, string | readonly string[]>> {
	const hours = route?.hours ?? null;
	const times: Hours | null = hours === "always" ? null : hours;
	return {
		...hoursValues(times),
		kind: route?.kind ?? "human",
		for: route?.for ?? ["everyone"],
		"hours-kind": hours === "always" ? "always" : times === null ? "unknown" : "times",
		...Object.fromEntries(
			(
				["name", "what_for", "phone", "text", "email", "url", "webchat", "hours_text", "cost", "languages"] as const
			).map((name) => [name, route?.[name] ?? ""]),
		),
	};
}
