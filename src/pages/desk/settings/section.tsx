import type { Context } from "hono";
import type { Child } from "hono/jsx";
import type { Words } from "#content/library.ts";
import type { AppEnv } from "#env.ts";
import { DeskLayout, FormToken } from "#pages/desk/desk-layout.tsx";
import type { Desk, DeskRoute } from "#pages/desk/desk-part.ts";
import { deskError } from "#pages/desk/message-page.tsx";
import { type FieldsProps, Problems, TextField } from "#pages/desk/settings/fields.tsx";
import { settingsPaths } from "#pages/desk/settings/paths.ts";
import { type FieldError, type FormReader, plainLine, type Values } from "#pages/desk/settings/settings-form.ts";
import type { AreaProfile } from "#services/area-profile.ts";
import { changeSettings } from "#services/change-settings.ts";
import { settingsNow } from "#services/settings-now.ts";

/** A form of the settings: what it shows, and how what is sent is read. */
export type Section = {
	/** Below "/settings": "/hours", "/routes/:route". */
	readonly path: string;
	/** "settings.hours_changed". */
	readonly action: string;
	readonly title: (words: Words) => string;
	/** Null where the address names nothing. */
	readonly values: (profile: AreaProfile, c: Context<AppEnv>) => Values | null;
	readonly Fields: (props: FieldsProps & { readonly profile: AreaProfile; readonly c: Context<AppEnv> }) => Child;
	readonly read: (c: Context<AppEnv>) => FormReader;
	/** What is changed, for the audit log. */
	readonly entityId: (c: Context<AppEnv>) => string;
	/** Stands below the form: taking something out. */
	readonly Below?: (props: {
		readonly profile: AreaProfile;
		readonly c: Context<AppEnv>;
		readonly desk: Desk;
	}) => Child;
};

/** The two addresses of a section: everybody who reads settings sees it, and a manager changes it. */
export function sectionRoutes(section: Section): readonly DeskRoute[] {
	const path = settingsPaths.below + section.path;
	return [
		{ method: "GET", path, permission: "settings.read", answer: (c, desk) => show(c, desk, section) },
		{ method: "POST", path, permission: "settings.change", answer: (c, desk) => save(c, desk, section) },
	];
}

type Trouble = { readonly values: Values; readonly errors: readonly FieldError[] };

async function save(c: Context<AppEnv>, desk: Desk, section: Section): Promise<Response> {
	const { deps } = c.var;
	const { form, area } = desk;
	const profile = await settingsNow(deps, area.slug);
	if (profile === null || section.values(profile, c) === null) return deskError(c, "not_found");
	const { errors: say } = deps.content.words.desk_settings;
	const read = section.read(c)(form, { content: deps.content, profile, now: deps.clock.now() });
	const reason = plainLine(form.text("reason"));
	const unsaid = reason === "" ? [{ field: "reason", text: say.reason }] : [];
	if (read.kind === "errors" || unsaid.length > 0)
		return show(c, desk, section, {
			values: form,
			errors: [...(read.kind === "errors" ? read.errors : []), ...unsaid],
		});
	const outcome = await changeSettings(deps, {
		area: area.slug,
		version: Number(form.text("version")),
		actor: desk.actor,
		action: section.action,
		entityId: section.entityId(c),
		detail: { reason, ...read.detail },
		change: read.change,
	});
	if (outcome.kind === "saved") return c.redirect(settingsPaths.list(area.slug, true), 303);
	if (outcome.kind === "wrong") {
		const errors = outcome.problems.map((text) => ({ field: "main", text }));
		return show(c, desk, section, { values: form, errors });
	}
	return show(c, desk, section, "changed meanwhile");
}

async function show(c: Context<AppEnv>, desk: Desk, section: Section, trouble?: Trouble | "changed meanwhile") {
	const { deps } = c.var;
	const { words } = deps.content;
	const profile = await settingsNow(deps, desk.area.slug);
	const kept = profile === null ? null : section.values(profile, c);
	if (profile === null || kept === null) return deskError(c, "not_found");
	const meanwhile = trouble === "changed meanwhile";
	const { values, errors } = typeof trouble === "object" ? trouble : { values: kept, errors: [] };
	const { desk_settings: say } = words;
	const fields = { words, values, errors };
	const page = (
		<DeskLayout words={words} desk={desk} title={section.title(words)} here={settingsPaths.list(desk.area.slug)}>
			<p class="up">
				<a href={settingsPaths.list(desk.area.slug)}>{say.title}</a>
			</p>
			<h1>{section.title(words)}</h1>
			<Problems words={words} errors={errors}>
				{meanwhile ? <p>{say.changed_meanwhile}</p> : null}
			</Problems>
			<form method="post" action={new URL(c.req.url).pathname}>
				<FormToken token={desk.token} />
				<input type="hidden" name="version" value={String(profile.version)} />
				<section.Fields {...fields} profile={profile} c={c} />
				{desk.may("settings.change") ? (
					<>
						<TextField {...fields} name="reason" label={say.reason} hint={say.reason_hint} />
						<button class="primary" type="submit">
							{say.save}
						</button>
					</>
				) : (
					<p class="note">{say.cannot}</p>
				)}
			</form>
			{section.Below && desk.may("settings.change") ? <section.Below profile={profile} c={c} desk={desk} /> : null}
		</DeskLayout>
	);
	return c.html(page, meanwhile ? 409 : errors.length > 0 ? 422 : 200);
}
