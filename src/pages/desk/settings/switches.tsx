import type { Context } from "hono";
import type { Library, Words } from "#content/library.ts";
import type { AreaSettings } from "#domain/directory/area-settings.ts";
import type { AppEnv } from "#env.ts";
import { DeskLayout, FormToken } from "#pages/desk/desk-layout.tsx";
import type { Desk, DeskRoute } from "#pages/desk/desk-part.ts";
import { deskError } from "#pages/desk/message-page.tsx";
import { Problems } from "#pages/desk/settings/fields.tsx";
import { settingsPaths } from "#pages/desk/settings/paths.ts";
import { type FieldError, plainLine } from "#pages/desk/settings/settings-form.ts";
import { neutralName } from "#pages/neutral-address.ts";
import type { Dependencies } from "#ports.ts";
import type { AreaProfile } from "#services/area-profile.ts";
import { changeSettings } from "#services/change-settings.ts";
import { settingsNow } from "#services/settings-now.ts";
import { switchListing } from "#services/switch-listing.ts";

const WHOLE = ["call_backs", "model"] as const;
const NAMED = ["services", "answers"] as const;
type What = (typeof WHOLE)[number] | (typeof NAMED)[number];

const path = `${settingsPaths.below}/switches`;

/** What can be switched off at once, each with a reason that the audit log keeps. */
export const switchRoutes: readonly DeskRoute[] = [
	{ method: "GET", path, permission: "settings.read", answer: (c, desk) => show(c, desk, []) },
	{ method: "POST", path, permission: "settings.change", answer: change },
];

async function change(c: Context<AppEnv>, desk: Desk): Promise<Response> {
	const { deps } = c.var;
	const { errors: say } = deps.content.words.desk_settings;
	const { form, area } = desk;
	const what = [...WHOLE, ...NAMED].find((one) => one === form.text("what"));
	if (what === undefined) return deskError(c, "not_found");
	const off = form.text("off") === "yes";
	const reason = plainLine(form.text("reason"));
	const id = await idOf(deps, area.slug, what, form.text("id"));
	const errors: readonly FieldError[] = [
		...(reason === "" ? [{ field: `${what}-reason`, text: say.reason }] : []),
		...(id === null && off
			? [{ field: `${what}-id`, text: what === "answers" ? say.unknown_answer : say.unknown_service }]
			: []),
	];
	if (errors.length > 0) return show(c, desk, errors);
	const named = id ?? form.text("id");
	const listing = { area: area.slug, id: named, off, by: desk.actor };
	// What is dangerous goes first: should anything fail after it, the listing is gone and the page says so.
	if (what === "services" && off) await switchListing(deps, listing);
	const outcome = await changeSettings(deps, {
		area: area.slug,
		version: Number(form.text("version")),
		actor: desk.actor,
		action: off ? "settings.switched_off" : "settings.switched_on",
		entityId: named === "" ? what : `${what} ${named}`,
		detail: { reason },
		change: (settings) => switched(settings, what, named, off, reason),
	});
	if (outcome.kind !== "saved") return show(c, desk, [], true);
	if (what === "services" && !off) await switchListing(deps, listing);
	return c.redirect(settingsPaths.list(area.slug, true), 303);
}

function switched(settings: AreaSettings, what: What, id: string, off: boolean, reason: string): AreaSettings {
	const before = settings.switches ?? { services: [], answers: [] };
	if (what === "call_backs" || what === "model")
		return { ...settings, switches: { ...before, [what]: { off, reason } } };
	const others = before[what].filter((one) => one.id !== id);
	return { ...settings, switches: { ...before, [what]: off ? [...others, { id, off, reason }] : others } };
}

/** The id of a listing or an answer, from itself or an address; "" for what has none, null for what is not there. */
async function idOf(deps: Dependencies, area: string, what: What, text: string): Promise<string | null> {
	if (what === "call_backs" || what === "model") return "";
	const last =
		text
			.trim()
			.replace(/[?#].*$/, "")
			.split("/")
			.filter(Boolean)
			.at(-1) ?? "";
	if (what === "services") return last !== "" && (await deps.feed.service(area, last)) !== null ? last : null;
	const known = deps.content.content.answers.find(({ id }) => id === last || neutralName(id) === last);
	return known?.id ?? null;
}

async function show(c: Context<AppEnv>, desk: Desk, errors: readonly FieldError[], meanwhile = false) {
	const { content } = c.var.deps;
	const profile = await settingsNow(c.var.deps, desk.area.slug);
	if (profile === null) return deskError(c, "not_found");
	const page = <SwitchesPage content={content} desk={desk} profile={profile} errors={errors} meanwhile={meanwhile} />;
	return c.html(page, meanwhile ? 409 : errors.length > 0 ? 422 : 200);
}

type SwitchesProps = {
	readonly content: Library;
	readonly desk: Desk;
	readonly profile: AreaProfile;
	readonly errors: readonly FieldError[];
	readonly meanwhile: boolean;
};

function SwitchesPage({ content, desk, profile, errors, meanwhile }: SwitchesProps) {
	const { words } = content;
	const { desk_settings: settings } = words;
	const { switches: say } = settings;
	const now = profile.settings.switches;
	const form = { words, desk, version: profile.version };
	return (
		<DeskLayout words={words} desk={desk} title={settings.sections.switches} here={settingsPaths.list(desk.area.slug)}>
			<p class="up">
				<a href={settingsPaths.list(desk.area.slug)}>{settings.title}</a>
			</p>
			<h1>{settings.sections.switches}</h1>
			<p class="lead">{say.intro}</p>
			<Problems words={words} errors={errors}>
				{meanwhile ? <p>{settings.changed_meanwhile}</p> : null}
			</Problems>
			{WHOLE.map((what) => (
				<section aria-labelledby={what}>
					<h2 id={what}>{say[what]}</h2>
					<p>{now?.[what]?.off ? say.is_off.replace("{reason}", () => now[what]?.reason ?? "") : say.is_on}</p>
					<SwitchForm {...form} what={what} off={!now?.[what]?.off} of={say[what]} />
				</section>
			))}
			{NAMED.map((what) => (
				<section aria-labelledby={what}>
					<h2 id={what}>{say[what]}</h2>
					<ul>
						{(now?.[what] ?? [])
							.filter(({ off }) => off)
							.map(({ id, reason }) => (
								<li>
									<strong>{what === "answers" ? (content.answer(id)?.title ?? id) : id}</strong>.{" "}
									{say.is_off.replace("{reason}", () => reason)}
									<SwitchForm {...form} what={what} off={false} of={id} id={id} />
								</li>
							))}
					</ul>
					<SwitchForm {...form} what={what} off of={say[what]} label={what === "answers" ? say.answer : say.service} />
				</section>
			))}
		</DeskLayout>
	);
}

type SwitchFormProps = {
	readonly words: Words;
	readonly desk: Desk;
	readonly version: number;
	readonly what: What;
	/** What the button does. */
	readonly off: boolean;
	readonly of: string;
	/** Of what is switched on again; left out, it is asked for under `label`. */
	readonly id?: string;
	readonly label?: string;
};

function SwitchForm({ words, desk, version, what, off, of, id, label }: SwitchFormProps) {
	if (!desk.may("settings.change")) return null;
	const { switches: say, reason } = words.desk_settings;
	const key = id === undefined ? what : `${what}-${id}`;
	const sent = desk.form.text("what") === what && id === undefined;
	return (
		<form method="post" action={settingsPaths.section(desk.area.slug, "switches")} class="row">
			<FormToken token={desk.token} />
			<input type="hidden" name="version" value={String(version)} />
			<input type="hidden" name="what" value={what} />
			<input type="hidden" name="off" value={off ? "yes" : "no"} />
			{label ? (
				<div>
					<label for={`${key}-id`}>{label}</label>
					<input id={`${key}-id`} name="id" type="text" value={sent ? desk.form.text("id") : ""} autocomplete="off" />
				</div>
			) : id === undefined ? null : (
				<input type="hidden" name="id" value={id} />
			)}
			<div>
				<label for={`${key}-reason`}>{reason}</label>
				<input
					id={`${key}-reason`}
					name="reason"
					type="text"
					value={sent ? desk.form.text("reason") : ""}
					autocomplete="off"
				/>
			</div>
			<button class={off ? "primary" : "quiet"} type="submit">
				{off ? say.turn_off : say.turn_on} <span class="visually-hidden">{say.of.replace("{what}", () => of)}</span>
			</button>
		</form>
	);
}
